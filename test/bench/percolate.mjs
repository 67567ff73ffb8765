// Time to hold one new or changed offer against all saved searches, in one process. Needs a build.
// node test/bench/percolate.mjs [offers=4640] [searches=10000] [demo|grammar]
// The searches are distinct: words of titles, a fifth without accents, a tenth with a slip, a third with a filter, a twentieth by filter alone.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { demoOffers, generatedOffers, pickWith, randomOf } from './search-corpora.mjs';
import { bare, slip } from './search-queries.mjs';

const [offerCount, searchCount] = [Number(process.argv[2] ?? 4640), Number(process.argv[3] ?? 10_000)];
const load = (path) => import(pathToFileURL(resolve('dist/libs', path)).href);
const { EmbeddedEngine } = await load('search/src/adapters/embedded.engine.js');
const { Percolator } = await load('search/src/adapters/percolator.js');
const { ForeseenWords } = await load('search/src/domain/understanding/foreseen-words.js');
const random = randomOf(5);
const pick = pickWith(random);

const offers = process.argv[4] === 'grammar' ? generatedOffers(offerCount, 42) : await demoOffers(offerCount, 1);
const engine = new EmbeddedEngine();
await engine.put(offers);

const wordsOf = (title) => {
  const words = title.split(/\s+/);
  const length = 2 + Math.floor(random() * 3);
  const from = Math.floor(random() * Math.max(1, words.length - length));
  return words.slice(from, from + length).join(' ').toLowerCase();
};
const filtersOf = (offer) => pick([{ field: offer.fields.slice(0, 1) }, { kind: [offer.kind] }, offer.province ? { province: [offer.province] } : {}, { trlMin: 6 }]);
const foreseen = new ForeseenWords(engine.synonyms);
const distinct = new Set();
const searches = [];
while (searches.length < searchCount) {
  const offer = pick(offers);
  const way = random();
  const text = wordsOf(offer.title);
  const q = random() < 0.05 ? '' : way < 0.2 ? bare(text) : way < 0.3 ? slip(text, random) : text;
  const filters = q === '' || random() < 1 / 3 ? filtersOf(offer) : {};
  const key = JSON.stringify([q, filters]);
  if (q !== '' && distinct.has(key)) continue;
  distinct.add(key);
  const query = { q, filters, sort: 'newest', offset: 0, limit: 1, facets: [], exact: false };
  searches.push({ id: String(searches.length), query, words: foreseen.of(q, false) });
}

const spread = (name, times) => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
  console.log(`${name}: p50 ${at(0.5)} p95 ${at(0.95)} max ${at(1)} ms`);
};
const [clock, processor, hits] = [[], [], []];
for (let n = 0; n < 220; n++) {
  const doc = { ...pick(offers), version: 1_000 + n };
  await engine.put([doc]);
  const [from, used] = [performance.now(), process.cpuUsage()];
  const found = new Percolator(engine.index, engine.synonyms, foreseen).searchesThatFind(doc, searches);
  const { user, system } = process.cpuUsage(used);
  if (n < 20) continue;
  clock.push(performance.now() - from);
  processor.push((user + system) / 1000);
  hits.push(found.length);
}
console.log(`${offers.length} offers, ${searches.length} saved searches, ${distinct.size} of them distinct with words`);
spread('one offer against all, clock', clock);
spread('one offer against all, processor', processor);
console.log(`searches that found the offer: ${Math.min(...hits)} to ${Math.max(...hits)}, ${(hits.reduce((a, b) => a + b, 0) / hits.length).toFixed(0)} on average`);

const batch = new Percolator(engine.index, engine.synonyms, foreseen);
const started = performance.now();
for (const doc of offers.slice(0, 500)) batch.searchesThatFind(doc, searches);
console.log(`500 offers of an import: ${Math.round(performance.now() - started)} ms`);
