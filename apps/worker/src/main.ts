import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Logger, PlatformModule, prepareDatabase } from '@app/platform';
import { runApp } from '@app/platform/process/run-app.js';
import { WorkerAppModule } from './worker.module.js';

class WorkerRoot {}

// The child of a standalone floor ends with its parent, however that one ended, also while this one was still loading.
const endWithParent = (): void => void process.kill(process.pid, 'SIGTERM');
if (process.send && !process.connected) endWithParent();
process.once('disconnect', endWithParent);

await runApp('worker', async (config) => {
  await prepareDatabase(config);
  const root = { module: WorkerRoot, imports: [PlatformModule.with(config), WorkerAppModule] };
  const app = await NestFactory.createApplicationContext(root, { abortOnError: false, logger: false });
  app.useLogger(app.get(Logger));
  process.send?.({ ready: true });
  if (!process.send) process.stdout.write('The worker is at work\n');
  return app;
});
