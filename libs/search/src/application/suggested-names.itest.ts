import { setTimeout as sleep } from 'node:timers/promises';
import { OrganizationService } from '@app/organizations';
import { Actor, Clock, DatabaseNotices, Logger, uuidv7 } from '@app/platform';
import { bootContext, type TestFloor } from '@app/platform/testing/index.js';
import { EmbeddedEngine, OfferSearchQuery, QueryLog, SearchModule } from '@app/search';
import { TaxonomyService } from '@app/taxonomy';
import { WithheldSuggestionRepository } from '../data/withheld-suggestion.repository.js';
import { offerDocument } from '../testing/offer-document.builder.js';
import { SuggestedNames } from './suggested-names.js';
import { SuggestionDeskService } from './suggestion-desk.service.js';
import { SuggestionService } from './suggestion.service.js';

const staff = new Actor({ id: null, roles: ['broker'] });
const PAGE = { page: 1, size: 5 };
const HOUR_MS = 3_600_000;
const [PLANTER, READERS] = [['203.0.113.7'], ['198.51.100.1', '198.51.100.2', '198.51.100.3']];
let floor: TestFloor;
let log: QueryLog;
let now = Date.parse('2026-11-01T03:00:00Z');

beforeAll(async () => {
  floor = await bootContext({ imports: [SearchModule] });
  log = floor.get(QueryLog);
  const titles = ['Máy sấy lúa dao cắt', 'Chuồng nuôi lợn', 'Bộ dao gặt lúa Nguyễn Văn Minh', 'Máy sấy PC200 vỏ trấu'];
  await floor.get(EmbeddedEngine).put(titles.map((title) => offerDocument(uuidv7(), title)));
});
afterAll(() => floor?.close());
beforeEach(() => floor.database.query('truncate search_query_bucket'));

/** Each of the callers searches once in each of so many hours; what was read before is then forgotten. */
const searched = async (q: string, { hours, blocks }: { hours: number; blocks: string[] }): Promise<void> => {
  for (let n = 0; n < hours; n++) {
    floor.setTime(new Date((now += HOUR_MS)));
    for (const addressBlock of blocks) {
      const asked = Object.assign(new OfferSearchQuery(), { q });
      log.count(asked, { total: 1, understood: { query: q, corrected: q, relaxed: false } }, 'vi', { actor: Actor.visitor(), userAgent: 'Mozilla/5.0', addressBlock });
    }
    await log.flush();
  }
};

const suggested = async (text: string): Promise<string[]> => {
  floor.setTime(new Date((now += HOUR_MS)));
  const { queries } = await renewed(text);
  return queries.map(({ q }) => q);
};

/** The first question after a while is answered from before, and has the names gathered anew. */
const renewed = async (text: string) => {
  const suggestions = floor.get(SuggestionService);
  await suggestions.suggest(text, 5, 'vi');
  await floor.get(SuggestedNames).refresh();
  return suggestions.suggest(text, 5, 'vi');
};

describe('what others have searched for, as a suggestion', () => {
  it('is what several asked in enough hours, in the form in which they typed it', async () => {
    await searched('máy sấy lúa', { hours: 5, blocks: READERS });
    await searched('may say lua', { hours: 4, blocks: READERS });
    await searched('máy sấy pc200', { hours: 5, blocks: READERS });
    expect((await suggested('may s')).sort()).toEqual(['máy sấy lúa', 'máy sấy pc200']);
  });

  it('is not what one visitor asks in however many hours', async () => {
    await searched('nguyễn văn minh', { hours: 30, blocks: PLANTER });
    expect(await suggested('nguyễn')).toEqual([]);
  });

  it.each(['lừa đảo', 'chuồng lồn', 'chuong nuoi lon', 'lua dao'])('is not "%s", which the catalogue writes otherwise', async (q) => {
    await searched(q, { hours: 6, blocks: READERS });
    expect(await suggested(q.slice(0, 3))).toEqual([]);
  });

  it('is a form only for its own hours, not for those of the other ways to type it', async () => {
    await searched('may say lúa', { hours: 3, blocks: READERS });
    await searched('máy sấy lúa', { hours: 3, blocks: READERS });
    expect(await suggested('may s')).toEqual([]);
    await searched('máy sấy lúa', { hours: 2, blocks: READERS });
    expect(await suggested('may s')).toEqual(['máy sấy lúa']);
  });
});

