// Quality of search: known-item sets, ambiguous syllables, over-correction, and real Vietnamese passages, beside peers.
// The catalogue is the demo floor's, or with --grammar one of a smaller grammar, or import rows.
// Needs a build. node test/bench/search-quality.mjs [--offers FILE.jsonl] [--passages FILE --queries FILE] [--count 115]
//   [--english] [--seed 7] [--floor 1] [--held-out] [--peers [--postgres]] [--misses N] [--held-out uses a catalogue and queries that tuning never saw]
// --english (with --offers) asks for English titles instead.
// --postgres (with --peers) adds pg_trgm and tsquery, TEST_MEILI_URL adds Meilisearch, ours and as it comes.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { demoOffers, generatedOffers, offersOfRows, pickWith, randomOf, rowsOf } from './search-corpora.mjs';
import { EASY, englishItems, englishTitles, foldedOf, HARD, knownItems, syllablesOf } from './search-queries.mjs';

const { values: options } = parseArgs({
  options: {
    offers: { type: 'string' }, passages: { type: 'string' }, queries: { type: 'string' }, count: { type: 'string', default: '115' }, size: { type: 'string', default: '4600' },
    seed: { type: 'string', default: '7' }, floor: { type: 'string', default: '1' }, 'held-out': { type: 'boolean' }, grammar: { type: 'boolean' }, peers: { type: 'boolean' }, postgres: { type: 'boolean' }, misses: { type: 'string', default: '0' }, english: { type: 'boolean' },
  },
});
const load = (path) => import(pathToFileURL(resolve('dist/libs', path)).href);
const { EmbeddedEngine } = await load('search/src/adapters/embedded.engine.js');
const { SYNONYM_GROUPS } = await load('search/src/domain/understanding/synonym-groups.js');
const { exactForm, hasMarks, term, tokens } = await load('platform/src/kernel/fold.js');

const seed = Number(options.seed) + (options['held-out'] ? 9_000_000 : 0);
const count = Number(options.count);
const misses = Number(options.misses);
const floorOf = (size, number) => (options.grammar ? generatedOffers(size, number) : demoOffers(size, number));
const catalogue = options.offers ? offersOfRows(rowsOf(options.offers)) : await floorOf(Number(options.size), options['held-out'] ? 7331 : Number(options.floor));
const query = (q, limit, more = {}) => ({ q, filters: {}, sort: 'relevance', offset: 0, limit, facets: [], exact: false, ...more });
const ours = async (offers) => {
  const engine = new EmbeddedEngine();
  await engine.put(offers);
  return engine;
};
const idsOf = (engine) => async (q, limit) => (await engine.search(query(q, limit))).ids;

