import { QueryLog } from '@app/search';
import { WebModule } from '../../apps/web/src/web.module.js';
import { openFloor, type WholeFloor } from '../support/floor.js';
import { givenOn } from '../support/given.js';
import { PageClient } from '../support/page-client.js';

const BROWSER = { 'user-agent': 'Mozilla/5.0' };
const QUERY = 'máy vò chè';
const NEW = `/vi/ban-lam-viec/tu-dong-nghia/moi?${new URLSearchParams({ q: QUERY })}`;
let floor: WholeFloor;
let broker: PageClient;

beforeAll(async () => {
  floor = await openFloor({}, [WebModule]);
  const given = givenOn(floor);
  await given.live({ title: 'Thiết bị cuốn búp Shan tuyết', fields: ['food-technology'] });
  await given.live({ title: 'Máy ép cám nổi', fields: ['food-technology'] });
  await floor.quiet();
  for (let i = 0; i < 50 && (await floor.visitor.get('offers')).body.total < 2; i++) await new Promise((resolve) => setTimeout(resolve, 50));
  broker = await new PageClient(floor.http).signIn('broker');
  await searched(QUERY);
});
afterAll(() => floor?.close());

/** Now, and an hour before: what was asked in one hour only is not shown. */
const searched = async (q: string): Promise<void> => {
  await new PageClient(floor.http).get(`/vi/cong-nghe?${new URLSearchParams({ q })}`, BROWSER);
  await floor.http.get(QueryLog).flush();
  await floor.database.query(
    `insert into search_query_bucket select (b).* from (
       select jsonb_populate_record(b, jsonb_build_object('hour', b.hour - interval '1 hour')) as b from search_query_bucket b
     ) as earlier on conflict do nothing`,
  );
};

const totalOf = async (q: string): Promise<number> => (await floor.visitor.get(`offers?${new URLSearchParams({ q })}`)).body.items.filter(({ title }: any) => title.startsWith('Thiết bị cuốn')).length;
const effectOf = (text: string): string => text.slice(text.indexOf('Kết quả tìm sẽ đổi'));

describe('a query that finds too little, on the pages', () => {
  it('stands in the log as only partly found, and leads to the offers that lack some of its words', async () => {
    await searched('máy ép trấu viên');
    const log = await broker.get('/vi/ban-lam-viec/tim-kiem');
    const row = [...log.document.querySelectorAll('tbody tr')].find((one) => one.textContent?.includes('máy ép trấu viên'));
    expect(row?.textContent).toContain('Chỉ thấy một phần');
    const page = await broker.get(row!.querySelector('a')!.getAttribute('href')!);
    expect(page.text).toContain('Máy ép cám nổi');
    expect(page.text).toContain('Thiếu chữ: trấu, viên');
  });

  it('lets the centre propose keywords to the owner, whose form then holds them', async () => {
    const [{ id }] = (await floor.visitor.get(`offers?${new URLSearchParams({ q: 'cám nổi' })}`)).body.items;
    await broker.get(`/vi/ban-lam-viec/tim-kiem/mot-cau?${new URLSearchParams({ q: 'máy ép trấu viên', like: 'cám' })}`);
    const none = await broker.submit('/mot-cau', { offer: id, keywords: ' ; ' });
    expect([none.status, none.document.querySelector('.error-summary a')?.getAttribute('href')]).toEqual([422, `#${id}-keywords`]);
    expect(none.text).toContain('Ghi ít nhất một từ khóa');
    const told = await broker.follow(await broker.submit('/mot-cau', { offer: id, keywords: 'trấu viên; máy ép viên' }));
    expect(told.text).toContain('Đã gửi đề nghị.');
    await floor.quiet();
    const notice = (await floor.as('supplier').get('notifications')).body.items.find(({ title }: any) => title.includes('đề nghị thêm từ khóa'));
    expect(notice).toMatchObject({ kind: 'moderation', body: expect.stringContaining('trấu viên; máy ép viên') });
    const owner = await new PageClient(floor.http).signIn('supplier');
    const form = await owner.get(new URL(notice.url, 'http://x').pathname + new URL(notice.url, 'http://x').search);
    expect(form.document.querySelector('#keywords')?.getAttribute('value')).toBe('trấu viên; máy ép viên');
    const elsewhere = await new PageClient(floor.http).signIn('broker2');
    const other = await elsewhere.get(`/vi/ban-lam-viec/tim-kiem/mot-cau?${new URLSearchParams({ q: 'máy ép trấu viên', like: 'cám' })}`);
    expect(other.text).toContain('Thuộc trung tâm khác');
    expect((await elsewhere.post('/vi/ban-lam-viec/tim-kiem/mot-cau', { q: 'x', offer: id, keywords: 'trấu' })).status).toBe(403);
  });
});

