import { openFloor, type WholeFloor } from '../support/floor.js';
import { type Given, givenOn } from '../support/given.js';

let floor: WholeFloor;
let given: Given;
beforeAll(async () => {
  floor = await openFloor();
  given = givenOn(floor);
});
afterAll(() => floor?.close());

const EVERYTHING = {
  title: 'Lò hơi đốt trấu', kind: 'equipment', summary: 'Hơi bão hòa 2 tấn/giờ', description: 'Đốt trấu rời.', lang: 'vi', fields: ['mechanical'], keywords: ['trấu', 'hơi'], province: '92', trl: 9,
  transferModes: ['turnkey'], price: { kind: 'indicative', min: 1_000_000, max: 2_000_000, vat: 'included', unit: 'bộ' }, specs: [{ name: 'Công suất', value: '2', unit: 'tấn/giờ' }],
  ip: [{ kind: 'utility-solution', number: '2-0001234', state: 'granted', territory: 'VN' }], condition: 'new', origin: 'Việt Nam', maker: 'Cơ khí A', year: 2025, warranty: '12 tháng', readyToTransfer: true,
  validUntil: '2030-12-31', en: { title: 'Rice-husk boiler', summary: 'Saturated steam', description: 'Burns loose husk.' },
};

describe('an offer over the API', () => {
  it('is drafted with everything, and answers with id, slug, version, revision, state and what may be done', async () => {
    const { status, body } = await floor.as('supplier').post('offers', EVERYTHING);
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...EVERYTHING, version: 1, revision: 1, state: 'draft', visibility: 'unpublished', allowedActions: ['edit', 'submit'], live: null, publishedAt: null });
    expect(body.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect((await floor.as('supplier').get(`offers/${body.slug}`)).body.id).toBe(body.id);
    expect((await floor.as('supplier').get(`offers/${body.id.toUpperCase()}`)).body.id).toBe(body.id);
  });

  it('needs title and kind to be saved, and a summary to be submitted', async () => {
    const supplier = floor.as('supplier');
    expect((await supplier.post('offers', {})).body.errors.map((e: any) => e.field)).toEqual(['title', 'kind']);
    expect((await supplier.post('offers', { title: '\u200b\u3164', kind: 'technology' })).body.errors.map((e: any) => e.field)).toEqual(['title']);
    const { id } = (await supplier.post('offers', { title: 'Máy', kind: 'technology' })).body;
    const refused = await supplier.post(`offers/${id}/submit`);
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'summary' }] } });
    expect((await supplier.get(`offers/${id}`)).body).toMatchObject({ state: 'draft', version: 1 });
  });

  it('is frozen while submitted, can be recalled, and tells the owner why it came back', async () => {
    const supplier = floor.as('supplier');
    const { id } = await given.submitted();
    expect(await supplier.patch(`offers/${id}`, { version: 2, trl: 3 })).toMatchObject({ status: 409, body: { type: 'catalog.under_review' } });
    expect((await supplier.post(`offers/${id}/recall`)).body).toMatchObject({ state: 'draft', allowedActions: ['edit', 'submit'] });
    await supplier.post(`offers/${id}/submit`);
    expect((await floor.as('broker').post(`offers/${id}/return`)).status).toBe(422);
    await floor.as('broker').post(`offers/${id}/return`, { reason: 'Thiếu công suất' });
    expect((await supplier.get(`offers/${id}`)).body).toMatchObject({ state: 'returned', returnReason: 'Thiếu công suất', allowedActions: ['edit', 'submit'] });
    expect((await floor.as('broker').post(`offers/${id}/approve`)).status).toBe(409);
  });

  it('shows everybody the live revision, and the owner and brokers the working one with the live one beside it', async () => {
    const { id, version, title } = await given.live();
    const supplier = floor.as('supplier');
    const edited = (await supplier.patch(`offers/${id}`, { version, title: 'Tên mới', price: { kind: 'firm', min: 5 } })).body;
    expect(edited).toMatchObject({ title: 'Tên mới', state: 'draft', revision: 2, visibility: 'live', live: { title, revision: 1 } });
    for (const who of ['broker', 'manager', 'admin'] as const) expect((await floor.as(who).get(`offers/${id}`)).body).toMatchObject({ title: 'Tên mới', live: { title } });
    for (const client of [floor.visitor, floor.as('broker2'), floor.as('supplier2'), floor.as('enterprise')]) {
      const { body } = await client.get(`offers/${id}`);
      expect(body).toMatchObject({ title, revision: 1, state: 'approved' });
      for (const field of ['live', 'returnReason', 'submittedAt', 'suspension', 'sourceWords']) expect(body).not.toHaveProperty(field);
    }
    await supplier.post(`offers/${id}/submit`);
    const approved = (await floor.as('broker').post(`offers/${id}/approve`)).body;
    expect(approved).toMatchObject({ title: 'Tên mới', revision: 2, live: { revision: 2 } });
    expect(approved.slug).toContain('ten-moi');
    expect((await floor.visitor.get(`offers/${edited.slug}`)).body.id).toBe(id);
  });

  it('can be withdrawn with a revision that waits, listed again, and taken off by staff whatever is approved', async () => {
    const { id } = await given.revised();
    const supplier = floor.as('supplier');
    expect((await supplier.post(`offers/${id}/withdraw`)).body).toMatchObject({ visibility: 'withdrawn', state: 'draft' });
    expect((await floor.visitor.get(`offers/${id}`)).status).toBe(404);
    expect((await supplier.post(`offers/${id}/withdraw`)).status).toBe(409);
    expect((await supplier.post(`offers/${id}/relist`)).body.visibility).toBe('live');
    const suspended = (await floor.as('broker').post(`offers/${id}/suspend`, { reason: 'Sai sự thật' })).body;
    expect(suspended).toMatchObject({ visibility: 'suspended', suspension: { reason: 'Sai sự thật' } });
    await supplier.post(`offers/${id}/submit`);
    expect((await floor.as('broker').post(`offers/${id}/approve`)).body).toMatchObject({ state: 'approved', visibility: 'suspended' });
    expect((await supplier.post(`offers/${id}/relist`)).status).toBe(409);
    expect((await floor.as('broker').post(`offers/${id}/resume`)).body).toMatchObject({ visibility: 'live', suspension: null });
  });

  it('says what each caller may do', async () => {
    const { id } = await given.revised();
    const actions = async (who: 'supplier' | 'broker' | 'broker2' | 'enterprise' | 'supplier2'): Promise<string[]> => (await floor.as(who).get(`offers/${id}`)).body.allowedActions.sort();
    expect(await actions('supplier')).toEqual(['recall', 'withdraw']);
    expect(await actions('broker')).toEqual(['approve', 'return', 'suspend']);
    expect(await actions('enterprise')).toEqual(['enquire']);
    for (const who of ['broker2', 'supplier2'] as const) expect(await actions(who)).toEqual([]);
    expect((await floor.visitor.get(`offers/${id}`)).body.allowedActions).toEqual([]);
  });

  it('takes what is named twice once', async () => {
    const { body } = await floor.as('supplier').post('offers', { title: 'Máy', kind: 'equipment', fields: ['crops', 'crops'], keywords: ['máy', ' máy'], transferModes: ['turnkey', 'turnkey'] });
    expect(body).toMatchObject({ fields: ['crops'], keywords: ['máy'], transferModes: ['turnkey'] });
  });

  it('clears a value with null, and keeps what is not named', async () => {
    const supplier = floor.as('supplier');
    const { id } = (await supplier.post('offers', EVERYTHING)).body;
    const { body } = await supplier.patch(`offers/${id}`, { version: 1, price: null, trl: null, en: null, validUntil: null });
    expect(body).toMatchObject({ price: null, trl: null, en: null, validUntil: null, title: EVERYTHING.title, specs: EVERYTHING.specs, ip: EVERYTHING.ip });
  });

  it('refuses a range that is reversed by the edit of one end', async () => {
    const supplier = floor.as('supplier');
    const { id } = (await supplier.post('offers', EVERYTHING)).body;
    expect(await supplier.patch(`offers/${id}`, { version: 1, price: { kind: 'firm', min: 9, max: 1 } })).toMatchObject({ status: 422, body: { errors: [{ field: 'price.max' }] } });
    expect((await supplier.get(`offers/${id}`)).body).toMatchObject({ version: 1, price: EVERYTHING.price });
  });
});

