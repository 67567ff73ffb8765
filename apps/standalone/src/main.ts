import 'reflect-metadata';
import { runApp } from '@app/platform/process/run-app.js';
import { startFloor } from './floor.js';

await runApp('standalone', startFloor);
