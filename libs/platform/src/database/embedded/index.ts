export * from './embedded-postgres.js';
export * from './floor-lock.js';
