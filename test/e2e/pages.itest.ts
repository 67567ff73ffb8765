import { brotliCompressSync, gzipSync } from 'node:zlib';
import { MAX_SAVED } from '@app/search';
import { ROUTES } from '../../apps/web/src/i18n/routes.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { openFloor, type Person, type WholeFloor } from '../support/floor.js';
import { PageClient } from '../support/page-client.js';

let floor: WholeFloor;
const people = new Map<Person | 'visitor', PageClient>();
const as = (person: Person | 'visitor'): PageClient => people.get(person)!;

beforeAll(async () => {
  floor = await openFloor({}, [WebModule]);
  for (const person of ['supplier', 'supplier2', 'enterprise', 'enterprise2', 'broker', 'broker2', 'manager', 'admin'] as const) {
    people.set(person, await new PageClient(floor.http).signIn(person));
  }
  people.set('visitor', new PageClient(floor.http));
});
afterAll(() => floor?.close());

const OFFER = { title: 'Máy sấy xoài bơm nhiệt 500 kg/mẻ', kind: 'equipment', description: 'Máy sấy trái cây bằng bơm nhiệt.', fields: ['food-technology'], trl: '9', transferModes: ['turnkey'], priceKind: 'firm', priceMinMillions: '300', 'specs.0.name': 'Công suất', 'specs.0.value': '500', 'specs.0.unit': 'kg/mẻ', province: '92' };
const SUMMARY = 'Sấy xoài, chuối, mít bằng bơm nhiệt ở 45 °C, giữ màu và mùi.';
const NEED = { title: 'Cần máy sấy xoài', need: 'Cơ sở cần máy sấy xoài bơm nhiệt, khoảng 500 kg mỗi mẻ, giữ màu.', fields: ['food-technology'], budgetMillions: '500', trlMin: '7', transferModes: ['turnkey'], 'quantities.0.name': 'Công suất', 'quantities.0.value': '500', 'quantities.0.unit': 'kg/mẻ' };

