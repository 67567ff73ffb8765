export { EmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres.js';
export { acquireFloorLock, type FloorHolder, type FloorLock, type FloorLockOptions, readRunningFloor } from './floor-lock.js';