const table = (title, head, rows) => {
  console.log(`\n${title}\n| ${head.join(' | ')} |\n|${head.map(() => '---').join('|')}|`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
};
const share = (value) => value.toFixed(3);

/** success@1 / success@10 / MRR@10 by class, and of all. */
const score = async (items, search, show = 0) => {
  const classes = new Map();
  let shown = 0;
  for (const item of items) {
    const ids = await search(item.typed, 10);
    const rank = ids.findIndex((id) => item.right.has(id)) + 1;
    for (const name of [item.name, 'ALL']) {
      const sums = classes.get(name) ?? { n: 0, one: 0, ten: 0, mrr: 0 };
      sums.n++;
      if (rank === 1) sums.one++;
      if (rank > 0) { sums.ten++; sums.mrr += 1 / rank; }
      classes.set(name, sums);
    }
    if (rank !== 1 && shown++ < show) console.log(`  miss [${item.name}] "${item.typed}" ← "${item.clean}" rank ${rank || '-'} top ${ids[0] ?? '-'}: ${titles.get(ids[0]) ?? ''}`);
  }
  return new Map([...classes].map(([name, { n, one, ten, mrr }]) => [name, { one: one / n, ten: ten / n, mrr: mrr / n, n }]));
};
const cells = (scores, names) => names.map((name) => { const s = scores.get(name); return s ? `${share(s.one)}/${share(s.ten)}/${share(s.mrr)}` : '-'; });

const titles = new Map(catalogue.map((offer) => [offer.id, offer.title]));
const marked = SYNONYM_GROUPS.flatMap(({ words }) => {
  const vi = words.filter((word) => hasMarks(word)).map((word) => syllablesOf(word.toLowerCase()).join(' '));
  const en = words.filter((word) => !hasMarks(word) && /[a-z]{4}/.test(word));
  return vi.flatMap((v) => en.map((e) => ({ vi: v, en: e })));
});
const easy = options.english ? englishTitles(catalogue, count, seed) : [...knownItems(catalogue, EASY, count, seed, false), ...englishItems(catalogue, marked, count, seed + 1)];
const hard = options.english ? [] : knownItems(catalogue, HARD, count, seed + 2, true);
const engine = await ours(catalogue);
const engines = new Map([['ours, embedded', idsOf(engine)]]);
let client;
if (process.env.TEST_MEILI_URL) {
  const { Meilisearch } = await import('meilisearch');
  const { MeilisearchEngine } = await load('search/src/adapters/meilisearch.engine.js');
  const { meilisearchDefaults } = await import('./search-peers.mjs');
  client = new Meilisearch({ host: process.env.TEST_MEILI_URL, apiKey: process.env.TEST_MEILI_KEY });
  const uid = `quality_${process.pid}`;
  const { MeilisearchIndex } = await load('search/src/adapters/meilisearch-index.js');
  const index = new MeilisearchIndex(client, uid, engine.synonyms);
  await index.prepare();
  const mine = new MeilisearchEngine(client, async () => uid, engine);
  for (let at = 0; at < catalogue.length; at += 5000) await index.fill(catalogue.slice(at, at + 5000));
  engines.set('ours, Meilisearch', idsOf(mine));
  if (options.peers) engines.set('Meilisearch defaults', await meilisearchDefaults(client, `${uid}_raw`, catalogue));
}
let pool;
let server;
let folder;
if (options.peers) {
  const peers = await import('./search-peers.mjs');
  engines.set('minisearch fuzzy .25, prefix', peers.minisearch({ fuzzy: 0.25, prefix: (_, i, all) => i === all.length - 1 })(catalogue));
  engines.set('minisearch', peers.minisearch({})(catalogue));
  engines.set('orama', await peers.orama(catalogue));
  engines.set('flexsearch forward', peers.flexsearch(catalogue));
  engines.set('exact BM25', peers.bm25(catalogue));
  if (options.postgres) {
    const { EmbeddedPostgres } = await load('platform/src/database/embedded/index.js');
    const { default: pg } = await import('pg');
    folder = mkdtempSync(join(tmpdir(), 'search-quality-'));
    chmodSync(folder, 0o755);
    server = await EmbeddedPostgres.start({ dataDir: folder, log: () => undefined });
    pool = new pg.Pool({ connectionString: server.url });
    const { trigrams, tsquery } = await peers.postgres(pool, catalogue);
    engines.set('pg_trgm on the title', trigrams).set('naive tsquery', tsquery);
  }
}
console.log(`${catalogue.length} offers; ${easy.length} easy and ${hard.length} hard queries; ${options['held-out'] ? 'held-out' : 'tuning'} split, seed ${seed}`);
const sets = [['Easy', easy], ['Hard', hard]].filter(([, items]) => items.length > 0);
for (const [title, items] of sets) {
  const names = ['ALL', ...new Set(items.map(({ name }) => name))];
  const rows = [];
  for (const [name, search] of engines) rows.push([name, ...cells(await score(items, search, name === 'ours, embedded' ? misses : 0), names)]);
  table(`${title} set: success@1/success@10/MRR@10`, ['engine', ...names], rows);
}
if (engines.has('ours, Meilisearch')) {
  let shown = 0;
  const rows = [];
  for (const [set, items] of sets) {
    const causes = { same: 0, 'both right': 0, 'only embedded right': 0, 'only Meilisearch right': 0, 'neither right': 0 };
    for (const { typed, right } of items) {
      const [a, b] = await Promise.all([engines.get('ours, embedded')(typed, 1), engines.get('ours, Meilisearch')(typed, 1)]);
      const same = a[0] === b[0] || (a[0] && b[0] && foldedOf(titles.get(a[0])) === foldedOf(titles.get(b[0])));
      const cause = right.has(a[0]) ? (right.has(b[0]) ? 'both right' : 'only embedded right') : right.has(b[0]) ? 'only Meilisearch right' : 'neither right';
      causes[same ? 'same' : cause]++;
      if (!same && shown++ < misses) console.log(`  differs, ${cause}: "${typed}": ${titles.get(a[0])} | ${titles.get(b[0])}`);
    }
    rows.push([set, share(causes.same / items.length), ...Object.values(causes)]);
  }
  table('Top hit on both engines', ['set', 'share the same', 'same', 'differ: both right', 'only embedded right', 'only Meilisearch right', 'neither right'], rows);
}

/** Every accented form that shares its folded word with another: offers with the form come before those without. */
const probes = async (offers, engine) => {
  const holders = new Map();
  const words = new Map();
  offers.forEach((offer) => {
    const text = [offer.title, offer.keywords.join(' '), offer.summary, offer.description, offer.specs, offer.supplierName].join(' ; ');
    for (const token of tokens(text)) {
      const form = hasMarks(token.text) ? exactForm(token.text) : term(token.text);
      const word = term(token.text);
      if (!words.has(word)) words.set(word, new Set());
      words.get(word).add(offer.id);
      if (!holders.has(word)) holders.set(word, new Map());
      const forms = holders.get(word);
      if (!forms.has(form)) forms.set(form, { typed: token.text.toLowerCase(), ids: new Set() });
      forms.get(form).ids.add(offer.id);
    }
  });
  const all = [...holders.values()].filter((forms) => forms.size > 1).flatMap((forms) => [...forms.values()].filter(({ typed }) => hasMarks(typed)));
  let right = 0;
  const wrong = [];
  for (const { typed, ids } of all) {
    const { ids: found } = await engine.search(query(typed, 10_000));
    // An offer found by a synonym alone holds the word in no form: it is neither exact nor folded only.
    const folded = words.get(term(typed));
    const flags = found.filter((id) => folded.has(id)).map((id) => ids.has(id));
    const first = flags.lastIndexOf(true) < (flags.indexOf(false) < 0 ? flags.length : flags.indexOf(false)) || !flags.includes(false);
    if (first && flags.includes(true)) right++;
    else wrong.push(typed);
  }
  return { count: all.length, right, wrong };
};
const overCorrected = async (engine, phrases) => {
  const wrong = [];
  for (const phrase of phrases) {
    const { understood } = await engine.search(query(phrase, 1));
    if (understood.corrected !== understood.query) wrong.push([phrase, understood.corrected]);
  }
  return { count: phrases.length, wrong };
};
const phrasesOf = (offers, n, from) => {
  const random = randomOf(from);
  const pick = pickWith(random);
  return Array.from({ length: n }, () => {
    const text = random() < 0.6 ? pick(offers).title : pick(offers).summary || pick(offers).title;
    const words = syllablesOf(text);
    const at = Math.floor(random() * Math.max(1, words.length - 4));
    return words.slice(at, at + 3 + Math.floor(random() * 4)).join(' ');
  }).filter(Boolean);
};
const report = (title, { count: n, wrong }) => {
  console.log(`${title}: ${wrong.length} of ${n} changed, ${((100 * wrong.length) / n).toFixed(2)} %`);
  for (const [a, b] of wrong.slice(0, misses)) console.log(`  "${a}" → "${b}"`);
};
console.log();
const probed = await probes(catalogue, engine);
console.log(`Ambiguous syllables: exact accents first in ${probed.right} of ${probed.count} probes ${probed.wrong.slice(0, 10).join(', ')}`);
report('Clean indexed phrases', await overCorrected(engine, phrasesOf(catalogue, 1000, seed + 3)));
if (!options.offers) report('Clean unseen phrases (another catalogue)', await overCorrected(engine, phrasesOf(await floorOf(1000, seed + 99), 1000, seed + 4)));
else {
  const odd = await ours(catalogue.filter((_, i) => i % 2 === 0));
  report('Clean unseen phrases (the other half)', await overCorrected(odd, phrasesOf(catalogue.filter((_, i) => i % 2 === 1), 1000, seed + 4)));
}

if (options.passages && options.queries) {
  const { bm25, minisearch } = await import('./search-peers.mjs');
  const passages = offersOfRows(rowsOf(options.passages));
  const rows = rowsOf(options.queries).filter((_, i) => (i % 2 === 1) === Boolean(options['held-out']));
  const held = await ours(passages);
  const search = new Map([['ours, embedded', idsOf(held)], ['exact BM25', bm25(passages)]]);
  if (options.peers) search.set('minisearch fuzzy .25, prefix', minisearch({ fuzzy: 0.25, prefix: (_, i, all) => i === all.length - 1 })(passages));
  const gain = (ids, right) => {
    const ideal = right.slice(0, 10).reduce((sum, _, i) => sum + 1 / Math.log2(i + 2), 0);
    return ids.slice(0, 10).reduce((sum, id, i) => sum + (right.includes(id) ? 1 / Math.log2(i + 2) : 0), 0) / ideal;
  };
  const variants = ['text', 'noAccents', 'typo', 'telex'];
  const out = [];
  for (const [name, find] of search) {
    const line = [];
    for (const variant of variants) {
      let sum = 0;
      for (const row of rows) {
        const got = gain(await find(row[variant], 10), row.right);
        sum += got;
        if (name === 'ours, embedded' && got === 0 && misses > 0) console.log(`  nothing right for [${variant}] "${row[variant]}"`);
      }
      line.push(share(sum / rows.length));
    }
    out.push([name, ...line]);
  }
  table(`${passages.length} passages, ${rows.length} queries: nDCG@10`, ['engine', ...variants], out);
  report('Clean indexed phrases of passages', await overCorrected(held, phrasesOf(passages, 1000, seed + 5)));
  const even = await ours(passages.filter((_, i) => i % 2 === 0));
  report('Clean unseen phrases of passages', await overCorrected(even, phrasesOf(passages.filter((_, i) => i % 2 === 1), 1000, seed + 6)));
  const probedPassages = await probes(passages, held);
  console.log(`Ambiguous syllables of passages: ${probedPassages.right} of ${probedPassages.count} ${probedPassages.wrong.slice(0, 10).join(', ')}`);
}
for (const suffix of ['', '_raw']) if (client) await client.deleteIndex(`quality_${process.pid}${suffix}`).waitTask({ timeout: 60_000 }).catch(() => undefined);
if (pool) {
  await pool.end();
  await server.stop();
  rmSync(folder, { recursive: true });
}
