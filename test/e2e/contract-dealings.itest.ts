import { MatchService } from '@app/matching';
import { openFloor, type WholeFloor } from '../support/floor.js';
import { type Given, givenOn } from '../support/given.js';

let floor: WholeFloor;
let given: Given;
beforeAll(async () => {
  floor = await openFloor();
  given = givenOn(floor);
});
afterAll(() => floor?.close());

describe('a request over the API', () => {
  const NEED = { title: 'Cần máy sấy', need: 'Sấy xoài', fields: ['food-technology'], province: '92', budgetMax: 123_456_789, trlMin: 7, transferModes: ['turnkey'], deadline: '2030-01-31', quantities: [{ name: 'Công suất', value: '500', unit: 'kg/mẻ' }] };

  it('shows its budget to the owner and the brokers only, and never says that there is one', async () => {
    const { id, slug } = await given.openRequest(NEED);
    for (const who of ['enterprise', 'broker', 'manager', 'admin'] as const) expect((await floor.as(who).get(`requests/${id}`)).body.budgetMax).toBe(NEED.budgetMax);
    for (const client of [floor.visitor, floor.as('broker2'), floor.as('supplier'), floor.as('enterprise2')]) {
      const { body } = await client.get(`requests/${slug}`);
      expect(body).toMatchObject({ id, title: NEED.title, state: 'open', trlMin: 7, quantities: NEED.quantities, deadline: NEED.deadline });
      for (const field of ['budgetMax', 'live', 'revisionState', 'returnReason', 'outcome', 'outcomeNote']) expect(body).not.toHaveProperty(field);
      expect(JSON.stringify((await client.get('requests')).body)).not.toContain(String(NEED.budgetMax));
    }
  });

  it('hides who asks when it is anonymous', async () => {
    const { id } = await given.openRequest({ ...NEED, anonymous: true });
    for (const client of [floor.visitor, floor.as('supplier'), floor.as('broker2')]) {
      const { body } = await client.get(`requests/${id}`);
      expect(body).not.toHaveProperty('organization');
      expect(JSON.stringify(body)).not.toContain('Đơn vị enterprise');
    }
    expect((await floor.as('broker').get(`requests/${id}`)).body.organization.name).toBe('Đơn vị enterprise');
  });

  it('shows a hidden name only when the revision that shows it is approved, and hides one at once', async () => {
    const [enterprise, broker] = (['enterprise', 'broker'] as const).map((who) => floor.as(who));
    const { id, version } = await given.openRequest({ ...NEED, anonymous: true });
    const seen = async (): Promise<unknown> => {
      const { body } = await floor.visitor.get(`requests/${id}`);
      return [body.anonymous, body.organization?.name];
    };
    const edited = (await enterprise.patch(`requests/${id}`, { version, anonymous: false })).body;
    expect(edited.anonymous).toBe(false);
    await enterprise.post(`requests/${id}/submit`);
    expect(await seen()).toEqual([true, undefined]);
    expect((await broker.get(`requests/${id}`)).body.anonymous).toBe(false);
    const approved = (await broker.post(`requests/${id}/approve`)).body;
    expect(await seen()).toEqual([false, 'Đơn vị enterprise']);
    await enterprise.patch(`requests/${id}`, { version: approved.version, anonymous: true });
    expect(await seen()).toEqual([true, undefined]);
  });

  it('goes through its states, and stays open with the approved revision while a change waits', async () => {
    const enterprise = floor.as('enterprise');
    const broker = floor.as('broker');
    const { id } = (await enterprise.post('requests', NEED)).body;
    expect((await enterprise.post(`requests/${id}/submit`)).body).toMatchObject({ state: 'submitted', allowedActions: ['recall', 'withdraw'] });
    expect((await enterprise.post(`requests/${id}/recall`)).body.state).toBe('draft');
    await enterprise.post(`requests/${id}/submit`);
    expect((await broker.post(`requests/${id}/return`, { reason: 'Chưa rõ' })).body.state).toBe('returned');
    expect((await enterprise.get(`requests/${id}`)).body).toMatchObject({ state: 'returned', returnReason: 'Chưa rõ' });
    await enterprise.post(`requests/${id}/submit`);
    const opened = (await broker.post(`requests/${id}/approve`)).body;
    expect(opened).toMatchObject({ state: 'open', revision: 1 });
    await enterprise.patch(`requests/${id}`, { version: opened.version, title: 'Cần hai máy sấy' });
    await enterprise.post(`requests/${id}/submit`);
    expect((await floor.visitor.get(`requests/${id}`)).body).toMatchObject({ title: NEED.title, state: 'open' });
    expect((await enterprise.get(`requests/${id}`)).body).toMatchObject({ title: 'Cần hai máy sấy', state: 'open', live: { title: NEED.title } });
    expect((await broker.post(`requests/${id}/approve`)).body).toMatchObject({ state: 'open', revision: 2 });
    expect((await enterprise.post(`requests/${id}/close`, { outcome: 'no-such' })).status).toBe(422);
    expect((await enterprise.post(`requests/${id}/close`, { outcome: 'solved-here', note: 'Đã mua' })).body).toMatchObject({ state: 'closed', outcome: 'solved-here', outcomeNote: 'Đã mua' });
    expect((await floor.visitor.get(`requests/${id}`)).status).toBe(404);
    expect((await enterprise.post(`requests/${id}/close`, { outcome: 'unmet' })).status).toBe(409);
    expect((await enterprise.post(`requests/${id}/reopen`)).body.state).toBe('open');
    expect((await enterprise.post(`requests/${id}/withdraw`)).body.state).toBe('withdrawn');
  });

  it('is listed open and newest first, by words, field and province', async () => {
    const { id } = await given.openRequest({ title: 'Cần lò đốt 100% trấu', fields: ['mechanical'], province: '86' });
    const list = async (query: string): Promise<string[]> => (await floor.visitor.get(`requests?size=100&${query}`)).body.items.map((r: any) => r.id);
    expect((await list(''))[0]).toBe(id);
    expect(await list('field=mechanical&province=86')).toEqual([id]);
    expect(await list(`q=${encodeURIComponent('100%')}`)).toEqual([id]);
    expect(await list(`q=${encodeURIComponent('1_0')}`)).toEqual([]);
    expect((await floor.visitor.get('requests?page=50')).body).toMatchObject({ items: [], total: expect.any(Number), page: 50 });
    expect((await floor.visitor.get('requests?page=50')).body.total).toBeGreaterThan(0);
    expect((await floor.as('enterprise').get('me/requests?state=withdrawn')).body.items.every((r: any) => r.state === 'withdrawn')).toBe(true);
  });
});

