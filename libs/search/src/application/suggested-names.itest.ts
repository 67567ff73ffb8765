import { Actor, uuidv7 } from '@app/platform';
import { bootContext, type TestFloor } from '@app/platform/testing/index.js';
import { EmbeddedEngine, OfferSearchQuery, QueryLog, SearchModule } from '@app/search';
import { offerDocument } from '../testing/offer-document.builder.js';
import { SuggestionService } from './suggestion.service.js';

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
  await new Promise((resolve) => setTimeout(resolve, 100));
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
