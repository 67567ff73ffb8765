import 'reflect-metadata';
import { CONNECTIONS, createHttpApp, PlatformModule, prepareDatabase } from '@app/platform';
import { runApp } from '@app/platform/process/run-app.js';
import { WebModule } from './web.module.js';

class WebRoot {}

await runApp('web', async (config) => {
  await prepareDatabase(config);
  const app = await createHttpApp({ module: WebRoot, imports: [PlatformModule.with(config, CONNECTIONS.http), WebModule] }, config);
  await app.listen(config.port, config.host);
  process.stdout.write(`The pages answer at http://${config.host}:${config.port}\n`);
  return app;
});