describe('the main job by plain forms', () => {
  let offer: string;
  let desk: string;
  let request: string;
  let deskRequest: string;
  let connection: string;

  it('keeps what was typed when an offer is not complete, and makes no second draft', async () => {
    const supplier = as('supplier');
    await supplier.get('/vi/tai-khoan/chao-ban/moi');
    const wrongPrice = await supplier.submit('/moi', { ...OFFER, priceMinMillions: 'ba trăm', then: 'submit' });
    expect(wrongPrice.status).toBe(422);
    expect(wrongPrice.document.querySelector('.error-summary a')?.getAttribute('href')).toBe('#priceMinMillions');
    expect(wrongPrice.text).toContain('Viết số tiền bằng số');
    expect(wrongPrice.document.querySelector('#title')?.getAttribute('value')).toBe(OFFER.title);

    const incomplete = await supplier.submit('/moi', { ...OFFER, then: 'submit' });
    expect(incomplete.status).toBe(422);
    expect(incomplete.document.querySelector('.error-summary a')?.getAttribute('href')).toBe('#summary');
    const form = incomplete.document.querySelector('form[action*="/tai-khoan/chao-ban/"]')!;
    const action = form.getAttribute('action')!;
    const sent = await supplier.submit(action, { summary: SUMMARY, then: 'submit' });
    expect(sent.status).toBe(303);
    const shown = await supplier.follow(sent);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('Đã gửi. Cán bộ trung tâm xem rồi báo bạn.');
    expect(shown.text).toContain('Chờ duyệt');
    expect((await supplier.get(sent.location!)).text).not.toContain('Đã gửi. Cán bộ');
    expect((await supplier.get('/vi/tai-khoan/chao-ban')).text).toContain('(1)');
    offer = sent.location!;
    expect((await as('visitor').get(offer)).status).toBe(404);
  });

  it('lets the broker return it with a reason, which a supplier reads and follows', async () => {
    const broker = as('broker');
    const queue = await broker.get('/vi/ban-lam-viec');
    desk = queue.document.querySelector('.desk-queue a')!.getAttribute('href')!;
    await broker.get(desk);
    const bare = await broker.submit('/return', { reason: ' ' });
    expect(bare.status).toBe(422);
    expect(bare.text).toContain('Nêu lý do');
    const returned = await broker.submit('/return', { reason: 'Thiếu nhiệt độ sấy' });
    expect((await broker.follow(returned)).text).toContain('Đã trả lại');

    const supplier = as('supplier');
    const seen = await supplier.get(offer);
    expect(seen.text).toContain('Thiếu nhiệt độ sấy');
    expect(seen.document.querySelector('.notice')?.textContent).toContain('Trung tâm trả lại bản này');
    const edit = seen.document.querySelector('main a[href*="/tai-khoan/chao-ban/"]')!.getAttribute('href')!;
    const form = await supplier.get(edit);
    expect(form.document.querySelector('#priceMinMillions')?.getAttribute('value')).toBe('300');
    const sent = await supplier.submit(edit, { description: 'Sấy ở 45 °C bằng bơm nhiệt.', then: 'submit' });
    expect(sent.status).toBe(303);
  });

  it('lets the broker approve it, and visitors find it without accents', async () => {
    const broker = as('broker');
    await broker.get(desk);
    expect((await broker.submit('/approve')).location).toBe('/vi/ban-lam-viec');
    await floor.quiet();
    const found = await waitFor(() => as('visitor').get('/vi/cong-nghe?q=may+say+xoai&nonsense=1'), ({ document }) => document.querySelector('.row') !== null);
    expect(found.document.querySelector('.row h2 a')?.getAttribute('href')).toBe(offer);
    expect(found.document.querySelector('.row mark')).not.toBeNull();
    const page = await as('visitor').get(offer);
    expect(page.status).toBe(200);
    expect(page.text).toContain('300 triệu đồng');
    const english = await as('visitor').get(page.document.querySelector('link[hreflang=en]')!.getAttribute('href')!.replace('http://localhost:3000', ''));
    expect(english.document.querySelector('h1')?.getAttribute('lang')).toBe('vi');
  });

  it('opens a request and shows why each offer fits', async () => {
    const enterprise = as('enterprise');
    const prefilled = await enterprise.get('/vi/yeu-cau/moi?need=x%C6%B0%E1%BB%9Fng');
    expect(prefilled.document.querySelector('textarea[name=need]')?.textContent).toBe('xưởng');
    const sent = await enterprise.submit('/moi', { ...NEED, then: 'submit' });
    request = sent.location!;
    expect((await enterprise.follow(sent)).text).toContain('Chờ duyệt');
    const broker = as('broker');
    const queue = await broker.get('/vi/ban-lam-viec?queue=requests');
    deskRequest = queue.document.querySelector('.desk-queue a')!.getAttribute('href')!;
    await broker.get(deskRequest);
    expect((await broker.submit('/approve')).location).toBe(deskRequest);
    await floor.quiet();
    const seen = await enterprise.get(request);
    expect(seen.document.querySelectorAll('.match')).toHaveLength(1);
    expect(seen.document.querySelectorAll('.reasons .is-ok').length).toBeGreaterThan(2);
    const verdict = await enterprise.submit('/feedback', { verdict: 'good' });
    expect(verdict.status).toBe(303);
    const supplier = await as('supplier').get(offer);
    expect(supplier.document.querySelectorAll('#matches .match')).toHaveLength(1);
    expect(supplier.text).not.toContain('500 triệu');
  });

  it('introduces both sides, who confirm, write and record what came of it', async () => {
    const broker = as('broker');
    await broker.get(deskRequest);
    expect((await broker.submit('/introduce', { message: '' })).status).toBe(422);
    const action = broker.address;
    const introduced = await broker.submit('/introduce', { message: 'Xin giới thiệu hai đơn vị.' });
    expect(introduced.location).toMatch(new RegExp(`^${deskRequest}#match-`));
    expect((await broker.get(action)).location).toBe('/vi/ban-lam-viec');
    expect((await broker.get(`${deskRequest}/approve?x=1`)).location).toBe(`${deskRequest}?x=1`);
    connection = (await broker.follow(introduced)).document.querySelector('.match a[href*="/ket-noi/"]')!.getAttribute('href')!;
    for (const person of ['supplier', 'enterprise'] as const) {
      const page = await as(person).get(connection);
      expect(page.text).toContain('Xin giới thiệu hai đơn vị.');
      expect(page.text).not.toContain('@techfloor.example');
      expect((await as(person).submit('/confirm')).location).toBe(connection);
    }
    const both = await as('supplier').get(connection);
    expect(both.text).toContain('Hai bên đã xác nhận');
    expect(both.text).toContain('enterprise@techfloor.example');
    expect((await as('supplier').submit('/messages', { text: '' })).status).toBe(422);
    await as('supplier').submit('/messages', { text: 'Mời bạn xem máy.' });
    const read = await as('enterprise').get(connection);
    expect(read.text).toContain('Mời bạn xem máy.');
    const outcome = await as('enterprise').submit('/outcome', { outcome: 'contract', valueMinMillions: '1,5', valueMaxMillions: 'nhiều' });
    expect(outcome.document.querySelector('.error-summary a')?.getAttribute('href')).toBe('#outcome-valueMaxMillions');
    await as('enterprise').submit('/outcome', { valueMaxMillions: '2' });
    expect((await as('broker').get(connection)).text).toContain('Kết quả: Ký hợp đồng');
  });

  it('tells people in their language and leads them there', async () => {
    await floor.quiet();
    const list = await as('enterprise').get('/en/account/notifications');
    expect(list.document.querySelectorAll('.row').length).toBeGreaterThan(2);
    for (const link of list.document.querySelectorAll('.row h2 a')) {
      const url = link.getAttribute('href')!;
      const page = await as('enterprise').get(url);
      const landed = page.location ? await as('enterprise').follow(page) : page;
      expect([url, landed.status]).toEqual([url, 200]);
    }
    await as('enterprise').get('/en/account/notifications');
    const chosen = await as('enterprise').submit('/preferences', { 'mail.match': 'weekly', 'app.system': '' });
    const kept = await as('enterprise').follow(chosen);
    expect(kept.text).toContain('Saved.');
    expect(kept.document.querySelector('select[name="mail.match"] option[selected]')?.getAttribute('value')).toBe('weekly');
    expect(kept.document.querySelector('input[name="app.system"]')?.hasAttribute('checked')).toBe(false);
    expect(kept.document.querySelector('input[name="app.match"]')?.hasAttribute('checked')).toBe(true);
    expect((await as('enterprise').submit('/preferences', { 'mail.match': 'hourly' })).status).toBe(422);
    await as('enterprise').get('/en/account/notifications');
    expect((await as('enterprise').submit('/read')).location).toBe('/en/account/notifications');
    const before = await as('enterprise').get('/en/account/notifications');
    expect(before.text).toContain('New');
    const other = await as('supplier').get('/en/account/notifications');
    const others = [...other.document.querySelectorAll('input[name=seen]')].map((input) => input.getAttribute('value')!);
    expect(others.length).toBeGreaterThan(1);
    await as('enterprise').post('/en/account/notifications/all-read', { seen: [...others, 'x 1', `${others[0]} -1`] });
    expect((await as('supplier').get('/en/account/notifications')).document.querySelectorAll('input[name=seen]')).toHaveLength(others.length);
    await as('enterprise').get('/en/account/notifications');
    const seen = await as('enterprise').follow(await as('enterprise').submit('/all-read'));
    expect(seen.document.querySelectorAll('form[action$="/read"]')).toHaveLength(0);
  });

  it('refuses to change what somebody else has changed meanwhile, without losing the text', async () => {
    const supplier = as('supplier');
    const edit = desk.replace('/vi/ban-lam-viec/', '/vi/tai-khoan/');
    await supplier.get(edit);
    const stale = await supplier.submit(edit, { version: '1', title: 'Máy sấy đời mới', then: 'save' });
    expect(stale.status).toBe(409);
    expect(stale.document.querySelector('#title')?.getAttribute('value')).toBe('Máy sấy đời mới');
    expect(stale.document.querySelector('.error-summary')?.textContent).toContain('đã được người khác thay đổi');
    expect((await supplier.submit(edit, { title: 'Máy sấy đời mới', then: 'submit' })).status).toBe(303);
    const compared = await as('broker').get(desk);
    expect(compared.document.querySelector('.diff del')?.textContent).toBe(OFFER.title);
    expect(compared.document.querySelector('.diff ins')?.textContent).toBe('Máy sấy đời mới');
  });
});

