import { openFloor, type WholeFloor } from '../support/floor.js';

let floor: WholeFloor;
beforeAll(async () => void (floor = await openFloor()));
afterAll(() => floor?.close());

const DRYER = {
  title: 'Máy sấy xoài bơm nhiệt 500 kg/mẻ', kind: 'equipment', summary: 'Sấy xoài, chuối, mít bằng bơm nhiệt ở 45 °C, giữ màu và mùi.',
  description: 'Máy sấy trái cây bằng bơm nhiệt cho cơ sở chế biến nông sản.', fields: ['food-technology'], trl: 9, transferModes: ['turnkey'],
  price: { kind: 'firm', min: 300_000_000, max: 350_000_000 }, specs: [{ name: 'Công suất', value: '500', unit: 'kg/mẻ' }], province: '92',
};
const NEED = {
  title: 'Cần máy sấy xoài', need: 'Cơ sở cần máy sấy xoài bơm nhiệt, khoảng 500 kg mỗi mẻ, giữ màu.', fields: ['food-technology'], budgetMax: 500_000_000,
  trlMin: 7, transferModes: ['turnkey'], quantities: [{ name: 'Công suất', value: '500', unit: 'kg/mẻ' }],
};

describe('the main job over HTTP', () => {
  let offer: any;
  let request: any;

  it('takes an offer from draft over a return to the floor', async () => {
    const supplier = floor.as('supplier');
    const broker = floor.as('broker');
    const created = await supplier.post('offers', DRYER);
    expect(created).toMatchObject({ status: 201, body: { state: 'draft', visibility: 'unpublished', version: 1, revision: 1 } });
    const { id } = created.body;
    expect((await floor.visitor.get(`offers/${id}`)).status).toBe(404);

    expect((await supplier.post(`offers/${id}/submit`)).body.state).toBe('submitted');
    expect((await supplier.patch(`offers/${id}`, { version: 2, title: 'x' })).status).toBe(409);
    const queue = await broker.get('moderation/queue?kind=offer');
    expect(queue.body.items).toEqual([expect.objectContaining({ kind: 'offer', id, revision: 1 })]);
    const returned = await broker.post(`offers/${id}/return`, { reason: 'Thiếu nhiệt độ sấy' });
    expect(returned.body).toMatchObject({ state: 'returned', returnReason: 'Thiếu nhiệt độ sấy' });

    const seen = await supplier.get(`offers/${id}`);
    const edited = await supplier.patch(`offers/${id}`, { version: seen.body.version, description: 'Sấy ở 45 °C bằng bơm nhiệt cho cơ sở chế biến nông sản.' });
    expect(edited.body.state).toBe('draft');
    await supplier.post(`offers/${id}/submit`);
    const approved = await broker.post(`offers/${id}/approve`);
    expect(approved.body).toMatchObject({ state: 'approved', visibility: 'live' });
    offer = approved.body;
  });

  it('finds it within a second, typed without accents', async () => {
    const started = Date.now();
    let found: any;
    do {
      await new Promise((resolve) => setTimeout(resolve, 20));
      found = (await floor.visitor.get('offers?q=may%20say%20xoai')).body;
    } while (found.total === 0 && Date.now() - started < 3_000);
    expect(Date.now() - started).toBeLessThan(1_000);
    expect(found.items[0]).toMatchObject({ id: offer.id, supplier: { name: 'Đơn vị supplier' }, price: { min: 300_000_000 } });
    expect(found.items[0].titleHighlighted).toContain('<mark>');
  });

  it('opens a request, matches it with reasons and tells the buyer once', async () => {
    const enterprise = floor.as('enterprise');
    const created = await enterprise.post('requests', NEED);
    expect(created).toMatchObject({ status: 201, body: { state: 'draft', budgetMax: 500_000_000 } });
    request = created.body;
    await enterprise.post(`requests/${request.id}/submit`);
    const opened = await floor.as('broker').post(`requests/${request.id}/approve`);
    expect(opened.body.state).toBe('open');
    await floor.quiet();

    const matches = (await enterprise.get(`requests/${request.id}/matches`)).body.items;
    expect(matches).toHaveLength(1);
    expect(matches[0]).toMatchObject({ offer: { id: offer.id }, state: 'suggested' });
    expect(matches[0].reasons.map((r: any) => r.code)).toEqual(expect.arrayContaining(['text.common', 'field.same', 'price.within', 'quantities.fit']));
    const notices = (await enterprise.get('notifications')).body.items;
    expect(notices.filter((n: any) => n.kind === 'match')).toEqual([expect.objectContaining({ requestId: request.id, matchIds: [matches[0].id], offerIds: [offer.id] })]);
    const mails = floor.mails().filter((mail) => mail.includes('enterprise@techfloor.example') && decode(mail).includes('Sàn vừa tìm thấy'));
    expect(mails).toHaveLength(1);
  });

  it('never tells the supplier the budget', async () => {
    const seen = await floor.as('supplier').get(`offers/${offer.id}/matches`);
    expect(seen.body.items).toHaveLength(1);
    expect(JSON.stringify(seen.body)).not.toContain('500000000');
    expect((await floor.visitor.get(`requests/${request.id}`)).body).not.toHaveProperty('budgetMax');
  });

  it('introduces the two sides; both confirm; every step is in the log', async () => {
    const [match] = (await floor.as('broker').get(`requests/${request.id}/matches`)).body.items;
    const introduced = await floor.as('broker').post(`matches/${match.id}/introduce`, { message: 'Xin giới thiệu hai đơn vị.' });
    expect(introduced).toMatchObject({ status: 201, body: { state: 'introduced', confirmations: [] } });
    const { id } = introduced.body;
    expect((await floor.as('enterprise2').get(`connections/${id}`)).status).toBe(404);
    expect((await floor.as('supplier').post(`connections/${id}/confirm`)).body.confirmations).toHaveLength(1);
    const before = (await floor.visitor.get('statistics/public')).body.connectedOrganizations;
    const confirmed = await floor.as('enterprise').post(`connections/${id}/confirm`);
    expect(confirmed.body).toMatchObject({ state: 'confirmed', confirmations: [{ side: 'supply' }, { side: 'demand' }] });
    expect(before).toBe(0);

    const log = (await floor.as('admin').get('audit?size=100')).body.items.map((e: any) => e.type);
    for (const type of ['catalog.offer_returned.v1', 'catalog.offer_approved.v1', 'requests.request_opened.v1', 'matching.matches_found.v1', 'matching.match_introduced.v1', 'connections.connection_confirmed.v1']) {
      expect(log).toContain(type);
    }
  });

  it('names an anonymous buyer to the supplier only when both have confirmed', async () => {
    const enterprise = floor.as('enterprise2');
    const { id: requestId } = (await enterprise.post('requests', { ...NEED, anonymous: true })).body;
    await enterprise.post(`requests/${requestId}/submit`);
    await floor.as('broker').post(`requests/${requestId}/approve`);
    await floor.quiet();
    const [match] = (await floor.as('broker').get(`requests/${requestId}/matches`)).body.items;
    expect(match.allowedActions).toEqual(['shortlist', 'dismiss', 'introduce', 'feedback']);
    const { id } = (await floor.as('broker').post(`matches/${match.id}/introduce`, { message: 'Xin giới thiệu hai đơn vị.' })).body;
    const asSupplier = async (): Promise<any> => (await floor.as('supplier').get(`connections/${id}`)).body;
    expect(await asSupplier()).not.toHaveProperty('buyer');
    expect((await enterprise.get(`connections/${id}`)).body.buyer.name).toBe('Đơn vị enterprise2');
    await floor.as('supplier').post(`connections/${id}/confirm`);
    expect(await asSupplier()).not.toHaveProperty('buyer');
    await enterprise.post(`connections/${id}/confirm`);
    expect((await asSupplier()).buyer.name).toBe('Đơn vị enterprise2');
  });

  it('keeps the live revision public while a newer one is under review', async () => {
    const supplier = floor.as('supplier');
    const { body } = await supplier.get(`offers/${offer.id}`);
    await supplier.patch(`offers/${offer.id}`, { version: body.version, title: 'Máy sấy xoài đời mới' });
    await supplier.post(`offers/${offer.id}/submit`);
    expect((await floor.visitor.get(`offers/${offer.id}`)).body.title).toBe(DRYER.title);
    expect((await supplier.get(`offers/${offer.id}`)).body).toMatchObject({ title: 'Máy sấy xoài đời mới', live: { title: DRYER.title } });
    await floor.as('broker').post(`offers/${offer.id}/approve`);
    expect((await floor.visitor.get(`offers/${offer.slug}`)).body.title).toBe('Máy sấy xoài đời mới');
  });
});

