export { BackupError } from './backup-format.js';
export { readBackup } from './read-backup.js';
export { writeBackup } from './write-backup.js';
