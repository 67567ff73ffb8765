import { Actor, isGranted } from '@app/platform';
import { canBroker, canGiveFeedback, seesBudget } from './match.policy.js';

const match = { requestOrganizationId: 'buyer', offerOrganizationId: 'seller', demandCentreId: 'here', supplyCentreId: 'there' };
const broker = (centreId: string, ...organizations: string[]): Actor =>
  new Actor({ id: 'a', roles: ['broker'], centreId, memberships: organizations.map((organizationId) => ({ organizationId, kind: 'supplier', centreId })) });

describe('the policy of matches', () => {
  it('lets brokers of both centres act, but nobody for an organization of his own', () => {
    for (const centre of ['here', 'there']) {
      expect(isGranted(canBroker(broker(centre), match))).toBe(true);
      for (const own of ['buyer', 'seller']) {
        expect(canBroker(broker(centre, own), match).outcome).toBe('refused');
        expect(isGranted(canGiveFeedback(broker(centre, own), match))).toBe(true);
      }
    }
    expect(canBroker(broker('elsewhere'), match).outcome).toBe('hidden');
  });

  it('shows the budget to its owner and the brokers of its centre, unless they belong to the supplier', () => {
    expect(seesBudget(broker('here'), match)).toBe(true);
    expect(seesBudget(broker('there'), match)).toBe(false);
    expect(seesBudget(broker('here', 'seller'), match)).toBe(false);
    expect(seesBudget(broker('here', 'buyer', 'seller'), match)).toBe(true);
  });
});
