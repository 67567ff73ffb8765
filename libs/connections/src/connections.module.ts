import { Module } from '@nestjs/common';
import { CatalogModule } from '@app/catalog';
import { MatchingModule } from '@app/matching';
import { registerSchema } from '@app/platform';
import { TaxonomyModule } from '@app/taxonomy';
import { ConnectionBulkWriter } from './application/connection-bulk-writer.js';
import { ConnectionService } from './application/connection.service.js';
import { ConnectionConfirmation, ConnectionMessage, ConnectionOutcome, FollowUp } from './data/connection.entities.js';
import { ConnectionReader } from './data/connection.reader.js';
import { Connections20261124000900 } from './data/migrations/20261124000900-connections.js';
import { OutcomeSides20261125132300 } from './data/migrations/20261125132300-outcome-sides.js';
import { Connection } from './domain/connection.js';
import { ConnectionController } from './http/connection.controller.js';

registerSchema({
  entities: [Connection, ConnectionConfirmation, ConnectionMessage, ConnectionOutcome, FollowUp],
  migrations: [Connections20261124000900, OutcomeSides20261125132300],
});

@Module({
  imports: [CatalogModule, MatchingModule, TaxonomyModule],
  providers: [ConnectionReader, ConnectionService, ConnectionBulkWriter],
  exports: [ConnectionService, ConnectionBulkWriter],
})
export class ConnectionsModule {}

@Module({ imports: [ConnectionsModule], controllers: [ConnectionController] })
export class ConnectionsHttpModule {}
