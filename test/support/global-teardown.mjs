import { rmSync } from 'node:fs';

export default async () => {
  const running = globalThis.__techfloorPostgres;
  if (!running) return;
  globalThis.__techfloorPostgres = undefined;
  await running.server.stop();
  rmSync(running.dataDir, { recursive: true, force: true });
};
