export * from './test-database.js';
export * from './boot-context.js';