/** Ids and the addresses that end in them hold any digits. */
const withoutIds = (text: string): string => text.replace(/"(id|slug|requestId|offerId)":"[^"]*"/g, '');

describe('matches over the API', () => {
  let request: any;
  let offer: any;
  beforeAll(async () => {
    offer = await given.live({ price: { kind: 'firm', min: 600_000_000 }, trl: 9 });
    request = await given.openRequest({ title: 'Cần máy sấy xoài bơm nhiệt', trlMin: 5, budgetMax: 777_000_000 });
    await floor.quiet();
  });

  it('come best first as a page, with reasons and why-nots in the caller\'s language', async () => {
    const { body } = await floor.as('enterprise').get(`requests/${request.id}/matches`);
    expect(body).toMatchObject({ total: body.items.length, page: 1, size: 20 });
    const scores = body.items.map((m: any) => m.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const own = body.items.find((m: any) => m.offer.id === offer.id);
    expect(own).toMatchObject({ id: expect.any(String), offer: { id: offer.id, slug: offer.slug, title: offer.title }, ruleVersion: expect.any(Number), state: 'suggested' });
    expect(own.score).toBeGreaterThan(0);
    expect(own.score).toBeLessThanOrEqual(1);
    for (const reason of own.reasons) expect(reason).toEqual({ part: expect.any(String), code: expect.any(String), params: expect.any(Object), text: expect.stringMatching(/\S/) });
    for (const whyNot of own.whyNots) expect(whyNot).toMatchObject({ hard: expect.any(Boolean), code: expect.any(String), text: expect.any(String) });
    const english = (await floor.as('enterprise').get(`requests/${request.id}/matches?lang=en`)).body.items.find((m: any) => m.id === own.id);
    expect(english.reasons.map((r: any) => r.code)).toEqual(own.reasons.map((r: any) => r.code));
    expect(english.reasons.map((r: any) => r.text)).not.toEqual(own.reasons.map((r: any) => r.text));
    expect((await floor.as('enterprise').get(`requests/${request.id}/matches?size=1&page=1`)).body).toMatchObject({ items: [{ id: body.items[0].id }], total: body.total });
  });

  it('never let a supplier learn the budget, not even whether a price is within it', async () => {
    const seenBy = async (who: 'supplier' | 'broker'): Promise<string> => JSON.stringify((await floor.as(who).get(`offers/${offer.id}/matches`)).body);
    const supplier = await seenBy('supplier');
    expect(supplier).toContain(request.id);
    for (const secret of ['777', 'budget', 'ngân sách', 'price.within', 'price.over']) expect(withoutIds(supplier)).not.toContain(secret);
    expect(await seenBy('broker')).toContain('777000000');
  });

  it('go from suggested over shortlisted to introduced, or are dismissed with a reason', async () => {
    const broker = floor.as('broker');
    const { items } = (await broker.get(`requests/${request.id}/matches`)).body;
    const [{ id }] = items;
    expect((await broker.post(`matches/${id}/dismiss`, { reason: 'nonsense' }))).toMatchObject({ status: 422, body: { errors: [{ field: 'reason' }] } });
    expect((await broker.post(`matches/${id}/shortlist`)).body.state).toBe('shortlisted');
    expect((await broker.post(`matches/${id}/shortlist`)).status).toBe(409);
    expect((await broker.post(`matches/${id}/dismiss`, { reason: 'wrong-scale', note: 'Quá nhỏ' })).body.state).toBe('dismissed');
    expect((await broker.post(`matches/${id}/introduce`, { message: 'Chào' })).status).toBe(409);
    await broker.post(`matches/${id}/shortlist`);
    const introduced = await broker.post(`matches/${id}/introduce`, { message: 'Xin giới thiệu' });
    expect(introduced).toMatchObject({ status: 201, body: { state: 'introduced', requestId: request.id, confirmations: [], messages: [{ text: 'Xin giới thiệu', side: 'centre' }] } });
    expect((await broker.post(`matches/${id}/introduce`, { message: 'Chào' })).status).toBe(409);
    expect((await floor.as('enterprise').post(`matches/${id}/feedback`, { verdict: 'good' })).body.state).toBe('introduced');
  });

  it('that no longer fit are refused to who acts from an old page', async () => {
    const broker = floor.as('broker');
    const { id: requestId } = await given.openRequest({ title: 'Cần máy sấy xoài bơm nhiệt lần nữa' });
    await floor.quiet();
    const [{ id }] = (await broker.get(`requests/${requestId}/matches`)).body.items;
    await floor.database.query('update match set is_current = false where id = $1', [id]);
    for (const [action, body] of [['shortlist', {}], ['dismiss', { reason: 'wrong-scale' }], ['introduce', { message: 'Chào' }]] as const) {
      expect(await broker.post(`matches/${id}/${action}`, body)).toMatchObject({ status: 409, body: { type: 'matching.not_current' } });
    }
    expect((await floor.database.query('select state from match where id = $1', [id]))[0].state).toBe('suggested');
  });

  it('are counted as the list shows them, without an offer that has left the floor', async () => {
    const gone = await given.live({ trl: 9 });
    const { id: requestId } = await given.openRequest({ title: 'Cần máy sấy xoài bơm nhiệt' });
    await floor.quiet();
    const shown = async (): Promise<string[]> => (await floor.as('broker').get(`requests/${requestId}/matches?size=100`)).body.items.map((match: any) => match.offer.id);
    const counted = async (): Promise<number | undefined> => (await floor.http.get(MatchService, { strict: false }).counts([requestId])).get(requestId);
    const before = await shown();
    expect(before).toContain(gone.id);
    expect(await counted()).toBe(before.length);
    await floor.database.query(`update offer set visibility = 'withdrawn' where id = $1`, [gone.id]);
    expect(await shown()).toEqual(before.filter((id) => id !== gone.id));
    expect(await counted()).toBe(before.length - 1);
  });
});

describe('connections over the API', () => {
  it('are seen by the parties and the brokers of both centres, and by nobody else', async () => {
    const { id } = await given.enquiry();
    const seen = async (who: 'supplier' | 'enterprise' | 'broker' | 'broker2' | 'admin' | 'supplier2' | 'enterprise2'): Promise<boolean> =>
      (await floor.as(who).get('connections?size=100')).body.items.some((c: any) => c.id === id);
    for (const who of ['supplier', 'enterprise', 'broker', 'admin'] as const) expect(await seen(who)).toBe(true);
    for (const who of ['broker2', 'supplier2', 'enterprise2'] as const) expect(await seen(who)).toBe(false);
    await floor.database.query('update connection set supply_centre_id = $2 where id = $1', [id, floor.centres.other]);
    expect(await seen('broker2')).toBe(true);
  });

  it('count when both sides have confirmed, whoever presses again; then take outcomes', async () => {
    const offer = await given.live();
    const connection = await given.enquiry(offer.id);
    expect(connection).toMatchObject({ offerId: offer.id, state: 'enquired', confirmations: [], messages: [{ side: 'demand', text: 'Xin báo giá.' }] });
    expect(connection).not.toHaveProperty('requestId');
    expect((await floor.as('enterprise').post(`offers/${offer.id}/enquiries`, { message: 'Nữa' }))).toMatchObject({ status: 409, body: { type: 'connections.already_open' } });
    const { id } = connection;
    expect((await floor.as('supplier').post(`connections/${id}/outcome`, { outcome: 'contract' })).status).toBe(409);
    for (let i = 0; i < 2; i++) {
      expect((await floor.as('enterprise').post(`connections/${id}/confirm`)).body).toMatchObject({ state: 'enquired', confirmations: [{ side: 'demand', at: expect.any(String) }] });
    }
    expect((await floor.as('supplier').post(`connections/${id}/confirm`)).body).toMatchObject({ state: 'confirmed', confirmedAt: expect.any(String) });
    expect((await floor.as('supplier').post(`connections/${id}/decline`, { reason: 'Đổi ý' })).status).toBe(409);
    expect((await floor.as('supplier').post(`connections/${id}/outcome`, { outcome: 'contract', valueMin: 5, valueMax: 1 }))).toMatchObject({ status: 422, body: { errors: [{ field: 'valueMax' }] } });
    expect((await floor.as('supplier').post(`connections/${id}/outcome`, { outcome: 'contract', valueMin: 1, valueMax: 5 })).body).toMatchObject({ state: 'concluded', outcomes: [{ outcome: 'contract', valueMin: 1, valueMax: 5 }] });
    expect((await floor.as('enterprise').post(`connections/${id}/messages`, { text: 'Cảm ơn' }))).toMatchObject({ status: 201 });
  });

  it('keep a note on the outcome between its side and the centres', async () => {
    const { id } = await given.enquiry((await given.live()).id);
    for (const who of ['supplier', 'enterprise'] as const) await floor.as(who).post(`connections/${id}/confirm`);
    for (const who of ['supplier', 'enterprise', 'broker'] as const) {
      expect((await floor.as(who).post(`connections/${id}/outcome`, { outcome: 'contract', valueMin: 7, note: `Của ${who}` })).status).toBe(200);
    }
    const notes = async (who: 'supplier' | 'enterprise' | 'broker'): Promise<unknown[]> => {
      const { outcomes } = (await floor.as(who).get(`connections/${id}`)).body;
      expect(outcomes.map((o: any) => [o.side, o.outcome, o.valueMin])).toEqual(['centre', 'demand', 'supply'].map((side) => [side, 'contract', 7]));
      return outcomes.map((o: any) => o.note);
    };
    expect(await notes('supplier')).toEqual([null, null, 'Của supplier']);
    expect(await notes('enterprise')).toEqual([null, 'Của enterprise', null]);
    expect(await notes('broker')).toEqual(['Của broker', 'Của enterprise', 'Của supplier']);
  });

  it('end when a side declines with a reason', async () => {
    const { id } = await given.enquiry();
    expect((await floor.as('supplier').post(`connections/${id}/decline`, {})).status).toBe(422);
    expect((await floor.as('supplier').post(`connections/${id}/decline`, { reason: 'Hết hàng' })).body).toMatchObject({ state: 'declined', declineReason: 'Hết hàng', allowedActions: [] });
    for (const action of ['confirm', 'messages']) expect((await floor.as('enterprise').post(`connections/${id}/${action}`, action === 'messages' ? { text: 'a' } : undefined)).status).toBe(409);
  });
});

describe('notices over the API', () => {
  it('name only offers that are still on the floor', async () => {
    // No other offer of this file is such a machine.
    const machine = 'Máy ép viên mùn cưa trục đứng';
    const { id, title } = await given.live({ title: machine, summary: machine, fields: ['environment'] });
    // An offer of an earlier test that is compared while no offer has these words yet would match by the word "máy".
    await floor.quiet();
    const { id: requestId } = await given.openRequest({ title: `Cần ${machine}`, need: `Cần ${machine} cho xưởng gỗ.`, fields: ['environment'] });
    await floor.quiet();
    const notice = async (): Promise<any> => (await floor.as('enterprise').get('notifications?size=100')).body.items.find((n: any) => n.kind === 'match' && n.requestId === requestId);
    const before = await notice();
    expect(before.body).toContain(title);
    given.made(await floor.as('supplier').post(`offers/${id}/withdraw`));
    const after = await notice();
    expect(after.body).not.toContain(title);
    expect([before.title, after.title]).toEqual([expect.stringMatching(/^1 chào bán phù hợp/), expect.stringContaining('không còn trên sàn')]);
  });

  it('are one\'s own, newest first, and can be marked as read', async () => {
    await floor.quiet();
    const enterprise = floor.as('enterprise');
    const { body } = await enterprise.get('notifications?size=100');
    expect(body.items.length).toBeGreaterThan(2);
    const times = body.items.map((n: any) => n.createdAt);
    expect(times).toEqual([...times].sort().reverse());
    for (const notice of body.items) {
      expect(notice).toMatchObject({ id: expect.any(String), kind: expect.stringMatching(/^(match|moderation|enquiry|connection|message|savedSearch|system)$/), title: expect.stringMatching(/\S/), body: expect.any(String), url: expect.stringMatching(/^(\/|http)/), readAt: null, matchIds: expect.any(Array), offerIds: expect.any(Array) });
    }
    const told = body.items.filter((n: any) => n.kind === 'match').flatMap((n: any) => n.matchIds);
    expect(new Set(told).size).toBe(told.length);
    expect(body.items.filter((n: any) => n.kind === 'match').every((n: any) => typeof n.requestId === 'string')).toBe(true);
    const [{ id }] = body.items;
    const read = (await enterprise.post(`notifications/${id}/read`)).body;
    expect(read.readAt).toEqual(expect.any(String));
    expect((await enterprise.post(`notifications/${id}/read`)).body.readAt).toBe(read.readAt);
    expect((await floor.as('enterprise2').get('notifications')).body.items).toEqual([]);
  });

  it('come as each person prefers', async () => {
    const supplier = floor.as('supplier');
    const before = (await supplier.get('me/notification-preferences')).body.items;
    expect(before).toContainEqual({ kind: 'enquiry', channel: 'mail', frequency: 'at-once' });
    const answer = await supplier.call('PUT', 'me/notification-preferences', { items: [{ kind: 'enquiry', channel: 'mail', frequency: 'never' }, { kind: 'enquiry', channel: 'app', frequency: 'never' }] });
    expect(answer.body.items).toContainEqual({ kind: 'enquiry', channel: 'mail', frequency: 'never' });
    const count = async (): Promise<number> => (await supplier.get('notifications')).body.items.filter((n: any) => n.kind === 'enquiry').length;
    const seen = await count();
    await given.enquiry();
    await floor.quiet();
    expect(await count()).toBe(seen);
    expect((await supplier.call('PUT', 'me/notification-preferences', { items: [{ kind: 'nothing', channel: 'mail', frequency: 'never' }] })).status).toBe(422);
  });
});

describe('what people write to each other', () => {
  it('may have 50,000 characters', async () => {
    const [supplier, enterprise, broker] = (['supplier', 'enterprise', 'broker'] as const).map((who) => floor.as(who));
    const text = 'ấ'.repeat(50_000);
    const open = await given.enquiry();
    const over = await enterprise.post(`connections/${open.id}/messages`, { text: `${text}x` });
    expect(over).toMatchObject({ status: 422, body: { errors: [{ field: 'text', code: 'maxLength' }] } });
    const confirmed = await given.confirmed();
    const { id } = await given.openRequest();
    await floor.quiet();
    const [shown] = (await broker.get(`requests/${id}/matches`)).body.items;
    const answers = [
      await enterprise.post(`offers/${(await given.live()).id}/enquiries`, { message: text }),
      await enterprise.post(`connections/${open.id}/messages`, { text }),
      await supplier.post(`connections/${open.id}/decline`, { reason: text }),
      await enterprise.post(`connections/${confirmed.id}/outcome`, { outcome: 'talking', note: text }),
      await broker.post(`offers/${(await given.submitted()).id}/return`, { reason: text }),
      await broker.post(`offers/${(await given.live()).id}/suspend`, { reason: text }),
      await broker.post(`requests/${(await given.submittedRequest()).id}/return`, { reason: text }),
      await enterprise.post(`requests/${(await given.openRequest()).id}/close`, { outcome: 'unmet', note: text }),
      await broker.post(`matches/${shown.id}/feedback`, { verdict: 'good', note: text }),
      await broker.post(`matches/${shown.id}/dismiss`, { reason: 'no-answer', note: text }),
      await broker.post(`matches/${shown.id}/shortlist`),
      await broker.post(`matches/${shown.id}/introduce`, { message: text }),
    ];
    expect(answers.map(({ status, body }) => (status < 300 ? status : body))).toEqual([201, 201, 200, 200, 200, 200, 200, 200, 200, 200, 200, 201]);
    await floor.quiet();
  });
});
