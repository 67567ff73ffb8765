// The schema of a freshly migrated database, printed in a normal form: one object a paragraph, sorted by name.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const EXTENSIONS = `select 'create extension ' || extname || ';' as text from pg_extension where extname <> 'plpgsql' order by extname`;

const FUNCTIONS = `
  select pg_get_functiondef(p.oid) || ';' as text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname = 'public' and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by p.proname, p.oid::regprocedure::text`;

const TEXT_SEARCH = `
  select format('create text search configuration %s (parser %s): %s', c.cfgname, p.prsname,
    (select string_agg(t.alias || ' with ' || m.dicts, ', ' order by t.alias) from (
       select maptokentype, string_agg(d.dictname, ', ' order by mapseqno) as dicts from pg_ts_config_map m join pg_ts_dict d on d.oid = m.mapdict
       where m.mapcfg = c.oid group by 1) m join ts_token_type(c.cfgparser) t on t.tokid = m.maptokentype)) as text
  from pg_ts_config c join pg_ts_parser p on p.oid = c.cfgparser join pg_namespace n on n.oid = c.cfgnamespace where n.nspname = 'public' order by 1`;

const TABLES = `
  select format('create table %s (%s', c.relname, E'\\n') || string_agg(format('  %s %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then ' not null' else '' end,
      case when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
           when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end,
      case when a.attidentity <> '' then ' generated ' || case a.attidentity when 'a' then 'always' else 'by default' end || ' as identity' else '' end),
      E',\\n' order by a.attname) || coalesce((
      select E',\\n' || string_agg(format('  constraint %s %s', k.conname, pg_get_constraintdef(k.oid)), E',\\n' order by k.conname)
      from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n'), '') || E'\\n);' || coalesce((
      select E'\\n' || string_agg(pg_get_indexdef(i.indexrelid) || ';', E'\\n' order by pg_get_indexdef(i.indexrelid))
      from pg_index i where i.indrelid = c.oid and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = c.oid)), '')
      || coalesce((select E'\\n' || string_agg(pg_get_triggerdef(t.oid) || ';', E'\\n' order by t.tgname) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal), '') as text
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'migrations' group by c.oid, c.relname order by c.relname`;

const VIEWS = `
  select format('create %sview %s as%s%s', case c.relkind when 'm' then 'materialized ' else '' end, c.relname, E'\\n', pg_get_viewdef(c.oid, true)) as text
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('v', 'm')
    and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e') order by c.relname`;

const SEQUENCES = `
  select format('create sequence %s;', c.relname) as text from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind = 'S' order by c.relname`;

const printSchema = async (url) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const paragraphs = [];
    for (const sql of [EXTENSIONS, TEXT_SEARCH, FUNCTIONS, SEQUENCES, TABLES, VIEWS]) {
      paragraphs.push(...(await client.query(sql)).rows.map((row) => row.text.trim()));
    }
    return `-- What the migrations make of an empty database; written by \`npm run check -- --write\`.\n\n${paragraphs.join('\n\n')}\n`;
  } finally {
    await client.end();
  }
};

/** Reads one row through every entity, so that a column that only the class or only the table has cannot stay unseen. */
const selectEveryEntity = async (url, platform) => {
  const { DataSource } = await import('typeorm');
  const source = await new DataSource(platform.databaseOptions(url, 2)).initialize();
  try {
    for (const { target, tableName } of source.entityMetadatas) {
      await source.getRepository(target).find({ take: 1 }).catch((error) => {
        throw new Error(`The entity of ${tableName} does not fit its table: ${error.message}`);
      });
    }
  } finally {
    await source.destroy();
  }
};

export const databaseSchema = async (root) => {
  const platform = await import(join(root, 'dist/libs/platform/src/index.js'));
  await import(join(root, 'dist/apps/api/src/api.module.js'));
  await import(join(root, 'dist/apps/worker/src/worker.module.js'));
  const { EmbeddedPostgres } = await import(join(root, 'dist/libs/platform/src/database/embedded/index.js'));
  const dataDir = mkdtempSync(join(tmpdir(), 'techfloor-schema-'));
  chmodSync(dataDir, 0o755);
  const server = await EmbeddedPostgres.start({ dataDir, log: () => undefined });
  try {
    await platform.migrate(server.url);
    await selectEveryEntity(server.url, platform);
    return await printSchema(server.url);
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