describe('who may open which page', () => {
  const OPEN = ['/vi', '/vi/cong-nghe', '/vi/yeu-cau', '/vi/nha-cung-ung', '/vi/gioi-thieu', '/vi/dang-nhap', '/en', '/en/offers', '/en/requests', '/en/suppliers', '/en/about', '/en/sign-in'];
  const CLOSED: [string, (Person)[], (Person)[]][] = [
    ['/vi/yeu-cau/moi', ['enterprise'], ['supplier', 'broker']],
    ['/vi/tai-khoan/chao-ban', ['supplier'], ['enterprise', 'broker']],
    ['/vi/tai-khoan/chao-ban/moi', ['supplier'], ['enterprise']],
    ['/vi/tai-khoan/yeu-cau', ['enterprise'], ['supplier', 'admin']],
    ['/vi/tai-khoan/ket-noi', ['supplier', 'enterprise', 'broker', 'admin'], []],
    ['/vi/tai-khoan/thong-bao', ['supplier', 'enterprise', 'broker', 'manager', 'admin'], []],
    ['/vi/ban-lam-viec', ['broker', 'broker2', 'manager', 'admin'], ['supplier', 'enterprise']],
    ['/en/desk?queue=open', ['broker', 'admin'], ['supplier']],
    ['/vi/ban-lam-viec/tim-kiem', ['broker', 'broker2', 'manager', 'admin'], ['supplier', 'enterprise']],
    ['/vi/ban-lam-viec/goi-y', ['broker', 'broker2', 'manager', 'admin'], ['supplier', 'enterprise']],
    ['/en/desk/synonyms', ['broker', 'broker2', 'manager', 'admin'], ['supplier', 'enterprise']],
    ['/vi/ban-lam-viec/tu-dong-nghia/moi?q=x', ['broker'], ['supplier']],
    ['/vi/ban-lam-viec/trung-tam', ['manager', 'admin'], ['broker', 'supplier']],
    ['/en/account/offers', ['supplier'], ['enterprise']],
  ];

  it.each(OPEN)('%s is open to everybody', async (url) => {
    for (const person of ['visitor', 'supplier', 'enterprise', 'broker'] as const) {
      const answer = await as(person).get(url);
      expect([person, answer.status]).toEqual([person, 200]);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    }
  });

  it.each(CLOSED)('%s is open to %j, closed to %j and asks visitors to sign in', async (url, allowed, refused) => {
    for (const person of allowed) expect([person, (await as(person).get(url)).status]).toEqual([person, 200]);
    for (const person of refused) expect([person, (await as(person).get(url)).status]).toEqual([person, 403]);
    const asked = await as('visitor').get(url);
    expect(asked.status).toBe(303);
    expect(asked.location).toBe(`${url.startsWith('/vi') ? '/vi/dang-nhap' : '/en/sign-in'}?next=${encodeURIComponent(url)}`);
  });

  it('hides what belongs to others and to another centre', async () => {
    const [{ id }] = (await floor.as('supplier').get('me/offers')).body.items;
    const [{ id: connection }] = (await floor.as('supplier').get('connections')).body.items;
    for (const person of ['supplier2', 'enterprise2'] as const) {
      expect((await as(person).get(`/vi/tai-khoan/ket-noi/${connection}`)).status).toBe(404);
      expect((await as(person).post(`/vi/tai-khoan/ket-noi/${connection}/confirm`, {})).status).toBe(404);
    }
    expect((await as('broker2').get(`/vi/ban-lam-viec/chao-ban/${id}`)).status).toBe(404);
    expect((await as('supplier2').post(`/vi/tai-khoan/chao-ban/${id}/withdraw`, {})).status).toBe(403);
    expect((await as('broker2').post(`/vi/ban-lam-viec/chao-ban/${id}/suspend`, { reason: 'x' })).status).toBe(403);
    expect((await as('visitor').get(`/vi/cong-nghe/${id}`)).location).toMatch(/^\/vi\/cong-nghe\/may-say/);
  });
});

