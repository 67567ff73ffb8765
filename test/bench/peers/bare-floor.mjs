// The floor below which nothing can be: a bare Nest + Fastify application with the same statement for an offer, and with the
// same engine for a search, with or without the same reading of hits and names; or with the very calls that a search makes to the
// Meilisearch of MEILI_URL. Started by test/bench/http.mjs; listens on PORT over DATABASE_URL.
import 'reflect-metadata';
import { join } from 'node:path';
import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import pg from 'pg';
import { FACETS } from '../search-queries.mjs';

const libs = join(import.meta.dirname, '../../../dist/libs');
const { OFFER_WITH_EVERYTHING } = await import(join(libs, 'catalog/src/data/offer.repository.js'));
const { EmbeddedEngine } = await import(join(libs, 'search/src/adapters/embedded.engine.js'));

const { OfferReader } = await import(join(libs, 'catalog/src/application/offer-reader.js'));
const { searchingClient } = await import(join(libs, 'search/src/adapters/meilisearch-client.js'));

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12 });
const engine = new EmbeddedEngine();
// Those that only pass searches on need no index of their own.
if (!process.env.MEILI_URL) for (const { document } of (await pool.query('select document from search_document where not removed')).rows) await engine.put([document]);

const answers = new Map();
const calls = new Map();
const meilisearch = process.env.MEILI_URL ? searchingClient({ url: process.env.MEILI_URL }) : undefined;
const clock = { now: () => new Date() };
const database = { prepared: async (name, text, values) => (await pool.query({ name, text, values })).rows };
const offers = new OfferReader(database, clock);

class Bare {
  async offer(id) {
    const { rows } = await pool.query({ name: 'offer', text: `${OFFER_WITH_EVERYTHING} where o.id = $1`, values: [id] });
    return rows[0];
  }

  /** Keeps the real answer of a query, once, to be serialised at each call. */
  async learn(q, from) {
    answers.set(q, await (await fetch(`${from}?q=${encodeURIComponent(q)}`)).json());
    return { learnt: answers.size };
  }

  async search(q) {
    const found = await engine.search({ q, filters: {}, sort: 'relevance', offset: 0, limit: 20, facets: FACETS, exact: false });
    return { ...answers.get(q), total: found.total };
  }

  /** As `search`, with the same statement for hits and suppliers' names. */
  async searchAndRead(q) {
    const found = await engine.search({ q, filters: {}, sort: 'relevance', offset: 0, limit: 20, facets: FACETS, exact: false });
    await offers.liveCardsAmong(found.ids, found.facets.supplier.map(({ value }) => value));
    return { ...answers.get(q), total: found.total };
  }

  /** Keeps the calls that a query makes to Meilisearch: those of each inner list are made together. */
  learnCalls({ q, together }) {
    calls.set(q, together);
    return { learnt: calls.size };
  }

  /** Makes the same calls to Meilisearch and gives the ready answer. */
  async passOn(q) {
    let last;
    for (const some of calls.get(q)) [last] = await Promise.all(some.map((call) => meilisearch.multiSearch(call)));
    return { ...answers.get(q), total: last.results?.[0].estimatedTotalHits };
  }

  /** As `passOn`, with the same statement for hits and suppliers' names. */
  async passOnAndRead(q) {
    const answer = await this.passOn(q);
    await offers.liveCardsAmong(answer.items.map(({ id }) => id), answer.facets.supplier.map(({ value }) => value));
    return answer;
  }
}

const decorate = (name, path, ...parameters) => decorateAs(Get, name, path, ...parameters);
const decorateAs = (method, name, path, ...parameters) => {
  parameters.forEach((parameter, index) => parameter(Bare.prototype, name, index));
  method(path)(Bare.prototype, name, Object.getOwnPropertyDescriptor(Bare.prototype, name));
};
decorate('offer', 'offers/:id', Param('id'));
decorate('learn', 'learn', Query('q'), Query('from'));
decorate('search', 'search', Query('q'));
decorate('searchAndRead', 'search-and-read', Query('q'));
decorateAs(Post, 'learnCalls', 'learn-calls', Body());
decorate('passOn', 'pass-on', Query('q'));
decorate('passOnAndRead', 'pass-on-and-read', Query('q'));
Controller()(Bare);
class Root {}
Module({ controllers: [Bare] })(Root);

const app = await NestFactory.create(Root, new FastifyAdapter(), { logger: false });
await app.listen(Number(process.env.PORT), '127.0.0.1');
process.send?.({ ready: true });
