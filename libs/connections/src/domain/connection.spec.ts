import { Actor, uuidv7 } from '@app/platform';
import { allowedActions, Connection, followUpDays, sideOf } from './connection.js';

const now = new Date('2026-11-24T00:00:00Z');
const ids = { supplierId: uuidv7(), buyerId: uuidv7(), supplyCentreId: uuidv7(), demandCentreId: uuidv7() };
const introduced = (): Connection => Object.assign(new Connection(), { ...ids, id: uuidv7(), state: 'introduced', confirmedAt: null });
const member = (organizationId: string, kind: 'supplier' | 'enterprise') => new Actor({ id: uuidv7(), memberships: [{ organizationId, kind, centreId: uuidv7() }] });

describe('Connection', () => {
  it('counts only when both sides have confirmed', () => {
    const connection = introduced();
    expect(connection.confirm(new Set(['supply']), now)).toBe(false);
    expect(connection.state).toBe('introduced');
    expect(connection.confirm(new Set(['supply', 'demand']), now)).toBe(true);
    expect(connection).toMatchObject({ state: 'confirmed', confirmedAt: now });
    expect(connection.confirm(new Set(['supply', 'demand']), now)).toBe(false);
  });

  it('cannot be declined or concluded out of turn', () => {
    const connection = introduced();
    expect(() => connection.conclude()).toThrow();
    connection.confirm(new Set(['supply', 'demand']), now);
    expect(() => connection.decline('x', now)).toThrow();
    connection.conclude();
    expect(connection.state).toBe('concluded');
  });

  it('knows the sides, and shows outsiders nothing', () => {
    const connection = introduced();
    expect(sideOf(member(ids.supplierId, 'supplier'), connection)).toBe('supply');
    expect(sideOf(member(ids.buyerId, 'enterprise'), connection)).toBe('demand');
    expect(sideOf(new Actor({ id: uuidv7(), roles: ['broker'], centreId: ids.supplyCentreId }), connection)).toBe('centre');
    expect(sideOf(new Actor({ id: uuidv7(), roles: ['broker'], centreId: uuidv7() }), connection)).toBeNull();
  });

  it('lets only the parties confirm, each once', () => {
    const connection = introduced();
    expect(allowedActions(member(ids.buyerId, 'enterprise'), connection, new Set())).toContain('confirm');
    expect(allowedActions(member(ids.buyerId, 'enterprise'), connection, new Set(['demand']))).not.toContain('confirm');
    expect(allowedActions(new Actor({ id: uuidv7(), roles: ['admin'] }), connection, new Set())).toEqual(['message']);
  });

  it.each([
    ['2026-11-24T00:00:00Z', ['2027-02-24', '2027-05-24', '2027-11-24']],
    // A month that is too short for the day ends with its own last day.
    ['2026-11-30T05:00:00Z', ['2027-02-28', '2027-05-30', '2027-11-30']],
    ['2027-11-30T05:00:00Z', ['2028-02-29', '2028-05-30', '2028-11-30']],
    ['2028-02-29T05:00:00Z', ['2028-05-29', '2028-08-29', '2029-02-28']],
    // The day counts in Viet Nam, where it is 1 December already.
    ['2026-11-30T17:00:00Z', ['2027-03-01', '2027-06-01', '2027-12-01']],
  ])('is asked after 3, 6 and 12 months from %s', (at, days) => {
    expect(followUpDays(new Date(at))).toEqual(days);
  });
});