describe('helping searches by synonyms, on the pages', () => {
  it('leads from a query to a group that is saved only after its effect was seen', async () => {
    const log = await broker.get('/vi/ban-lam-viec/tim-kiem');
    expect(log.document.querySelector(`a[href="${NEW}"]`)).not.toBeNull();

    const blank = await broker.get(NEW);
    expect(blank.document.querySelector('textarea[name=words]')?.textContent).toBe(`${QUERY}\n`);
    expect(blank.document.querySelector('button[value=save]')).toBeNull();
    const few = await broker.submit('/tu-dong-nghia/moi', { then: 'preview' });
    expect([few.status, few.document.querySelector('.error-summary a')?.getAttribute('href')]).toEqual([422, '#words']);

    const words = `${QUERY}\nthiết bị cuốn búp`;
    // Whoever saves unseen names is shown their effect first.
    const seen = await broker.submit('/tu-dong-nghia/moi', { words, then: 'save' });
    expect([seen.status, seen.location]).toEqual([200, undefined]);
    expect(effectOf(seen.text)).toContain('1 chào bán');
    expect(effectOf(seen.text)).toContain('Thiết bị cuốn búp Shan tuyết');
    expect(await totalOf(QUERY)).toBe(0);
    const other = await broker.submit('/tu-dong-nghia/moi', { words: `${QUERY}\nmáy ép cám`, then: 'save' });
    expect(effectOf(other.text)).toContain('Máy ép cám nổi');

    const back = await broker.submit('/tu-dong-nghia/moi', { words, then: 'preview' });
    expect(back.status).toBe(200);
    const saved = await broker.follow(await broker.submit('/tu-dong-nghia/moi', { then: 'save' }));
    expect(saved.text).toContain('Đã lưu.');
    expect(await totalOf(QUERY)).toBe(1);
  });

  it('changes a group, and tells who comes too late', async () => {
    const list = await broker.get(`/vi/ban-lam-viec/tu-dong-nghia?${new URLSearchParams({ q: QUERY })}`);
    const edit = list.document.querySelector('tbody a')!.getAttribute('href')!;
    const form = await broker.get(edit);
    expect(form.document.querySelector('textarea[name=words]')?.textContent).toBe(`${QUERY}\nthiết bị cuốn búp`);
    const words = `${QUERY}\nthiết bị cuốn búp\nmáy cuốn trà`;
    await broker.submit(edit, { words, then: 'preview' });
    const stale = await broker.submit(edit, { then: 'save', version: '7' });
    expect([stale.status, stale.document.querySelector('.error-summary')?.textContent]).toEqual([409, expect.stringContaining('đã được người khác thay đổi')]);
    await broker.get(edit);
    await broker.submit(edit, { words, then: 'preview' });
    expect((await broker.submit(edit, { then: 'save' })).status).toBe(303);
    expect(await totalOf('máy cuốn trà')).toBe(1);
  });

  it('removes a group only after the loss was shown', async () => {
    const list = await broker.get(`/en/desk/synonyms?${new URLSearchParams({ q: QUERY })}`);
    const remove = [...list.document.querySelectorAll('tbody a')].at(-1)!.getAttribute('href')!;
    const asked = await broker.get(remove);
    expect(asked.text).toContain('Remove this group of synonyms?');
    expect(asked.text.slice(asked.text.indexOf('Afterwards'))).toContain(QUERY);
    expect(await totalOf(QUERY)).toBe(1);
    const done = await broker.follow(await broker.submit(remove));
    expect(done.text).toContain('The group has been removed.');
    expect(await totalOf(QUERY)).toBe(0);
    expect((await broker.get(remove)).status).toBe(404);
  });
});

describe('what everybody is offered while typing, on the pages', () => {
  const suggest = async (): Promise<string[]> => (await floor.visitor.get(`search/suggestions?${new URLSearchParams({ q: 'máy ép c' })}`)).body.queries.map(({ q }: any) => q);

  it('is listed for staff, who take a query away and give it back', async () => {
    const { SuggestedNames } = await import('@app/search/application/suggested-names.js');
    await floor.database.query(
      `insert into search_query_bucket select date_trunc('hour', now()) - make_interval(hours => n), 'may ep cam', 'máy ép cám', 'vi', 2, 0, 0, 0, 2, 3 from generate_series(1, 5) as n`,
    );
    await floor.http.get(SuggestedNames).refresh();
    expect(await suggest()).toEqual(['máy ép cám']);
    const log = await broker.get('/vi/ban-lam-viec/tim-kiem');
    const list = await broker.get(log.document.querySelector('a[href="/vi/ban-lam-viec/goi-y"]')!.getAttribute('href')!);
    const query = list.document.querySelector('form[method=post] input[name=query]')!.getAttribute('value')!;
    expect(query).toBe('máy ép cám');
    const done = await broker.follow(await broker.post('/vi/ban-lam-viec/goi-y', { query }));
    expect(done.text).toContain('Đã bỏ. Từ bây giờ');
    expect(await suggest()).toEqual([]);
    const back = await broker.follow(await broker.submit('/tra-lai'));
    expect(back.text).toContain('Đã cho gợi ý lại');
    expect(await suggest()).toEqual(['máy ép cám']);
    const never = await broker.post('/vi/ban-lam-viec/goi-y', { query: '0901 234 567' });
    expect([never.status, never.document.querySelector('.error-summary')?.textContent]).toEqual([422, expect.stringContaining('không bao giờ được gợi ý')]);
  });
});
