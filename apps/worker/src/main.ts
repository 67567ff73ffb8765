import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Logger, PlatformModule } from '@app/platform';
import { runApp } from '@app/platform/process/run-app.js';
import { WorkerAppModule } from './worker.module.js';

class WorkerRoot {}

await runApp('worker', async (config) => {
  const root = { module: WorkerRoot, imports: [PlatformModule.with(config), WorkerAppModule] };
  const app = await NestFactory.createApplicationContext(root, { abortOnError: false, logger: false });
  app.useLogger(app.get(Logger));
  process.send?.({ ready: true });
  // The child of a standalone floor ends with its parent, however that one ended.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  return app;
});
