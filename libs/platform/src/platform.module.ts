import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Config } from './config/config.js';
import { ConfigModule } from './config/config.module.js';
import { CONNECTIONS, DatabaseModule } from './database/database.module.js';
import { EventsAndOutbox20261124000100 } from './database/migrations/20261124000100-events.js';
import { Operations20261125000100 } from './database/migrations/20261125000100-operations.js';
import { EventHandlers20261125000200 } from './database/migrations/20261125000200-event-handlers.js';
import { HandlersSeen20261125161000 } from './database/migrations/20261125161000-handlers-seen.js';
import { registerSchema } from './database/schema-registry.js';
import { EventRow } from './events/event.entity.js';
import { HealthParts } from './http/health-parts.js';
import { HealthController } from './http/health.controller.js';
import { HttpModule } from './http/http.module.js';
import { JobsHealth } from './jobs/jobs-health.js';
import { EventsModule } from './jobs/jobs.module.js';
import { FloorMetrics } from './metrics/floor-metrics.js';
import { Metrics } from './metrics/metrics.js';

registerSchema({ entities: [EventRow], migrations: [EventsAndOutbox20261124000100, Operations20261125000100, EventHandlers20261125000200, HandlersSeen20261125161000] });

/** What every process stands on. */
@Global()
@Module({ providers: [Metrics, HealthParts], exports: [Metrics, HealthParts] })
class OperationsModule {}

@Module({})
export class PlatformModule {
  /** `connections` is the most that this process opens to the database. */
  static with(config: Config, connections: number = CONNECTIONS.worker): DynamicModule {
    return {
      module: PlatformModule,
      imports: [ConfigModule.with(config), DatabaseModule.with(connections), EventsModule, OperationsModule],
    };
  }
}

/** The edge of processes that answer HTTP. */
@Module({ imports: [HttpModule], controllers: [HealthController], providers: [FloorMetrics, JobsHealth] })
export class PlatformHttpModule {}
