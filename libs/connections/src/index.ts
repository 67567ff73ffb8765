export { type BulkConnection, ConnectionBulkWriter } from './application/connection-bulk-writer.js';
export { ConnectionService } from './application/connection.service.js';
export { ConnectionsHttpModule, ConnectionsModule } from './connections.module.js';
export type { ConnectionView } from './data/connection.reader.js';