describe('bad input', () => {
  it.each([
    ['an unknown field', { ...DRYER, hack: 1 }, 'hack'],
    ['a wrong type', { ...DRYER, trl: 'nine' }, 'trl'],
    ['an unknown code', { ...DRYER, kind: 'spaceship' }, 'kind'],
    ['a reversed price', { ...DRYER, price: { kind: 'firm', min: 2, max: 1 } }, 'price.max'],
    ['a negative price', { ...DRYER, price: { min: -1 } }, 'price.min'],
    ['an over-long title', { ...DRYER, title: 'a'.repeat(301) }, 'title'],
    ['NUL in a text', { ...DRYER, summary: 'a\u0000b' }, 'summary'],
  ])('%s is a 422 naming the field', async (_name, body, field) => {
    const answer = await floor.as('supplier').post('offers', body);
    expect(answer.status).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body.errors.map((e: any) => e.field)).toContain(field);
  });

  it('answers in one error shape for everything else', async () => {
    const supplier = floor.as('supplier');
    expect((await supplier.patch(`offers/${(await supplier.post('offers', DRYER)).body.id}`, { title: 'x' })).status).toBe(428);
    expect((await floor.visitor.get('offers?nope=1')).status).toBe(422);
    expect((await floor.visitor.get('offers?trlMin=5&trlMax=2')).status).toBe(422);
    expect((await floor.visitor.post('offers', DRYER)).status).toBe(401);
    expect((await floor.as('enterprise').post('offers', DRYER)).status).toBe(403);
    expect((await floor.visitor.get('nowhere'))).toMatchObject({ status: 404, body: { status: 404, requestId: expect.any(String) } });
    expect((await floor.as('supplier').call('POST', 'offers', '{"title":', { 'content-type': 'application/json' })).status).toBe(400);
    expect((await floor.as('supplier').call('POST', 'offers', '{"__proto__":{"a":1},"title":"x"}', { 'content-type': 'application/json' })).status).toBe(400);
    expect((await floor.as('supplier').call('POST', 'offers', 'a=1', { 'content-type': 'text/csv' })).status).toBe(415);
  });

  it('repeats the stored answer for a repeated Idempotency-Key', async () => {
    const supplier = floor.as('supplier');
    const first = await supplier.post('offers', DRYER, { 'idempotency-key': 'k1' });
    const again = await supplier.post('offers', DRYER, { 'idempotency-key': 'k1' });
    expect(again.body.id).toBe(first.body.id);
    expect(again.status).toBe(201);
    expect((await supplier.post('offers', { ...DRYER, trl: 3 }, { 'idempotency-key': 'k1' })).status).toBe(422);
  });
});

/** Quoted-printable and base64 of the local mail server's files, enough to look for words. */
const decode = (mail: string): string => {
  const quoted = mail.replace(/=\r?\n/g, '').replace(/((?:=[0-9A-F]{2})+)/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'));
  const blocks = [...mail.matchAll(/\r?\n\r?\n([A-Za-z0-9+/=\r\n]{40,})/g)].map((m) => Buffer.from(m[1], 'base64').toString('utf8'));
  return quoted + blocks.join('\n');
};
