import { combinationOf, FAMILIES, type Family } from './family.js';
import type { DemoSupplier } from './organizations.js';
import { daysBetween, type Plan, workingTime } from './plan.js';
import { Random } from './random.js';

/** What distinguishes an offer, without its words. */
export interface OfferFacts {
  index: number;
  supplier: DemoSupplier;
  family: Family;
  head: number;
  target: number;
  method: number;
  size: number;
  /** Counts how often the family has used up its combinations: a word in the title then tells the offers apart. */
  version: number;
  ready: boolean;
  at: Date;
  id: string;
  /** Unique within its supplier. */
  code: string;
}

/**
 * The catalogue as numbers: who offers what. Nine bytes an offer, so that a hundred thousand stay small, and every offer's
 * words can be made again from its number alone.
 */
export class Catalogue {
  private readonly supplierOf: Uint8Array;
  private readonly familyOf: Uint8Array;
  private readonly ordinalOf: Uint32Array;

  constructor(
    readonly plan: Plan,
    readonly suppliers: DemoSupplier[],
  ) {
    this.supplierOf = new Uint8Array(plan.size);
    this.familyOf = new Uint8Array(plan.size);
    this.ordinalOf = new Uint32Array(plan.size);
    this.assign();
  }

  get size(): number {
    return this.plan.size;
  }

  familyAt(index: number): Family {
    return FAMILIES[this.familyOf[index]];
  }

  facts(index: number): OfferFacts {
    const family = this.familyAt(index);
    const supplier = this.suppliers[this.supplierOf[index]];
    const ordinal = this.ordinalOf[index];
    const { seed, size, ready } = this.plan;
    const random = new Random(seed, 'offer', index);
    const at = this.publishedAt(index, random);
    return {
      index, family, supplier, ...combinationOf(family, shuffled(ordinal % family.combinations, family.combinations, seed + family.index)),
      version: Math.floor(ordinal / family.combinations), ready: Math.floor(((index + 1) * ready) / size) > Math.floor((index * ready) / size), at, id: random.id(at), code: `${supplier.abbreviation}-${String(index + 1).padStart(5, '0')}`,
    };
  }

  /** Few in the first year, more with every one. Never in the future. */
  private publishedAt(index: number, random: Random): Date {
    const { start, today, size } = this.plan;
    const days = (daysBetween(start, today) - 1) * ((index + 1) / size) ** 0.7;
    return workingTime(start, days, random.next());
  }

  /** Every supplier has one, then they have many or few by their weight; each offers what belongs to his trade. */
  private assign(): void {
    const used = new Uint32Array(FAMILIES.length);
    const weights = this.suppliers.map((supplier, i) => [i, supplier.weight * (0.6 + new Random(this.plan.seed, 'weight', i).next())] as const);
    const trades = this.suppliers.map((supplier) => FAMILIES.filter((family) => supplier.domains.includes(family.domain)).map((family) => [family, Math.cbrt(family.combinations)] as const));
    for (let index = 0; index < this.plan.size; index++) {
      const random = new Random(this.plan.seed, 'who', index);
      const supplier = index < this.suppliers.length ? index : random.weighted(weights);
      const family = random.weighted(trades[supplier]);
      this.supplierOf[index] = supplier;
      this.familyOf[index] = family.index;
      this.ordinalOf[index] = used[family.index]++;
    }
  }
}

/** A number's place in a fixed disorder of all numbers below `count`: different numbers stay different. */
const shuffled = (number: number, count: number, seed: number): number => {
  let step = Math.floor(count * 0.618) + (seed % 97);
  while (greatestCommonDivisor(step, count) !== 1) step++;
  return Number((BigInt(number) * BigInt(step) + BigInt(seed) * 7919n) % BigInt(count));
};

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));
