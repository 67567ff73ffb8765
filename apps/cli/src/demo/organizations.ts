import { fold } from '@app/platform';
import { ENTERPRISE_NAMES, GIVEN } from './vocabulary/needs.js';
import { SUPPLIERS } from './vocabulary/suppliers.js';
import type { Domain } from './vocabulary/family.js';
import { DELTA, wardName, wardOf } from './places.js';
import type { Plan } from './plan.js';
import { Random } from './random.js';

export interface DemoOrganization {
  id: string;
  kind: 'supplier' | 'enterprise';
  name: string;
  province: string;
  /** Province of its centre. */
  centre: string;
  taxCode: string | null;
  description: string;
  at: Date;
  verified: boolean;
}

export interface DemoSupplier extends DemoOrganization {
  domains: Domain[];
  weight: number;
  /** Beginning of its codes and model names. */
  abbreviation: string;
}

export const OWN_CENTRE = '92';
/** Suppliers 0 and 1 and enterprises 0 and 1 belong to the demo accounts. */
const DEMO_SUPPLIERS = ['Cơ khí Tân Lộc|92|food crops mechanics|4', 'Công ty CP Công nghệ nước Cái Khế|92|environment digital|4'];
const DEMO_ENTERPRISES = ['HTX Mỹ Xương', 'Công ty TNHH Thủy sản Trà Nóc'];

const ABOUT = [
  'Làm nghề từ năm {year}, xưởng ở {ward}, {people} người thợ và kỹ sư.', 'Nhận thiết kế, chế tạo và lắp tại chỗ; có đội bảo trì đi khắp miền Tây.', 'Phối hợp với các viện, trường và hợp tác xã để thử nghiệm trước khi bán.',
  'Tư vấn miễn phí lần đầu, khách xem máy chạy thật rồi mới đặt.', 'Hơn {people} khách ở {ward} và các vùng lân cận đang dùng.', 'Có phòng trưng bày tại {ward}, mở cửa từ thứ hai đến thứ bảy.',
];

const aboutOf = (province: string, random: Random): string =>
  random.some(ABOUT, 2).join(' ').replace('{year}', String(random.int(1992, 2021))).replace('{people}', String(random.int(6, 140))).replaceAll('{ward}', wardOf(province, random.below(500)));

const initials = (name: string): string =>
  name.split(' ').filter((part) => /^\p{Lu}/u.test(part)).slice(-3).map((part) => fold(part).charAt(0).toUpperCase()).join('');

/** No province has the number 99: these codes belong to nobody. */
const taxCode = (number: number): string => `9900${String(100_000 + number * 37).padStart(6, '0')}`;

export const suppliersOf = (plan: Plan): DemoSupplier[] => {
  const used = new Map<string, number>();
  return [...DEMO_SUPPLIERS, ...SUPPLIERS.trim().split('\n')].slice(0, plan.suppliers).map((line, i) => {
    const [name, province, domains, weight] = line.split('|');
    const random = new Random(plan.seed, 'supplier', i);
    const letters = initials(name);
    const seen = used.get(letters) ?? 0;
    used.set(letters, seen + 1);
    const at = new Date(plan.start.getTime() - (i + 1) * 3_600_000);
    return {
      id: random.id(at), kind: 'supplier', name, province, centre: province, taxCode: i < 2 || random.chance(0.8) ? taxCode(i) : null, description: aboutOf(province, random),
      at, verified: i < 2 || random.chance(0.7), domains: domains.split(' ') as Domain[], weight: Number(weight), abbreviation: `${letters}${seen > 0 ? seen + 1 : ''}`,
    };
  });
};

export const enterprisesOf = (plan: Plan): DemoOrganization[] => {
  const used = new Set<string>();
  return Array.from({ length: plan.enterprises + 2 }, (_unused, i) => {
    const random = new Random(plan.seed, 'enterprise', i);
    const province = i < 2 ? OWN_CENTRE : random.chance(0.86) ? random.pick(DELTA) : random.pick(['79', '75', '68', '66', '56', '48', '40', '38', '33', '31', '01', '25', '46', '52']);
    const name = DEMO_ENTERPRISES[i] ?? freeName(used, () => nameOf(province, random));
    const at = new Date(plan.start.getTime() - (i + 1) * 60_000);
    return {
      id: random.id(at), kind: 'enterprise', name, province, centre: province, taxCode: random.chance(0.6) ? taxCode(1000 + i) : null,
      description: aboutOf(province, random), at, verified: random.chance(0.5),
    };
  });
};

const nameOf = (province: string, random: Random): string =>
  random.pick(ENTERPRISE_NAMES).replace('{place}', wardName(province, random.below(500))).replace('{given}', random.pick(GIVEN));

const freeName = (used: Set<string>, make: () => string): string => {
  let name = make();
  while (used.has(name)) name = make();
  used.add(name);
  return name;
};
