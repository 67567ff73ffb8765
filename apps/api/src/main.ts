import 'reflect-metadata';
import { runApp } from '@app/platform/process/run-app.js';
import { PlatformModule, createHttpApp } from '@app/platform';
import { ApiModule } from './api.module.js';

class ApiRoot {}

await runApp('api', async (config) => {
  const app = await createHttpApp({ module: ApiRoot, imports: [PlatformModule.with(config), ApiModule] }, config);
  await app.listen(config.port, config.host);
  return app;
});
