// Speed and memory of the embedded search engine in one process, over a generated catalogue. Needs a build.
// node --expose-gc test/bench/search-speed.mjs [offers=4600] [demo|grammar]
// Beside the milliseconds of the clock stand those of the processor: on a shared machine only these can be compared.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { demoOffers, generatedOffers, pickWith, randomOf } from './search-corpora.mjs';
import { EASY, FACETS, HARD, syllablesOf } from './search-queries.mjs';

const count = Number(process.argv[2] ?? 4600);
const load = (path) => import(pathToFileURL(resolve('dist/libs', path)).href);
const { EmbeddedEngine } = await load('search/src/adapters/embedded.engine.js');
const { understand } = await load('search/src/domain/understanding/understand.js');
const { SearchAlternatives } = await load('search/src/application/search-alternatives.js');
const { SuggestedNames } = await load('search/src/application/suggested-names.js');
const { SuggestionService } = await load('search/src/application/suggestion.service.js');
const random = randomOf(11);
const pick = pickWith(random);
// What one collection finds free of buffers the next one gives back.
const collect = () => [1, 2].forEach(() => globalThis.gc?.());
const megabytes = () => {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
};

const PIECE = 5_000;
const engine = new EmbeddedEngine();
const titles = [];
const first = [];
let analysing = 0;
const all = process.argv[3] === 'demo' ? await demoOffers(count, 1) : generatedOffers(count, 42);
for (let at = 0; at < count; at += PIECE) {
  const piece = all.slice(at, at + PIECE);
  titles.push(...piece.map((offer) => offer.title));
  if (first.length < 200) first.push(...piece.slice(0, 200));
  const from = process.cpuUsage();
  await engine.put(piece);
  analysing += process.cpuUsage(from).user / 1000;
}
all.length = 0;
const query = (q, more) => ({ q, filters: {}, sort: 'relevance', offset: 0, limit: 10, facets: FACETS, exact: false, ...more });
await engine.search(query('khởi động'));
console.log(`${count} offers: analysed and indexed in ${Math.round(analysing)} ms of processor`);

const measure = async (work) => {
  const [clock, processor] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(processor);
  return { clock: performance.now() - clock, processor: (user + system) / 1000 };
};
const spread = (times) => {
  const line = (key) => {
    const sorted = times.map((time) => time[key]).sort((a, b) => a - b);
    const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(2);
    return `p50 ${at(0.5)} p95 ${at(0.95)} max ${at(1)}`;
  };
  return `processor ${line('processor')} ms, clock ${line('clock')} ms`;
};
for (let i = 0; i < 300; i++) await engine.search(query(pick(titles)));

const trivial = [];
for (let i = 0; i < 300; i++) trivial.push(await measure(async () => JSON.parse(JSON.stringify(first[i % first.length]))));
console.log(`a trivial call (one offer to JSON and back): ${spread(trivial)}`);
const mixed = [];
const reading = [];
for (const [name, spoil] of Object.entries({ ...EASY, ...HARD })) {
  const times = [];
  for (let i = 0; i < 60; i++) {
    const words = syllablesOf(pick(titles)).slice(0, 6).join(' ');
    const typed = spoil(words, random);
    times.push(await measure(() => engine.search(query(typed))));
    reading.push(await measure(async () => understand(typed, engine.lexicon, false)));
  }
  mixed.push(...times);
  console.log(`${name.padEnd(14)} ${spread(times)}`);
}
console.log(`all, with ${FACETS.length} facets: ${spread(mixed)}`);
console.log(`understanding alone: ${spread(reading)}`);
const runs = async (label, q, more) => {
  const times = [];
  for (let i = 0; i < 30; i++) times.push(await measure(() => engine.search(query(q, more))));
  console.log(`${label}: ${spread(times)}`);
};
await runs('empty query, facets', '');
await runs('all by title', '', { sort: 'title' });
await runs('deep page', 'máy', { offset: 1000 });
await runs('nonsense, 250 words', Array.from({ length: 250 }, () => Math.floor(random() * 1e6).toString(36).replace(/\d/g, 'q')).join(' '));
const FILTERS = { kind: ['equipment'], field: ['fisheries'], province: ['92'], trlMin: 9, transferMode: ['turnkey'], condition: ['used'], priceMax: 5 };
const wider = new SearchAlternatives(engine);
const [alone, counts] = [[], []];
for (let i = 0; i < 100; i++) {
  const search = query(syllablesOf(pick(titles)).slice(0, 6).join(' '), { filters: FILTERS });
  const found = { ...(await engine.search(search)), total: 0 };
  alone.push(await measure(() => engine.search(search)));
  counts.push(await measure(() => wider.of({ q: search.q, ...FILTERS }, search, found)));
}
console.log(`six words and seven filters: ${spread(alone)}`);
console.log(`its fourteen wider searches counted: ${spread(counts)}`);
const cards = new Map(first.map((offer) => [offer.id, offer]));
const asked = Array.from({ length: 2_000 }, (_, i) => ({ query: `${i}`, typed: syllablesOf(titles[i % titles.length]).slice(0, 2 + (i % 4)).join(' '), searches: i }));
const names = new SuggestedNames(
  engine,
  { cards: async (ids) => new Map(ids.map((id) => [id, { id, slug: id, name: `Công ty ${id}` }])) },
  { label: (_scheme, code) => code },
  { successfulQueries: async () => asked },
  { forms: async () => [] },
  null,
  { listen: async () => () => undefined },
  { warn: (...told) => console.warn(...told) },
  { now: () => new Date() },
);
// Without the statement that reads the offers' titles; those that are not at hand are left out.
const suggestions = new SuggestionService(engine, names, { liveCards: async (ids) => ids.flatMap((id) => cards.get(id) ?? []) });
const typing = [];
for (let i = 0; i < 60; i++) {
  const text = syllablesOf(pick(titles)).slice(0, 4).join(' ');
  for (let length = 1; length <= text.length; length++) typing.push(await measure(() => suggestions.suggest(text.slice(0, length), 4, 'vi')));
}
console.log(`suggestions, titles typed letter by letter: ${spread(typing)}`);
const changes = [];
for (const offer of first.slice(0, 200)) {
  changes.push(await measure(async () => {
    await engine.put([{ ...offer, version: 2 }]);
    await engine.search(query('máy sấy'));
  }));
}
console.log(`change one offer, then search: ${spread(changes)}`);
const needs = [];
for (let i = 0; i < 100; i++) {
  needs.push(await measure(async () => {
    const { index } = engine;
    const { documents, df } = index.termStatistics();
    const terms = [...new Set(index.analyse(pick(first).description))].filter((term) => df(term) > 0);
    const weighted = terms.map((term) => ({ term, weight: Math.log(1 + documents / df(term)) ** 1.5 * (term.includes('_') ? 1.4 : 1) }));
    index.candidates(weighted.sort((a, b) => b.weight - a.weight).slice(0, 48), 50);
  }));
}
console.log(`candidates for a need, 48 terms: ${spread(needs)}`);
const held = megabytes();
await engine.close();
console.log(`memory of the engine, heap and buffers that its end frees: ${Math.round(held - megabytes())} MiB`);