describe('what an owner may not do yet', () => {
  const summaryOf = (answer: { document: Document }): (string | null | undefined)[] => {
    const item = answer.document.querySelector('.error-summary li');
    return [item?.textContent, item?.querySelector('a')?.getAttribute('href')];
  };

  it('is said where it can be mended: in the form of an offer', async () => {
    const api = floor.as('supplier');
    const { body: draft } = await api.post('offers', { title: 'Máy xay bột nếp', kind: 'equipment' });
    await as('supplier').get(`/vi/cong-nghe/${draft.slug}`);
    const incomplete = await as('supplier').submit('/submit');
    expect([incomplete.status, ...summaryOf(incomplete)]).toEqual([422, 'Viết tóm tắt hai, ba câu để gửi duyệt', '#summary']);
    expect(incomplete.document.querySelector('#title')?.getAttribute('value')).toBe('Máy xay bột nếp');
    expect((await as('supplier').submit(`/${draft.id}`, { summary: 'Xay bột nếp.', then: 'submit' })).status).toBe(303);

    await floor.as('broker').post(`offers/${draft.id}/approve`);
    await api.post(`offers/${draft.id}/withdraw`);
    await floor.database.query(`update offer_revision set valid_until = '2026-01-31' where offer_id = $1`, [draft.id]);
    await as('supplier').get(`/vi/cong-nghe/${draft.id}`).then((answer) => as('supplier').follow(answer));
    const over = await as('supplier').submit('/relist');
    expect([over.status, ...summaryOf(over)]).toEqual([422, 'Hạn hiệu lực đã qua.', '#validUntil']);
    expect(over.document.querySelector('#validUntil')?.getAttribute('value')).toBe('31/01/2026');
  });

  it('or on the page itself, beside what can be done now', async () => {
    const { body: draft } = await floor.as('supplier').post('offers', { title: 'Máy cán bột', kind: 'equipment', summary: 'Cán bột.' });
    await as('supplier').get(`/vi/cong-nghe/${draft.slug}`);
    await floor.as('supplier').post(`offers/${draft.id}/submit`);
    const again = await as('supplier').submit('/submit');
    expect(again.status).toBe(409);
    expect(summaryOf(again)[0]).toMatch(/đã được người khác thay đổi/);
    expect(again.document.querySelector('form[action$="/recall"]')).not.toBeNull();

    const { body: request } = await floor.as('enterprise').post('requests', { title: 'Cần máy cán bột', need: 'Máy cán bột cho lò bánh.' });
    await as('enterprise').get(`/vi/yeu-cau/${request.slug}`);
    await floor.as('enterprise').post(`requests/${request.id}/submit`);
    const late = await as('enterprise').submit('/submit');
    expect(late.status).toBe(409);
    expect(summaryOf(late)[0]).toMatch(/đã được người khác thay đổi/);
  });
});

