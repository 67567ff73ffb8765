import 'reflect-metadata';
import { runApp } from '@app/platform/process/run-app.js';
import { CONNECTIONS, createHttpApp, PlatformModule, prepareDatabase } from '@app/platform';
import { ApiModule } from './api.module.js';

class ApiRoot {}

await runApp('api', async (config) => {
  await prepareDatabase(config);
  const app = await createHttpApp({ module: ApiRoot, imports: [PlatformModule.with(config, CONNECTIONS.http), ApiModule] }, config);
  await app.listen(config.port, config.host);
  process.stdout.write(`The API answers at http://${config.host}:${config.port}/api/v1\n`);
  return app;
});
