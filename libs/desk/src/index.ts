export { type ModerationItem, ModerationQueue } from './application/moderation-queue.js';
export { DeskHttpModule, DeskModule } from './desk.module.js';
