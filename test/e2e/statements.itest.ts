import { Database } from '@app/platform';
import { type Client, openFloor, type WholeFloor } from '../support/floor.js';
import { type Given, givenOn } from '../support/given.js';
import { StatementCounter } from '../support/statement-counter.js';

let floor: WholeFloor;
let given: Given;
let counter: StatementCounter;
let manyMatches: any;
let noMatches: any;
let offer: any;

beforeAll(async () => {
  floor = await openFloor();
  given = givenOn(floor);
  noMatches = await given.openRequest({ title: 'Zzz', need: 'Qqq www', fields: ['physics'] });
  manyMatches = await given.openRequest();
  for (let i = 0; i < 12; i++) offer = await given.live();
  for (let i = 0; i < 12; i++) {
    await given.submitted();
    await given.submittedRequest();
    await given.openRequest();
    await given.enquiry();
    given.made(await floor.as('enterprise').post('saved-searches', { name: `s${i}`, query: `q=a${i}`, frequency: 'never' }));
  }
  await floor.quiet();
  counter = new StatementCounter(floor.http.get(Database).pool);
});
afterAll(() => floor?.close());

const statements = async (client: Client, url: string): Promise<string[]> => {
  await client.get(url);
  return counter.of(async () => expect((await client.get(url)).status).toBe(200));
};

describe('the number of statements', () => {
  // The first of a signed-in caller's is the session.
  const LISTS: [url: string, who: 'visitor' | 'enterprise' | 'supplier' | 'broker' | 'admin', most: number][] = [
    ['offers', 'visitor', 4], ['offers?q=may+say+xoai', 'visitor', 4], ['requests', 'visitor', 3], ['requests', 'broker', 4], ['me/offers', 'supplier', 4], ['me/requests', 'enterprise', 4], ['connections', 'enterprise', 3],
    ['connections', 'broker', 3], ['notifications', 'enterprise', 5], ['saved-searches', 'enterprise', 3], ['moderation/queue', 'broker', 5], ['audit', 'admin', 3], ['suppliers', 'visitor', 4],
  ];
  it.each(LISTS)('of %s for %s does not grow with the page', async (url, who, most) => {
    const client = who === 'visitor' ? floor.visitor : floor.as(who);
    const joined = url.includes('?') ? '&' : '?';
    const one = await statements(client, `${url}${joined}size=1`);
    const many = await statements(client, `${url}${joined}size=100`);
    // A page that is not full needs no count.
    expect(many.length).toBeLessThanOrEqual(one.length);
    expect(many.length).toBeGreaterThan(0);
    expect(many.length).toBeLessThanOrEqual(most);
  });

  it('of a request\'s matches does not grow with them', async () => {
    const broker = floor.as('broker');
    expect((await broker.get(`requests/${noMatches.id}/matches`)).body.total).toBe(0);
    expect((await broker.get(`requests/${manyMatches.id}/matches`)).body.total).toBeGreaterThan(10);
    const none = await statements(broker, `requests/${noMatches.id}/matches`);
    const many = await statements(broker, `requests/${manyMatches.id}/matches`);
    // With none there are no offers to read.
    expect(many.length).toBeLessThanOrEqual(none.length + 2);
    expect(many.length).toBeLessThanOrEqual(6);
    expect((await statements(broker, `offers/${offer.id}/matches`)).length).toBeLessThanOrEqual(6);
  });

  it('of an offer\'s page is one, and one more to know who asks', async () => {
    expect(await statements(floor.visitor, `offers/${offer.id}`)).toHaveLength(1);
    expect(await statements(floor.visitor, `offers/${offer.slug}`)).toHaveLength(1);
    expect(await statements(floor.as('supplier'), `offers/${offer.id}`)).toHaveLength(2);
  });

  it('of a request\'s and a connection\'s page is fixed', async () => {
    expect((await statements(floor.visitor, `requests/${manyMatches.id}`)).length).toBeLessThanOrEqual(2);
    const [connection] = (await floor.as('broker').get('connections')).body.items;
    expect((await statements(floor.as('broker'), `connections/${connection.id}`)).length).toBeLessThanOrEqual(5);
  });
});
