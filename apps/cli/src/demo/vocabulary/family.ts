/** Where a supplier is at home; each supplier offers families of his domains only. */
export type Domain = 'crops' | 'food' | 'fisheries' | 'livestock' | 'mechanics' | 'environment' | 'energy' | 'digital' | 'construction' | 'materials' | 'health' | 'forestry' | 'services';

/**
 * A family of offers, which share their sizes, data and sentences. Lists are written as `tiếng Việt=English=Latin` with `;`
 * between; `heo~lợn` is a southern and a northern word, `khóm/thơm~dứa` two southern and one northern. `@name` is a list of targets.ts.
 */
export interface FamilySource {
  key: string;
  domain: Domain;
  /** Codes of fields, the main one first. */
  fields: string;
  kind: 'technology' | 'equipment' | 'process' | 'product' | 'service' | 'ip';
  /** Heads, targets and methods; within one set everything goes with everything. */
  sets: readonly (readonly [heads: string, targets: string, methods: string])[];
  /** `label: 50 100 200 unit @ base exponent`: the price in millions of VND is base × size ^ exponent. */
  size?: string;
  /** Without a size: `20..300` millions of VND. */
  price?: string;
  /** `label: 3..45 unit` (a range to draw from) or `label: a | b` (one of), `;` between; `[0,2] ` in front as for sentences. */
  specs: string;
  /** Sentences of the summary; one for some sets only begins with their numbers, `0,2: `. `{t}` is the target, `{s}` the size, `{m}` the method, `{n:3..9}` a number. */
  says: readonly string[];
}
