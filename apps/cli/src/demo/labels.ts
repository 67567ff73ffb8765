import type { Catalogue, OfferFacts } from './catalogue.js';
import type { DemoRequest } from './demand.js';

const NEAR_SIZE = 3;

/**
 * How well an offer answers a need by construction: 3 the very thing for the very material in about the size, 2 in another
 * size, 1 the very thing for a material of the same kind. Which words describe it plays no part.
 */
export const gradeOf = (wanted: OfferFacts, offered: OfferFacts): 0 | 1 | 2 | 3 => {
  const { family } = wanted;
  if (offered.family !== family || offered.head !== wanted.head) return 0;
  const near = !family.size || sizeRatio(family.size.values[wanted.size], family.size.values[offered.size]) <= NEAR_SIZE;
  if (offered.target === wanted.target) return near ? 3 : 2;
  const [asked, given] = [family.targets[wanted.target].group, family.targets[offered.target].group];
  return asked === given && asked.startsWith('@') && near ? 1 : 0;
};

const sizeRatio = (a: number, b: number): number => Math.max(a, b) / Math.min(a, b);

/** One line of the labels file for each open request, with every offer that answers it. */
export function* labelLines(catalogue: Catalogue, requests: readonly DemoRequest[]): Generator<string> {
  const byFamily = new Map<number, number[]>();
  for (let i = 0; i < catalogue.size; i++) {
    const { index } = catalogue.familyAt(i);
    const own = byFamily.get(index) ?? byFamily.set(index, []).get(index)!;
    own.push(i);
  }
  for (const request of requests.filter((r) => r.state === 'open')) {
    const offers = (byFamily.get(request.anchor.family.index) ?? []).flatMap((i) => {
      const facts = catalogue.facts(i);
      const grade = gradeOf(request.anchor, facts);
      return grade > 0 ? [{ id: facts.id, code: facts.code, supplier: facts.supplier.name, grade }] : [];
    });
    const { id, code, enterprise, content } = request;
    yield JSON.stringify({ requestId: id, code, organization: enterprise.name, title: content.title, need: content.need, right: offers.sort((a, b) => b.grade - a.grade) });
  }
}
