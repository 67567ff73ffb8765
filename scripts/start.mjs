// `npm start`, `npm run cli` and their like: rebuilds when sources changed, then runs the app in this process.
import { build } from './build.mjs';

const [app, ...args] = process.argv.slice(2);
try {
  const rebuilt = await build({ quiet: app === 'cli' });
  if (rebuilt && app !== 'cli') console.log('Rebuilt, because sources had changed.');
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
// What npm started ends with it: a killed npm can pass no signal on.
if (process.env.npm_lifecycle_event) {
  const npm = process.ppid;
  setInterval(() => process.ppid !== npm && process.kill(process.pid, 'SIGTERM'), 250).unref();
}
process.argv = [process.argv[0], app, ...args];
await import(`../dist/apps/${app}/src/main.js`);