describe('taking a suggestion away', () => {
  let desk: SuggestionDeskService;
  beforeAll(() => void (desk = floor.get(SuggestionDeskService)));
  beforeEach(async () => {
    await floor.database.query('truncate withheld_suggestion');
    await searched('máy sấy lúa', { hours: 5, blocks: READERS });
    expect(await suggested('may s')).toEqual(['máy sấy lúa']);
  });

  const offered = async (): Promise<string[]> => (await floor.get(SuggestionService).suggest('may s', 5, 'vi')).queries.map(({ q }) => q);

  it('holds at once and for ever, until it is given back', async () => {
    expect((await desk.suggested(staff, 'SAY L', PAGE)).items).toEqual([{ query: 'máy sấy lúa', searches: 15 }]);
    const { id } = await desk.withhold(staff, ' Máy sấy  LÚA');
    expect(await offered()).toEqual([]);
    expect(await desk.suggested(staff, '', PAGE)).toMatchObject({ items: [], total: 0 });
    expect((await desk.withheld(staff, 'sấy L', PAGE)).items).toEqual([{ id, query: 'máy sấy lúa', withheldAt: expect.any(Date) }]);
    await searched('máy sấy lúa', { hours: 5, blocks: READERS });
    expect(await suggested('may s')).toEqual([]);
    await desk.restore(staff, id);
    expect(await offered()).toEqual(['máy sấy lúa']);
    await expect(desk.restore(staff, id)).rejects.toMatchObject({ code: 'common.not_found' });
  });

  it('is logged once however often it is pressed, without the text', async () => {
    const [one, two] = await Promise.all([desk.withhold(staff, 'máy sấy lúa'), desk.withhold(staff, 'máy sấy lúa')]);
    expect(two).toEqual(one);
    await desk.restore(staff, one.id);
    const log = await floor.database.query(`select type, data from event where subject = $1 order by sequence`, [one.id]);
    expect(log).toEqual(['withheld', 'restored'].map((verb) => ({ type: `search.suggestion_${verb}.v1`, data: { suggestionId: one.id } })));
  });

  it('is told to other processes at once', async () => {
    const notices = new DatabaseNotices(floor.database);
    const others = new SuggestedNames(
      floor.get(EmbeddedEngine), floor.get(OrganizationService), floor.get(TaxonomyService), log, floor.get(WithheldSuggestionRepository), floor.database, notices, floor.get(Logger), floor.get(Clock),
    );
    const names = async (): Promise<string[]> => (await others.current()).offered.map(({ query }) => query);
    expect(await names()).toEqual(['máy sấy lúa']);
    await sleep(100);
    await desk.withhold(staff, 'máy sấy lúa');
    for (let i = 0; i < 200 && (await names()).length > 0; i++) await sleep(10);
    const after = await names();
    notices.beforeApplicationShutdown();
    expect(after).toEqual([]);
  });

  it('is refused to who is no staff, and of what is never suggested', async () => {
    const supplier = new Actor({ id: null, roles: [] });
    for (const ask of [() => desk.withhold(supplier, 'x'), () => desk.restore(supplier, uuidv7()), () => desk.suggested(supplier, '', PAGE), () => desk.withheld(supplier, '', PAGE)]) {
      await expect((async () => ask())()).rejects.toMatchObject({ code: 'common.forbidden' });
    }
    for (const text of ['0901 234 567', '?!']) await expect(desk.withhold(staff, text)).rejects.toMatchObject({ fields: [{ field: 'query' }] });
  });
});
