import 'reflect-metadata';
import { createHttpApp, PlatformModule } from '@app/platform';
import { runApp } from '@app/platform/process/run-app.js';
import { WebModule } from './web.module.js';

class WebRoot {}

await runApp('web', async (config) => {
  const app = await createHttpApp({ module: WebRoot, imports: [PlatformModule.with(config), WebModule] }, config);
  await app.listen(config.port, config.host);
  return app;
});
