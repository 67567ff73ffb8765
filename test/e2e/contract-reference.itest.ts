import { openFloor, type WholeFloor } from '../support/floor.js';
import { type Given, givenOn } from '../support/given.js';

let floor: WholeFloor;
let given: Given;
beforeAll(async () => {
  floor = await openFloor();
  given = givenOn(floor);
});
afterAll(() => floor?.close());

describe('reference data', () => {
  it('has every vocabulary with dated terms in both languages', async () => {
    const { body } = await floor.visitor.get('vocabularies');
    for (const scheme of ['field', 'kind', 'transferMode', 'condition', 'priceKind', 'vat', 'ipKind', 'ipState', 'requestOutcome', 'connectionOutcome', 'dismissReason', 'feedbackVerdict', 'frequency', 'trl']) {
      expect(body[scheme].length).toBeGreaterThan(2);
      for (const term of body[scheme]) {
        expect(term).toEqual({ code: expect.stringMatching(/^[a-z0-9-]+$/), vi: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/), validFrom: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), validTo: null, replacedBy: null });
      }
    }
    expect(body.field).toContainEqual(expect.objectContaining({ code: 'crops', vi: 'Trồng trọt' }));
  });

  it('has the provinces since July 2025, and the wards of one', async () => {
    const { body } = await floor.visitor.get('places');
    expect(body.provinces).toHaveLength(34);
    expect(body.provinces).toContainEqual(expect.objectContaining({ code: '92', vi: expect.stringContaining('Cần Thơ'), validFrom: '2025-07-01' }));
    const { wards } = (await floor.visitor.get('places?province=92')).body;
    expect(wards.length).toBeGreaterThan(50);
    expect(wards.every((ward: any) => ward.parent === '92')).toBe(true);
    expect((await floor.visitor.get('places?province=00')).body.wards).toEqual([]);
  });
});

describe('suppliers', () => {
  it('have a public profile with counts, by id and by slug, and are found by name without accents', async () => {
    const offer = await given.live();
    await given.draft();
    const { body } = await floor.visitor.get('suppliers?q=don+vi+supplier');
    expect(body).toMatchObject({ total: 2, page: 1, size: 20 });
    const own = body.items.find((s: any) => s.id === offer.supplier.id);
    expect(own).toMatchObject({ id: offer.supplier.id, slug: offer.supplier.slug, name: 'Đơn vị supplier', verified: false, claimed: true, counts: { offers: 1 } });
    expect((await floor.visitor.get(`suppliers/${own.slug}`)).body).toMatchObject({ ...own });
    expect((await floor.visitor.get('suppliers?q=100%25')).body.total).toBe(0);
    const text = JSON.stringify((await floor.visitor.get(`suppliers/${own.id}`)).body);
    for (const secret of ['@', 'phone', 'taxCode', 'foldedName']) expect(text).not.toContain(secret);
  });
});

