import { readFile, readlink } from 'node:fs/promises';

/**
 * When a process was started, in the kernel's ticks since boot: a pid alone may have been given to another process.
 * Null where there is no /proc or no such process; a zombie has ended and only waits to be counted.
 */
export const startTicks = async (pid: number): Promise<string | null> => {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (text === null) return null;
  // The name in brackets may hold spaces and brackets itself.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? 'zombie' : (fields[19] ?? null);
};

/** Whether a pid is in use, also by a process of another user. */
export const isAlive = async (pid: number): Promise<boolean> => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return (await startTicks(pid)) !== 'zombie';
};

/** The words a process was called with; null where the system does not tell. */
export const commandLine = async (pid: number): Promise<string[] | null> => {
  const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  return text === null ? null : text.split('\0');
};

/** Where pids mean the same: this boot of this machine, in this container. Empty where the system does not tell. */
export const pidSpace = async (): Promise<string> => {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const space = await readlink('/proc/self/ns/pid').catch(() => '');
  return `${boot.trim()} ${space}`.trim();
};
