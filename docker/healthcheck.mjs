// Exit code 0 while this container's process does its work. api and web answer HTTP; the worker (`worker` as an argument)
// leaves signs of life in the database.
import { hostname } from 'node:os';

const SILENT_SECONDS = 45;

const answersHttp = async () => {
  const response = await fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/health/live`, { signal: AbortSignal.timeout(4_000) });
  return response.ok;
};

const givesSigns = async () => {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: 3_000, query_timeout: 3_000 });
  await client.connect();
  const { rowCount } = await client.query(
    'select 1 from worker_heartbeat where starts_with(worker, $1) and seen_at > now() - make_interval(secs => $2)',
    [`${hostname()}.`, SILENT_SECONDS],
  );
  await client.end();
  return rowCount > 0;
};

const isWell = await (process.argv[2] === 'worker' ? givesSigns() : answersHttp()).catch(() => false);
process.exit(isWell ? 0 : 1);
