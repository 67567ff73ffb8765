export { type ModerationItem, ModerationQueue } from './application/moderation-queue.js';
export { type Reconciliation, Reconciler } from './application/reconciler.js';
export { DeskHttpModule, DeskModule, ReconciliationModule } from './desk.module.js';