describe('how to reach the centre', () => {
  it('is edited by its manager and stands at the foot of the next page', async () => {
    const desk = await as('manager').get('/vi/ban-lam-viec');
    expect(desk.document.querySelector('a[href="/vi/ban-lam-viec/trung-tam"]')).not.toBeNull();
    expect((await as('broker').get('/vi/ban-lam-viec')).document.querySelector('a[href="/vi/ban-lam-viec/trung-tam"]')).toBeNull();
    await as('manager').get('/vi/ban-lam-viec/trung-tam');
    const wrong = await as('manager').submit('/trung-tam', { phone: 'gọi chị Hạnh' });
    expect(wrong.status).toBe(422);
    expect(wrong.document.querySelector('.error-summary a')?.getAttribute('href')).toBe('#phone');
    const saved = await as('manager').submit('/trung-tam', { phone: '0292 3 820 674' });
    const shown = await as('manager').follow(saved);
    expect(shown.text).toContain('Đã lưu liên hệ của trung tâm.');
    expect(shown.document.querySelector('footer')?.textContent?.replaceAll('\u00a0', ' ')).toContain('0292 3 820 674');
    expect((await as('visitor').get('/en')).text.replaceAll('\u00a0', ' ')).toContain('0292 3 820 674');
  });
});

describe('signing in by the page', () => {
  it('leads back to where one was, but never to another site', async () => {
    const client = new PageClient(floor.http);
    const fields = { email: 'supplier@techfloor.example', password: 'correct horse battery' };
    expect((await client.post('/en/sign-in', { ...fields, next: '/en/account/offers?page=2' })).location).toBe('/en/account/offers?page=2');
    for (const next of ['https://evil.example/vi', '//evil.example', '/\\evil.example', '/vi\\@evil.example', '/api/v1/me', 'javascript:alert(1)', '/vi/\n//x']) {
      expect((await client.post('/vi/dang-nhap', { ...fields, next })).location).toBe('/vi/tai-khoan/chao-ban');
    }
    expect((await client.get('/vi/tai-khoan/chao-ban')).status).toBe(200);
    await client.get('/vi');
    const out = await client.submit('/dang-xuat');
    expect((await client.follow(out)).text).toContain('Bạn đã đăng xuất');
    expect((await client.get('/vi/tai-khoan/chao-ban')).status).toBe(303);
  });

  it('says that something is wrong without saying what, keeps the address and never the password', async () => {
    const client = new PageClient(floor.http);
    for (const email of ['supplier2@techfloor.example', 'nobody@techfloor.example']) {
      const answer = await client.post('/vi/dang-nhap', { email, password: 'not this one' });
      expect(answer.status).toBe(401);
      expect(answer.text).toContain('Địa chỉ thư hoặc mật khẩu không đúng.');
      expect(answer.document.querySelector('#email')?.getAttribute('value')).toBe(email);
      expect(answer.html).not.toContain('not this one');
    }
    expect((await client.post('/vi/dang-nhap', { email: '', password: '' })).text).toContain('Ghi thư điện tử');
  });

  it('locks after five failures, with the words for it', async () => {
    const client = new PageClient(floor.http);
    const attempt = (password: string) => client.post('/vi/dang-nhap', { email: 'manager@techfloor.example', password });
    for (let i = 0; i < 5; i++) expect((await attempt('wrong')).status).toBe(401);
    const locked = await attempt('correct horse battery');
    expect(locked.status).toBe(429);
    expect(locked.text).toContain('Hãy thử lại sau 15 phút');
  });

  it('refuses a form that another site sends', async () => {
    const answer = await as('supplier').post('/vi/dang-xuat', {}, { origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('Bạn không được xem trang này');
    expect((await as('supplier').get('/vi/tai-khoan/chao-ban')).status).toBe(200);
    expect((await as('supplier').get(`/vi/cong-nghe?q=${'a'.repeat(9_000)}`)).text).toContain('Chưa nhận được');
  });
});

describe('what browsers and machines ask for', () => {
  it('chooses the language of the bare address by the browser', async () => {
    expect((await as('visitor').get('/', { 'accept-language': 'en-GB,en;q=0.9' })).location).toBe('/en');
    expect((await as('visitor').get('/')).location).toBe('/vi');
  });

  it('answers what is missing with a page that helps and a reference, in the language of the address', async () => {
    const vi = await as('visitor').get('/vi/khong-co');
    expect(vi.status).toBe(404);
    expect(vi.text).toContain('Không có trang này');
    expect(vi.text).toContain(String(vi.headers['x-request-id']));
    const en = await as('supplier').get('/en/offers/nothing-here');
    expect(en.status).toBe(404);
    expect(en.document.documentElement.getAttribute('lang')).toBe('en');
    expect(en.text).toContain('Đơn vị supplier');
    expect((await as('visitor').get('/api/v1/offers/nothing-here', { accept: 'text/html' })).headers['content-type']).toContain('problem+json');
    expect((await as('supplier').post('/vi/tai-khoan/chao-ban/nonsense/explode', {})).status).toBe(404);
  });

  it('keeps pages by their tag and assets for ever', async () => {
    const page = await as('visitor').get('/vi/gioi-thieu');
    expect(page.headers['cache-control']).toBe('no-cache');
    const again = await as('visitor').get('/vi/gioi-thieu', { 'if-none-match': String(page.headers['etag']) });
    expect(again.status).toBe(304);
    expect((await as('supplier').get('/vi/gioi-thieu')).headers['cache-control']).toBe('private, no-cache');
    const style = page.document.querySelector('link[rel=stylesheet]')!.getAttribute('href')!;
    expect(style).toMatch(/^\/assets\/app-[0-9a-f]{10}\.css$/);
    const asset = await as('visitor').get(style);
    expect(asset.status).toBe(200);
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await as('visitor').get('/assets/nothing.css')).status).toBe(404);
    expect((await as('visitor').get('/assets/..%2f..%2fpackage.json')).status).toBeGreaterThanOrEqual(400);
  });

  it('stays within what a slow phone can load', async () => {
    const page = await as('visitor').get('/vi/cong-nghe');
    const sizeOf = async (url: string): Promise<number> => gzipSync((await floor.http.inject({ url })).rawPayload).length;
    const style = page.document.querySelector('link[rel=stylesheet]')!.getAttribute('href')!;
    expect(await sizeOf(style)).toBeLessThan(12 * 1024);
    const scripts = [...page.document.querySelectorAll('script[src]')].map((script) => script.getAttribute('src')!);
    const sizes = await Promise.all(scripts.map(sizeOf));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(20 * 1024);
    const fonts = [...new Set((await floor.http.inject({ url: style })).body.match(/[\w-]+\.woff2/g))];
    expect(fonts).toHaveLength(4);
    const loads = await Promise.all(fonts.map(async (font) => (await floor.http.inject({ url: `/assets/${font}` })).rawPayload.length));
    expect(loads.reduce((sum, size) => sum + size, 0)).toBeLessThan(70 * 1024);
    expect(brotliCompressSync(page.html).length).toBeLessThan(10 * 1024);
  });

  it('tells robots where to go', async () => {
    expect((await as('visitor').get('/robots.txt')).html).toContain('Disallow: /vi/ban-lam-viec');
    expect((await as('visitor').get('/sitemap.xml')).html).toContain('<loc>http://localhost:3000/en/offers</loc>');
  });

  it('takes nonsense in the query for nothing', async () => {
    for (const query of ['trlMin=abc', 'trlMin=9&trlMax=1', 'page=-1', 'page=99999999', 'sort=magic', 'priceMax=1e99', 'field=%00', 'q=%EF%BF%BD', 'q=a&q=b', 'readyToTransfer=maybe', 'supplier=nobody', '__proto__=x', 'exact=true&q=x', 'size=100000']) {
      expect([query, (await as('visitor').get(`/vi/cong-nghe?${query}`)).status]).toEqual([query, 200]);
    }
    for (const list of ['/vi/yeu-cau', '/vi/nha-cung-ung']) expect((await as('visitor').get(`${list}?page=zero&x=1`)).status).toBe(200);
  });

  it('counts a view of a visitor once, of the owner and of machines never', async () => {
    const { slug, id } = (await floor.visitor.get('offers')).body.items[0];
    const seen = async (): Promise<number> => {
      await flush();
      const [row] = await floor.database.query<{ n: number }>('select coalesce(sum(views), 0)::int as n from view_bucket where offer_id = $1', [id]);
      return row.n;
    };
    const before = await seen();
    await as('visitor').get(`/vi/cong-nghe/${slug}`);
    await as('supplier').get(`/vi/cong-nghe/${slug}`);
    await as('broker').get(`/vi/cong-nghe/${slug}`);
    await as('visitor').get(`/vi/cong-nghe/${slug}`, { 'user-agent': 'Googlebot/2.1' });
    expect(await seen()).toBe(before + 1);
  });

  it('lists the searches that one has saved, and removes them', async () => {
    const page = as('enterprise2');
    expect((await page.get('/vi/tai-khoan/tim-kiem')).text).toContain('Chưa có tìm kiếm nào được lưu');
    await page.get(`/vi/cong-nghe?q=${encodeURIComponent('máy cấy lúa')}`);
    const saved = await page.submit('/luu', { name: 'Máy cấy', frequency: 'weekly' });
    expect(saved.location).toBe('/vi/cong-nghe?q=m%C3%A1y+c%E1%BA%A5y+l%C3%BAa');
    const list = await page.get('/vi/tai-khoan/tim-kiem');
    expect(list.text).toContain('Máy cấy');
    expect([...list.document.querySelectorAll('main .row h2 a')].map((a) => a.getAttribute('href'))).toEqual(['/vi/cong-nghe?q=m%C3%A1y+c%E1%BA%A5y+l%C3%BAa']);
    expect((await as('enterprise').get('/vi/tai-khoan/tim-kiem')).text).not.toContain('Máy cấy');
    expect((await page.submit('/remove')).location).toBe('/vi/tai-khoan/tim-kiem');
    expect((await page.get('/vi/tai-khoan/tim-kiem')).text).toContain('Chưa có tìm kiếm nào được lưu');
  });

  it.each([
    ['vi', '/vi/cong-nghe?q=may+gieo+hat', '/vi/tai-khoan/tim-kiem', '/luu', 'Bạn đã lưu tìm kiếm này rồi.', 'Tên đã lưu: “Máy "gieo" <hạt>”.'],
    ['en', '/en/offers?q=may+gieo+hat', '/en/account/searches', '/save', 'You have saved this search already.', 'Its name is “Máy "gieo" <hạt>”.'],
  ])('says in %s that a search is saved already, and leads to it', async (_lang, address, list, form, lead, name) => {
    const page = as('enterprise2');
    await page.get('/vi/cong-nghe?q=may+gieo+hat');
    await page.submit('/luu', { name: 'Máy "gieo" <hạt>', frequency: 'weekly' });
    await page.get(address);
    const again = await page.submit(form, { name: 'Tên khác', frequency: 'daily' });
    expect(again.status).toBe(200);
    const notice = again.document.querySelector('.notice')!;
    expect(notice.textContent).toContain(`${lead} ${name}`);
    const href = notice.querySelector('a')!.getAttribute('href')!;
    expect(href).toMatch(new RegExp(`^${list}#s-`));
    const { document } = await page.get(list);
    const searches = [...document.querySelectorAll('main .row')].filter((row) => row.textContent.includes('gieo'));
    expect(searches.map((row) => [`${list}#${row.getAttribute('id')}`, row.textContent.includes('Tên khác')])).toEqual([[href, false]]);
    await page.submit(`${href.split('#s-')[1]}/remove`);
  });

  it('gives the form that saves a search back, with what was typed and what to mend', async () => {
    const page = as('enterprise2');
    const open = () => page.get(`/vi/cong-nghe?q=${encodeURIComponent('máy cấy lúa')}`);
    for (const [fields, link, words] of [
      [{ name: 'Máy\u0000cấy' }, '#save-name', 'ký tự'],
      [{ name: 'Máy\u0007cấy' }, '#save-name', 'ký tự'],
      [{ name: ' ' }, '#save-name', 'Đặt tên cho tìm kiếm này'],
      [{ name: 'Máy cấy', frequency: 'hourly' }, '#save-frequency', ''],
    ] as const) {
      await open();
      const back = await page.submit('/luu', fields);
      expect({ fields, status: back.status }).toEqual({ fields, status: 422 });
      expect(back.document.querySelector('.error-summary a')!.getAttribute('href')).toBe(link);
      expect(back.document.querySelector(`.field.wrong ${link}`)).not.toBeNull();
      expect(back.document.querySelector('.error-summary')!.textContent).toContain(words);
      expect(back.document.querySelector('details[open] form [name=query]')!.getAttribute('value')).toBe('q=m%C3%A1y+c%E1%BA%A5y+l%C3%BAa');
    }
    const email = 'enterprise2@techfloor.example';
    expect(await floor.database.query('select 1 from saved_search where account_id = (select id from account where email = $1)', [email])).toEqual([]);

    await floor.database.query(
      `insert into saved_search (id, account_id, name, query, frequency, created_at, version)
       select uuidv7(), id, 'x', 'q=x' || n, 'daily', now(), 1 from account, generate_series(1, $2::int) as n where email = $1`,
      [email, MAX_SAVED],
    );
    await open();
    const full = await page.submit('/luu', { name: 'Một cái nữa', frequency: 'weekly' });
    expect(full.status).toBe(409);
    expect(full.document.querySelector('.error-summary')!.textContent).toContain('Mỗi tài khoản lưu được nhiều nhất 100 tìm kiếm');
    expect(full.document.querySelector('#save-name')!.getAttribute('value')).toBe('Một cái nữa');
    expect(full.document.querySelector('#save-frequency option[selected]')!.getAttribute('value')).toBe('weekly');
  });

  it('logs what a visitor searches for, on the page and over the API, and what is still being typed not', async () => {
    const { QueryLog } = await import('@app/search');
    const agent = { 'user-agent': 'Mozilla/5.0' };
    const address = `/vi/cong-nghe?q=${encodeURIComponent('máy hiếm gặp')}&kind=&trlMin=`;
    await as('visitor').get(address, agent);
    await as('visitor').get(`${address}&field=crops`, agent);
    await as('visitor').get(address, { ...agent, 'hx-request': 'true', 'x-typing': 'yes' });
    await as('broker').get(address, agent);
    await floor.visitor.get(`offers?q=${encodeURIComponent('Máy hiếm gặp')}&size=5`, agent);
    await floor.visitor.get(`offers?q=${encodeURIComponent('máy rất hiếm gặp')}&size=5`, agent);
    await floor.http.get(QueryLog).flush();
    const rows = await floor.database.query(`select query, typed, searches from search_query_bucket where query like '%hiem gap' order by query`);
    // One visitor's search of the same words within an hour is one.
    expect(rows).toEqual([{ query: 'may hiem gap', typed: 'máy hiếm gặp', searches: 1 }, { query: 'may rat hiem gap', typed: 'máy rất hiếm gặp', searches: 1 }]);
  });
});

