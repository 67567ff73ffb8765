import { CatalogModule, EMPTY_CONTENT, OfferBulkWriter } from '@app/catalog';
import { CentreService, OrganizationService, OrganizationsModule } from '@app/organizations';
import { Database, uuidv7 } from '@app/platform';
import { bootContext, type TestFloor } from '@app/platform/testing/index.js';
import { EmbeddedIndex } from '../adapters/embedded-index.js';
import { SearchDocumentRepository } from '../data/search-document.repository.js';
import { termNames } from '../domain/analysis/term-names.js';
import { SearchModule } from '../search.module.js';
import { offerDocument } from '../testing/offer-document.builder.js';
import { CandidateScan } from './candidate-scan.js';

const TITLES = ['Máy sấy xoài bơm nhiệt', 'Máy sấy lúa', 'Máy ép dầu dừa', 'Hệ thống tưới nhà kính', 'Máy sấy lúa tầng sôi', 'Tủ sấy xoài, sấy dừa'];
const NEEDS = ['Cần máy sấy xoài', 'Ép dầu dừa', 'Cần tưới nhà kính trồng xoài'].map((text) => [...new Set(termNames(text))].map((term, i) => ({ term, weight: 1 + i })));
/** More of the worst than a need keeps. */
const DOCUMENTS = Array.from({ length: 60 }, (_, i) => offerDocument(uuidv7(), TITLES[i % TITLES.length], { summary: i % 2 ? 'Sấy nông sản bằng bơm nhiệt' : '' }));

describe('scanning the stored documents', () => {
  let floor: TestFloor;
  const index = new EmbeddedIndex();

  beforeAll(async () => {
    floor = await bootContext({ imports: [CatalogModule, OrganizationsModule, SearchModule] });
    const centreId = (await floor.get(CentreService).own()).id;
    await floor.get(Database).transaction(async (tx) => {
      const { id: organizationId } = await floor.get(OrganizationService).findOrCreate(tx, { kind: 'supplier', name: 'Cơ khí Tân Tiến', centreId });
      await floor.get(OfferBulkWriter).write(tx, DOCUMENTS.map(({ id, title, summary }) => ({
        id, code: id, organizationId, centreId, state: 'approved', at: new Date('2026-01-02T03:04:05Z'), content: { ...EMPTY_CONTENT, title, summary, kind: 'equipment' },
      })));
      await floor.get(SearchDocumentRepository).put(tx, DOCUMENTS);
    });
    // One is of another analyser, so that it has to be read anew.
    await floor.database.query('update search_document set analysed_by = 0 where offer_id = $1', [DOCUMENTS[0].id]);
    DOCUMENTS.forEach((document) => index.put(document));
  });
  afterAll(() => floor?.close());

  it('counts terms as the index does', async () => {
    const names = new Set(NEEDS.flatMap((terms) => terms.map(({ term }) => term)));
    const { documents, df } = await floor.get(CandidateScan).statistics(names, floor.get(Database));
    const known = index.termStatistics();
    expect(documents).toBe(known.documents);
    expect(new Map([...names].map((name) => [name, df(name)]))).toEqual(new Map([...names].map((name) => [name, known.df(name)])));
    expect(df('xoai')).toBe(20);
    expect(df('unasked')).toBe(0);
  });

  it.each([3, 300])('finds the candidates that the index finds, at most %d', async (limit) => {
    const scanned = await floor.get(CandidateScan).candidates(NEEDS, limit, floor.get(Database));
    const rounded = (candidates: { id: string; score: number }[]) => candidates.map(({ id, score }) => [id, score.toFixed(6)]);
    expect(scanned.map(rounded)).toEqual(NEEDS.map((terms) => rounded(index.candidates(terms, limit))));
    expect(scanned[0].length).toBeGreaterThan(2);
  });
});
