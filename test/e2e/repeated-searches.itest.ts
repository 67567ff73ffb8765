import { IndexFeeder } from '@app/search';
import { WebModule } from '../../apps/web/src/web.module.js';
import { openFloor, type WholeFloor } from '../support/floor.js';
import { type Given, givenOn } from '../support/given.js';

let floor: WholeFloor;
let given: Given;

beforeAll(async () => {
  floor = await openFloor({}, [WebModule]);
  given = givenOn(floor);
  await live('Máy sấy lúa');
});
afterAll(() => floor?.close());

/** What has been written is in the index of the process that answers. */
const settled = async (): Promise<void> => {
  await floor.quiet();
  await floor.http.get(IndexFeeder).wake();
};
const live = async (title: string): Promise<{ id: string; version: number }> => {
  const offer = await given.live({ title });
  await settled();
  return offer;
};
const search = async (query: object): Promise<any> => (await floor.visitor.get(`offers?${new URLSearchParams(query as Record<string, string>)}`)).body;
const shown = async (query: object): Promise<[total: number, ids: string[], ofKind: number | undefined]> => {
  const { total, items, facets } = await search(query);
  return [total, items.map(({ id }: { id: string }) => id), facets.kind[0]?.count];
};
const kept = async (): Promise<number> => {
  const line = (await floor.visitor.get('/metrics')).body.split('\n').find((one: string) => one.startsWith('techfloor_search_answers_total{from="kept"}'));
  return Number(line?.split(' ').at(-1) ?? 0);
};
/** As somebody who asks again and again: the second answer is one that is kept. */
const again = async (query: object): Promise<Awaited<ReturnType<typeof shown>>> => {
  const first = await shown(query);
  const before = await kept();
  expect(await shown(query)).toEqual(first);
  expect(await kept()).toBe(before + 1);
  return first;
};

describe('a search that is asked again', () => {
  it('shows an offer that has been approved since, and no longer one that has been withdrawn', async () => {
    for (const query of [{ q: 'máy sấy lúa' }, {}, { sort: 'title' }, { q: 'may say', kind: 'equipment' }]) {
      const [total, ids, ofKind = 0] = await again(query);
      const { id } = await live('Máy sấy lúa vàng');
      const withIt = await again(query);
      expect([withIt[0], withIt[2]]).toEqual([total + 1, ofKind + 1]);
      expect(withIt[1].toSorted()).toEqual([...ids, id].toSorted());
      given.made(await floor.as('supplier').post(`offers/${id}/withdraw`));
      // Before any index knows of it.
      expect((await shown(query))[1]).toEqual(ids);
      await settled();
      expect(await again(query)).toEqual([total, ids, ofKind || undefined]);
    }
  });

  it('shows what an offer says now, and finds it by that', async () => {
    const offer = await live('Bơm chìm giếng khoan');
    expect((await again({ q: 'giếng khoan' }))[1]).toEqual([offer.id]);
    expect((await again({ q: 'lò đốt rác' }))[1]).not.toContain(offer.id);
    const { version } = (await floor.as('supplier').get(`offers/${offer.id}`)).body;
    given.made(await floor.as('supplier').patch(`offers/${offer.id}`, { version, title: 'Lò đốt rác y tế' }));
    given.made(await floor.as('supplier').post(`offers/${offer.id}/submit`));
    given.made(await floor.as('broker').post(`offers/${offer.id}/approve`));
    await settled();
    expect((await again({ q: 'lò đốt rác' }))[1]).toEqual([offer.id]);
    expect((await again({ q: 'giếng khoan' }))[1]).not.toContain(offer.id);
  });

  it('is read by the synonyms that staff have set since, on the pages too', async () => {
    const { id, slug } = (await floor.visitor.get(`offers/${(await live('Bẫy đèn bắt rầy')).id}`)).body;
    const query = { q: 'zorvex quang kế' };
    const onPage = async (): Promise<boolean> => (await floor.visitor.get(`/vi/cong-nghe?${new URLSearchParams(query)}`)).body.includes(slug);
    const reads = async (isFound: boolean): Promise<void> => {
      const found = await search(query);
      expect(await search(query)).toEqual({ ...found, tookMs: expect.any(Number) });
      expect([found.items.some((item: { id: string }) => item.id === id), await onPage(), await onPage()]).toEqual([isFound, isFound, isFound]);
    };
    await reads(false);
    const group = given.made(await floor.as('broker').post('search/synonyms', { words: ['zorvex quang kế', 'bẫy đèn'] }));
    await reads(true);
    given.made(await floor.as('broker').call('DELETE', `search/synonyms/${group.id}`, undefined, { 'if-match': `"${group.version}"` }));
    await reads(false);
  });

  it('has the labels of the language that is asked for', async () => {
    const labels = async (lang: string): Promise<string[]> => (await search({ q: 'may say lua', lang })).facets.kind.map(({ label }: { label: string }) => label);
    expect([await labels('vi'), await labels('en'), await labels('vi')]).toEqual([['Thiết bị'], ['Equipment'], ['Thiết bị']]);
  });
});