const flush = async (): Promise<void> => {
  const { ViewCounter } = await import('@app/statistics');
  await floor.http.get(ViewCounter).flush();
};

const waitFor = async <T>(ask: () => Promise<T>, ready: (answer: T) => boolean): Promise<T> => {
  const deadline = Date.now() + 5_000;
  for (;;) {
    const answer = await ask();
    if (ready(answer) || Date.now() > deadline) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

describe('hostile input at every page', () => {
  const HOSTILE = ['%00', '%FF', '%ED%A0%80', '..%2F..', "'%20or%201=1--", '%3Cscript%3E', 'a'.repeat(190), '%F0%9F%98%80', '0190aa00-0000-7000-8000-000000000001', '__proto__', 'constructor'];
  const BODIES: Record<string, string>[] = [
    {}, { title: 'a\u0000b', kind: 'equipment', summary: '\ufffd', then: 'submit' }, { title: 'x'.repeat(400), need: '<script>alert(1)</script>', then: 'submit' },
    { version: '99999999999999999999', reason: 'x', message: 'y', text: 'z', outcome: 'nope', verdict: 'nope', email: 'a@b.c', password: 'x' },
    { 'specs.0.name': '', 'specs.0.value': 'x', 'specs.999.name': 'y', 'ip.0.kind': 'nope', '__proto__.x': '1', priceMinMillions: '9'.repeat(18), year: '-1', validUntil: '31/02/2027', trl: '42', fields: 'nope' },
  ];
  const addresses = (): string[] =>
    Object.values(ROUTES).flatMap(({ vi, en }) => [[`/vi${vi}`], [`/en${en}`]].flatMap(([pattern]) =>
      pattern.includes(':') ? HOSTILE.map((value) => pattern.replace(/:\w+/g, value)) : [pattern],
    ));

  it('answers every address without a fault of its own', async () => {
    const faults: string[] = [];
    for (const url of addresses()) {
      for (const person of ['visitor', 'broker', 'supplier', 'enterprise'] as const) {
        const { status } = await as(person).get(url);
        if (status >= 500) faults.push(`${person} ${url}: ${status}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('answers every form without a fault of its own, and runs nothing that was typed', async () => {
    const faults: string[] = [];
    const [{ id }] = (await floor.as('supplier').get('me/offers')).body.items;
    const [{ id: requestId }] = (await floor.as('enterprise').get('me/requests')).body.items;
    const [{ id: connectionId }] = (await floor.as('supplier').get('connections')).body.items;
    const forms: [Person, string][] = [
      ['supplier', '/vi/tai-khoan/chao-ban/moi'], ['supplier', `/vi/tai-khoan/chao-ban/${id}`], ['supplier', `/en/account/offers/${id}/submit`], ['enterprise', '/vi/yeu-cau/moi'],
      ['enterprise', `/vi/tai-khoan/yeu-cau/${requestId}`], ['enterprise', `/vi/tai-khoan/yeu-cau/${requestId}/close`], ['enterprise', `/vi/tai-khoan/ket-noi/${connectionId}/outcome`],
      ['supplier', `/vi/tai-khoan/ket-noi/${connectionId}/messages`], ['broker', `/vi/ban-lam-viec/chao-ban/${id}/return`], ['broker', `/vi/ban-lam-viec/chao-ban/${id}/constructor`],
      ['broker', `/vi/ban-lam-viec/yeu-cau/${requestId}/return`], ['broker', `/vi/ghep-noi/${id}/introduce`], ['supplier2', '/vi/dang-nhap'], ['enterprise2', `/vi/cong-nghe/${id}/hoi-mua`],
    ];
    for (const [person, url] of forms) {
      for (const body of BODIES) {
        const { status, html } = await as(person).post(url, body);
        if (status >= 500 || html.includes('<script>alert')) faults.push(`${url} ${JSON.stringify(body).slice(0, 60)}: ${status}`);
      }
      for (const [type, payload] of [['application/json', '{"title":{"a":[1]},"need":[[]],"reason":7}'], ['application/json', '{'], ['text/plain', 'x'], ['application/x-www-form-urlencoded', 'a=%ZZ&b=%FF']]) {
        const response = await floor.http.inject({ method: 'POST', url, payload, headers: { 'content-type': type, accept: 'text/html', origin: 'http://localhost:3000', cookie: as(person).cookie } });
        if (response.statusCode >= 500) faults.push(`${url} ${type} ${payload}: ${response.statusCode}`);
      }
    }
    expect(faults).toEqual([]);
  });
});
