import type { SearchEngine } from '../ports/search-engine.port.js';
import { CATALOGUE, Subject } from './contract/catalogue.js';
import { changeCases } from './contract/changes.contract.js';
import { filterCases } from './contract/filters.contract.js';
import { hostileCases } from './contract/hostile.contract.js';
import { orderCases } from './contract/order.contract.js';
import { spellingCases } from './contract/spelling.contract.js';
import { subjectCases } from './contract/subjects.contract.js';
import { wordCases } from './contract/words.contract.js';

/** What every search engine promises; `open` gives an empty one. */
export const searchEngineContract = (name: string, open: () => Promise<SearchEngine>): void =>
  describe(`SearchEngine: ${name}`, () => {
    const subject = new Subject();
    beforeEach(async () => {
      subject.engine = await open();
      await subject.engine.put(CATALOGUE);
    });
    afterEach(async () => subject.engine.close());

    describe('words', () => wordCases(subject));
    describe('what a query is about', () => subjectCases(subject));
    describe('spelling', () => spellingCases(subject));
    describe('filters and facets', () => filterCases(subject));
    describe('order and pages', () => orderCases(subject));
    describe('changes', () => changeCases(subject));
    describe('hostile input', () => hostileCases(subject));
  });
