import { slugify } from '@app/platform';

interface Titled {
  title: string;
  supplier: { id: string };
}

/** Of one supplier no more than this many: who offers forty models of one machine does not fill the list. */
const MOST_OF_SUPPLIER = 2;

/** The first offers whose titles differ from each other's and from that of the offer they stand beside, few of each supplier. */
export const distinctOffers = <T extends Titled>(beside: Titled, offers: readonly T[], limit: number): T[] => {
  const titles = new Set([slugify(beside.title)]);
  const ofSupplier = new Map<string, number>();
  const chosen: T[] = [];
  for (const offer of offers) {
    if (chosen.length === limit) break;
    const title = slugify(offer.title);
    const held = ofSupplier.get(offer.supplier.id) ?? 0;
    if (titles.has(title) || held === MOST_OF_SUPPLIER) continue;
    titles.add(title);
    ofSupplier.set(offer.supplier.id, held + 1);
    chosen.push(offer);
  }
  return chosen;
};
