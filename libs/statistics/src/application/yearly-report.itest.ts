import { bootContext, type TestFloor } from '@app/platform/testing/index.js';
import { StatisticsModule, YearlyReport } from '@app/statistics';
import { CatalogModule } from '@app/catalog';

let floor: TestFloor;
beforeAll(async () => void (floor = await bootContext({ imports: [StatisticsModule, CatalogModule] })));
afterAll(() => floor?.close());

const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const log = (type: string, subject: number, at: string, data: object = {}): Promise<unknown> =>
  floor.database.query(`insert into event (id, type, version, subject, at, origin, data) values (gen_random_uuid(), $1, 1, $2, $3, 'web', $4)`, [`${type}.v1`, uuid(subject), at, JSON.stringify(data)]);
const figures = async (year: number): Promise<Record<string, [number, number]>> =>
  Object.fromEntries((await floor.get(YearlyReport).of(year)).figures.map((figure) => [figure.name, [figure.year, figure.total]]));

describe('yearly report', () => {
  beforeAll(async () => {
    floor.setTime(new Date('2026-06-01T00:00:00Z'));
    await log('catalog.offer_approved', 1, '2025-12-31T16:59:59Z');
    await log('catalog.offer_approved', 1, '2026-02-01T00:00:00Z');
    await log('catalog.offer_approved', 2, '2025-12-31T17:00:00Z');
    await log('catalog.offers_imported', 99, '2026-03-01T00:00:00Z', { offerIds: [uuid(2), uuid(3), uuid(4)] });
    await log('requests.requests_imported', 99, '2025-03-01T00:00:00Z', { requestIds: [uuid(10)] });
    await log('matching.matches_found', 10, '2025-03-01T00:00:00Z', { matchIds: [uuid(20), uuid(21)] });
    await log('connections.connection_opened', 30, '2025-04-01T00:00:00Z', { state: 'introduced' });
    await log('connections.connection_opened', 31, '2026-04-01T00:00:00Z', { state: 'enquired' });
    await log('connections.connection_confirmed', 30, '2025-04-02T00:00:00Z', { buyerId: uuid(40), supplierId: uuid(50) });
    await log('connections.connection_confirmed', 31, '2026-04-02T00:00:00Z', { buyerId: uuid(40), supplierId: uuid(51) });
    await log('connections.outcome_recorded', 30, '2026-05-02T00:00:00Z', { outcome: 'contract' });
    await log('catalog.offer_approved', 5, '2026-07-01T00:00:00Z');
  });

  it('counts each thing once, in the year in Viet Nam in which it first happened', async () => {
    expect(await figures(2025)).toMatchObject({ offersPublished: [1, 1], requestsOpened: [1, 1], matchesFound: [2, 2], introductions: [1, 1], enquiries: [0, 0], connectionsConfirmed: [1, 1], enterprisesConnected: [1, 1] });
    expect(await figures(2026)).toMatchObject({
      offersPublished: [3, 4], requestsOpened: [0, 1], introductions: [0, 1], enquiries: [1, 1], connectionsConfirmed: [1, 2], enterprisesConnected: [0, 1], suppliersConnected: [1, 2],
      connectionsConcluded: [1, 1], 'outcome.contract': [1, 1], 'outcome.trial': [0, 0], views: [0, 0],
    });
  });

  it('is dated, says whether the year is over, and names the events behind each figure', async () => {
    expect(await floor.get(YearlyReport).of(2025)).toMatchObject({ from: '2024-12-31T17:00:00.000Z', to: '2025-12-31T17:00:00.000Z', asOf: '2026-06-01T00:00:00.000Z', isComplete: true });
    const now = await floor.get(YearlyReport).of(2026);
    expect(now.isComplete).toBe(false);
    expect(now.figures.find((figure) => figure.name === 'offersPublished')!.types).toEqual(['catalog.offer_approved.v1', 'catalog.offers_imported.v1']);
    await expect(floor.get(YearlyReport).of(2031)).rejects.toMatchObject({ code: 'statistics.no_such_year' });
  });
});
