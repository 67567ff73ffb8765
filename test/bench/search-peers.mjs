// The engines that ours is measured against, each as its own documentation sets it up for text without accents.
import { Document } from 'flexsearch';
import MiniSearch from 'minisearch';
import { create, insertMultiple, search } from '@orama/orama';
import { bare, foldedOf } from './search-queries.mjs';

const FIELDS = ['title', 'keywords', 'summary', 'description', 'supplierName'];
const flat = (offer) => ({ id: offer.id, ...Object.fromEntries(FIELDS.map((field) => [field, bare([offer[field]].flat().join(' ')).toLowerCase()])) });

export const minisearch = (options) => (offers) => {
  const index = new MiniSearch({ fields: FIELDS, tokenize: (text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean) });
  index.addAll(offers.map(flat));
  const settings = { boost: { title: 4, keywords: 2 }, ...options };
  return (q, limit) => index.search(bare(q).toLowerCase(), settings).slice(0, limit).map(({ id }) => id);
};

export const orama = async (offers) => {
  const db = create({ schema: Object.fromEntries(FIELDS.map((field) => [field, 'string'])) });
  await insertMultiple(db, offers.map(flat), 1000);
  return async (q, limit) => (await search(db, { term: bare(q).toLowerCase(), limit, boost: { title: 4, keywords: 2 } })).hits.map(({ id }) => id);
};

export const flexsearch = (offers) => {
  const index = new Document({ tokenize: 'forward', document: { id: 'id', index: FIELDS } });
  for (const offer of offers) index.add(flat(offer));
  return (q, limit) => {
    const found = index.search(bare(q).toLowerCase(), { limit, suggest: true });
    return [...new Set(found.flatMap(({ result }) => result))].slice(0, limit);
  };
};

/** Two designs over one table: trigrams of the folded title, and a folded tsquery that asks for all words, else any. */
export const postgres = async (pool, offers) => {
  await pool.query('create extension if not exists pg_trgm; drop table if exists bench_offer; create table bench_offer (id text primary key, title text, body text, words tsvector)');
  for (let at = 0; at < offers.length; at += 500) {
    const rows = offers.slice(at, at + 500).map(flat).map((o) => ({ id: o.id, title: foldedOf(o.title), body: foldedOf([o.keywords, o.summary, o.description, o.supplierName].join(' ')) }));
    await pool.query(
      `insert into bench_offer select id, title, body, setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', body), 'C')
       from jsonb_to_recordset($1::jsonb) as t(id text, title text, body text)`,
      [JSON.stringify(rows)],
    );
  }
  await pool.query('create index on bench_offer using gist (title gist_trgm_ops); create index on bench_offer using gin (words); analyze bench_offer');
  const ids = async (text, values) => (await pool.query(text, values)).rows.map(({ id }) => id);
  return {
    trigrams: (q, limit) => ids('select id from bench_offer order by $1 <<<-> title, id limit $2', [foldedOf(q), limit]),
    tsquery: async (q, limit) => {
      const words = [...new Set(foldedOf(q).split(' '))].filter(Boolean);
      const ask = (join) => ids(`select id from bench_offer where words @@ to_tsquery('simple', $1) order by ts_rank_cd(words, to_tsquery('simple', $1)) desc, id limit $2`, [words.join(join), limit]);
      if (words.length === 0) return [];
      const all = await ask(' & ');
      return all.length > 0 ? all : ask(' | ');
    },
  };
};

/** Meilisearch as it comes: raw texts, default settings but for the order of the attributes. */
export const meilisearchDefaults = async (client, uid, offers) => {
  const wait = { timeout: 600_000, interval: 50 };
  const index = client.index(uid);
  await client.createIndex(uid, { primaryKey: 'id' }).waitTask(wait);
  await index.updateSearchableAttributes(FIELDS).waitTask(wait);
  const docs = offers.map((offer) => ({ id: offer.id, ...Object.fromEntries(FIELDS.map((field) => [field, offer[field]])) }));
  for (let at = 0; at < docs.length; at += 5000) await index.addDocuments(docs.slice(at, at + 5000)).waitTask(wait);
  return async (q, limit) => (await index.search(q, { limit, attributesToRetrieve: ['id'] })).hits.map(({ id }) => id);
};

/** Exact BM25 over folded words of all text, every document scored. */
export const bm25 = (offers) => {
  const postings = new Map();
  const lengths = offers.map((offer, number) => {
    const counts = new Map();
    const words = foldedOf(FIELDS.map((field) => [offer[field]].flat().join(' ')).join(' ')).split(' ');
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, count] of counts) {
      if (!postings.has(word)) postings.set(word, []);
      postings.get(word).push([number, count]);
    }
    return words.length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return (q, limit) => {
    const scores = new Map();
    for (const word of new Set(foldedOf(q).split(' '))) {
      const list = postings.get(word) ?? [];
      const idf = Math.log(1 + (offers.length - list.length + 0.5) / (list.length + 0.5));
      for (const [number, count] of list) {
        const gain = (idf * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * lengths[number]) / average));
        scores.set(number, (scores.get(number) ?? 0) + gain);
      }
    }
    return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit).map(([number]) => offers[number].id);
  };
};