describe('saved searches', () => {
  it('keep the canonical query of one person', async () => {
    const enterprise = floor.as('enterprise');
    const saved = await enterprise.post('saved-searches', { name: 'Máy sấy', query: '?field=fisheries&q= máy  sấy&field=crops&kind=', frequency: 'daily' });
    expect(saved).toMatchObject({ status: 201, body: { name: 'Máy sấy', frequency: 'daily', createdAt: expect.any(String) } });
    const names = [...new URLSearchParams(saved.body.query).keys()];
    expect(names).toEqual(['q', 'field', 'field']);
    expect((await enterprise.get('saved-searches')).body).toMatchObject({ items: [{ id: saved.body.id }], total: 1 });
    expect((await floor.as('enterprise2').get('saved-searches')).body.total).toBe(0);
    expect((await floor.visitor.get(`offers?${saved.body.query}`)).status).toBe(200);
    expect(await enterprise.call('DELETE', `saved-searches/${saved.body.id}`)).toMatchObject({ status: 204, body: '' });
    expect((await enterprise.call('DELETE', `saved-searches/${saved.body.id}`)).status).toBe(404);
  });

  it('keep the same search once, however it is written, and answer with the one that is kept', async () => {
    const enterprise = floor.as('enterprise');
    const save = (query: string, more: object = {}) => enterprise.post('saved-searches', { name: 'Máy sấy', query, frequency: 'daily', ...more });
    const together = await Promise.all(Array.from({ length: 4 }, () => save('q=may say&field=fisheries&field=crops')));
    expect(together.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    const { body: kept } = together.find(({ status }) => status === 201)!;
    for (const { body } of together) expect(body).toEqual(kept);
    expect(await save('?kind=&field=crops,fisheries&q= may say ', { name: 'Tên khác', frequency: 'weekly' })).toMatchObject({ status: 200, body: kept });
    expect((await save('q=may say&field=crops')).status).toBe(201);
    expect((await enterprise.get('saved-searches')).body.total).toBe(2);
    const other = await floor.as('enterprise2').post('saved-searches', { name: 'Máy sấy', query: kept.query, frequency: 'daily' });
    expect(other).toMatchObject({ status: 201, body: { query: kept.query } });
    expect(other.body.id).not.toBe(kept.id);
    await enterprise.call('DELETE', `saved-searches/${kept.id}`);
    expect((await save(kept.query)).status).toBe(201);
  });

  it.each(['hack=1', 'page=2', 'size=5', 'trlMin=abc', 'trlMin=9&trlMax=1', 'sort=nothing', 'readyToTransfer=maybe', 'q=%00', `supplier=${'b'.repeat(200)}`])('refuse %s, which is no search', async (query) => {
    expect(await floor.as('enterprise').post('saved-searches', { name: 'x', query, frequency: 'daily' })).toMatchObject({ status: 422, body: { errors: [{ field: expect.any(String) }] } });
  });
});

describe('figures', () => {
  it('are those of the floor: what is live, open and confirmed by both sides', async () => {
    const figures = async (): Promise<any> => {
      await new Promise((resolve) => setTimeout(resolve, 2_100));
      return (await floor.visitor.get('statistics/public')).body;
    };
    const before = await figures();
    expect(before).toEqual({
      asOf: expect.any(String), offers: expect.any(Number), suppliers: expect.any(Number), views: expect.any(Number), requests: expect.any(Number), connectedOrganizations: 0, readyToTransfer: expect.any(Number),
    });
    await given.live({ readyToTransfer: true });
    await given.submitted({ readyToTransfer: true });
    await given.openRequest();
    await given.draftRequest();
    const { id } = await given.enquiry();
    await floor.as('supplier').post(`connections/${id}/confirm`);
    expect((await figures())).toMatchObject({ offers: before.offers + 2, readyToTransfer: before.readyToTransfer + 1, requests: before.requests + 1, connectedOrganizations: 0 });
    await floor.as('enterprise').post(`connections/${id}/confirm`);
    await given.confirmed();
    await floor.quiet();
    const after = await figures();
    expect(after.connectedOrganizations).toBe(1);
    expect(after.offers).toBe((await floor.visitor.get('offers?size=1')).body.total);
  });
});

describe('a centre', () => {
  it('says how to reach it, and its staff can change that, by version and in the log', async () => {
    const manager = floor.as('manager');
    const { body: before } = await floor.visitor.get('centres/can-tho');
    expect(before).toMatchObject({ id: floor.centres.own, name: expect.stringMatching(/Cần Thơ/), phone: expect.any(String), version: expect.any(Number) });
    const { id, version } = before;
    expect((await manager.patch(`centres/${id}`, { phone: '0292 3 820 674' })).status).toBe(428);
    expect(await manager.patch(`centres/${id}`, { version, phone: 'gọi chị Hạnh' })).toMatchObject({ status: 422, body: { errors: [{ field: 'phone' }] } });
    const { body: after } = await manager.patch(`centres/${id}`, { version, phone: '0292 3 820 674', hoursEn: null });
    expect(after).toEqual({ ...before, version: version + 1, phone: '0292 3 820 674', hoursEn: null });
    expect((await manager.patch(`centres/${id}`, { version, phone: '0292 3 820 675' })).status).toBe(409);
    const { items } = (await manager.get(`audit?subject=${id}`)).body;
    expect(items.map((e: any) => [e.type, e.data.fields])).toEqual([['organizations.centre_contact_changed.v1', ['phone', 'hoursEn']]]);
    expect((await floor.visitor.get('centres/nowhere')).status).toBe(404);
  });
});

describe('the event log', () => {
  it('has every step with who, when, from and to, newest first, and can be filtered', async () => {
    const offer = await given.live();
    const admin = floor.as('admin');
    const { body } = await admin.get(`audit?subject=${offer.id}`);
    const supplier = (await floor.as('supplier').get('me')).body.id;
    const broker = (await floor.as('broker').get('me')).body.id;
    expect(body.items.map((e: any) => [e.type, e.from, e.to, e.actor])).toEqual([
      ['catalog.offer_approved.v1', 'submitted', 'approved', broker], ['catalog.offer_submitted.v1', 'draft', 'submitted', supplier], ['catalog.offer_created.v1', null, 'draft', supplier],
    ]);
    expect(Object.keys(body.items[0]).sort()).toEqual(['actor', 'at', 'centre', 'data', 'from', 'id', 'organization', 'origin', 'sequence', 'subject', 'to', 'type', 'version']);
    expect(body.items[0]).toMatchObject({ subject: offer.id, organization: offer.supplier.id, centre: floor.centres.own, origin: 'api' });
    expect((await admin.get(`audit?actor=${broker}&type=catalog.offer_approved.v1&size=100`)).body.items.every((e: any) => e.actor === broker)).toBe(true);
    const { at } = body.items[1];
    const later = (await admin.get(`audit?subject=${offer.id}&from=${at}`)).body;
    expect(later.items.length).toBe(2);
    expect((await admin.get(`audit?subject=${offer.id}&to=${at}`)).body.items.length).toBe(1);
    for (const query of ['subject=x', 'actor=x', 'from=yesterday', 'to=x']) expect((await admin.get(`audit?${query}`)).status).toBe(422);
    // Other forms of ISO 8601, and moments that no calendar of ours has.
    for (const moment of ['2026-W10', '2026', '2026-123', '2026-01-01T10', '0000-01-01', '-2026-01-01', '2026-01-01T00:00:00%2B23:00']) {
      expect({ moment, status: (await admin.get(`audit?from=${moment}`)).status }).toEqual({ moment, status: 422 });
    }
    for (const moment of ['2026-01-01', '2026-01-01T00:00:00.123Z', '2026-01-01T07:00%2B07:00']) expect((await admin.get(`audit?from=${moment}`)).status).toBe(200);
  });

  it('is walked by cursor to its end, once each', async () => {
    await floor.quiet();
    const admin = floor.as('admin');
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await admin.get(`audit?size=20${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map((e: any) => e.sequence));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    const [row] = await floor.database.query<{ n: number }>('select count(*)::int as n from event');
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(row.n);
  });

  it('shows a manager what concerns his centre only, and can be changed by nobody', async () => {
    const offer = await given.live();
    const seen = async (): Promise<number> => (await floor.as('manager').get(`audit?subject=${offer.id}`)).body.total;
    expect(await seen()).toBe(3);
    await floor.database.query(`update account set centre_id = $1 where email = 'manager@techfloor.example'`, [floor.centres.other]);
    expect(await seen()).toBe(0);
    await floor.database.query(`update account set centre_id = $1 where email = 'manager@techfloor.example'`, [floor.centres.own]);
    await expect(floor.database.query('delete from event')).rejects.toThrow('append-only');
    await expect(floor.database.query(`update event set type = 'x'`)).rejects.toThrow('append-only');
  });
});
