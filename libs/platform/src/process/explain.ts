import type { Config } from '../config/config.js';

type Place = Pick<Config, 'host' | 'port' | 'dataDir'>;

interface SystemError {
  code?: string;
  syscall?: string;
  message?: string;
  errors?: SystemError[];
  address?: string;
  port?: number;
}

/** Says in one line what prevents a start and what to change, with the system's code where there is one. */
export const explain = (error: unknown, place?: Place): string => {
  // Node tries every address of a name and answers with all their errors.
  const { code, syscall, message, address, port } = firstOf(error as SystemError);
  if (syscall === 'listen' && place) return listenFault(code ?? 'Error', place);
  if (code === 'ECONNREFUSED') return `ECONNREFUSED: nothing answers at ${address ?? 'that address'}:${port ?? ''}. Check DATABASE_URL and REDIS_URL.`;
  if (code === '53100' || (code === 'ENOSPC' && !message?.includes('the folder'))) return `ENOSPC: no space is left for ${place?.dataDir ?? 'the data'}. Free some, or set TECHFLOOR_DATA to another folder.`;
  if (code === 'EACCES' && place && !message?.startsWith('EACCES: the')) return `EACCES: ${message} (${place.dataDir})`;
  return message || code || String(error);
};

const firstOf = (error: SystemError): SystemError => error.errors?.find((inner) => inner.code !== undefined) ?? error;

const listenFault = (code: string, { host, port }: Place): string => {
  if (code === 'EADDRINUSE') return `EADDRINUSE: port ${port} is already in use. Stop the other program or set PORT.`;
  if (code === 'EACCES') return `EACCES: this user may not listen on port ${port}. Set PORT to one above 1023.`;
  return `${code}: cannot listen on ${host}, port ${port}. Check HOST and PORT.`;
};
