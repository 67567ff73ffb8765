import { AccountService } from '@app/identity';
import { OrganizationService } from '@app/organizations';
import type { Role, Tx } from '@app/platform';
import type { DemoOrganization } from './organizations.js';

export const DEMO_NAMES = ['admin', 'manager', 'broker', 'broker2', 'supplier', 'supplier2', 'enterprise', 'enterprise2'] as const;
export type DemoName = (typeof DEMO_NAMES)[number];
export type DemoAccounts = Record<DemoName, string>;

export const demoEmail = (name: DemoName): string => `${name}@techfloor.example`;

const PEOPLE: Record<DemoName, string> = {
  admin: 'Nguyễn Quốc Bảo', manager: 'Trần Thị Mỹ Linh', broker: 'Lê Thị Hạnh', broker2: 'Phạm Văn Đước', supplier: 'Huỳnh Tấn Lộc', supplier2: 'Võ Ngọc Trân', enterprise: 'Đặng Thị Xoàn', enterprise2: 'Bùi Hữu Nghĩa',
};
const STAFF: [DemoName, Role][] = [['admin', 'admin'], ['manager', 'manager'], ['broker', 'broker'], ['broker2', 'broker']];

/** Makes the eight demo accounts: staff with their centres, the others as owners of their organizations. */
export class DemoAccountMaker {
  constructor(
    private readonly accounts: AccountService,
    private readonly organizations: OrganizationService,
    private readonly password: string,
  ) {}

  async make(tx: Tx, centres: { own: string; other: string }, owners: Record<'supplier' | 'supplier2' | 'enterprise' | 'enterprise2', DemoOrganization>): Promise<DemoAccounts> {
    const ids: Partial<DemoAccounts> = {};
    for (const [name, role] of STAFF) ids[name] = await this.account(tx, name, [role], name === 'broker2' ? centres.other : centres.own);
    for (const name of ['supplier', 'supplier2', 'enterprise', 'enterprise2'] as const) {
      ids[name] = await this.account(tx, name, [], null);
      await this.organizations.addMember(tx, owners[name].id, ids[name], 'owner');
    }
    return ids as DemoAccounts;
  }

  private account(tx: Tx, name: DemoName, roles: Role[], centreId: string | null): Promise<string> {
    return this.accounts.create(tx, { email: demoEmail(name), name: PEOPLE[name], password: this.password, roles, centreId });
  }
}