describe('lists of offers', () => {
  it('the queue has what waits in one\'s centre, oldest first', async () => {
    const first = await given.submitted();
    const second = await given.submittedRequest();
    const { body } = await floor.as('broker').get('moderation/queue?size=100');
    const own = body.items.filter((item: any) => [first.id, second.id].includes(item.id));
    expect(own).toEqual([
      expect.objectContaining({ kind: 'offer', id: first.id, title: first.title, revision: 1, centre: expect.objectContaining({ id: floor.centres.own }), submittedAt: expect.any(String) }),
      expect.objectContaining({ kind: 'request', id: second.id }),
    ]);
    expect(body.items.map((i: any) => i.submittedAt)).toEqual([...body.items.map((i: any) => i.submittedAt)].sort());
    expect(body.total).toBe(body.items.length);
    expect((await floor.as('broker').get('moderation/queue?kind=request&size=100')).body.items.every((i: any) => i.kind === 'request')).toBe(true);
    expect((await floor.as('broker2').get('moderation/queue')).body).toMatchObject({ items: [], total: 0 });
    const walked: string[] = [];
    for (let query = 'size=1'; query !== ''; ) {
      const page = (await floor.as('admin').get(`moderation/queue?${query}`)).body;
      walked.push(...page.items.map((i: any) => i.id));
      query = page.nextCursor ? `size=1&cursor=${page.nextCursor}` : '';
    }
    expect(walked).toEqual(body.items.map((i: any) => i.id));
  });

  it('one\'s own come newest first, in all states or in one', async () => {
    const supplier = floor.as('supplier');
    const all = (await supplier.get('me/offers?size=100')).body;
    expect(all.items.map((o: any) => o.id)).toEqual([...all.items.map((o: any) => o.id)].sort().reverse());
    expect(all.total).toBe(all.items.length);
    for (const state of ['draft', 'submitted', 'live']) {
      const some = (await supplier.get(`me/offers?state=${state}&size=100`)).body.items;
      expect(some.length).toBeGreaterThan(0);
      expect(some.every((o: any) => o.state === state || o.visibility === state)).toBe(true);
    }
    expect((await supplier.get('me/offers?page=999&size=10')).body).toMatchObject({ items: [], total: all.total, page: 999, size: 10 });
    expect(await supplier.get('me/offers?page=101&size=100')).toMatchObject({ status: 422, body: { type: 'common.cursor_required', errors: [{ field: 'page' }] } });
    expect((await floor.as('supplier2').get('me/offers')).body.total).toBe(0);
  });
});
