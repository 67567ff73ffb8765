import type { Quantity } from '@app/platform';
import { Offer } from '../domain/offer.js';
import { type IpAssetContent, OfferRevision } from '../domain/offer-revision.js';

export interface SupplierCard {
  id: string;
  slug: string;
  name: string;
}

type Json = Record<string, unknown>;

export interface LoadedRow {
  [column: string]: unknown;
  offer: Json & { id: string };
  live: Json | null;
  working: Json;
  live_specs: Quantity[];
  live_ip: IpAssetContent[];
  working_specs: Quantity[];
  working_ip: IpAssetContent[];
  supplier: SupplierCard;
}

const camel = (name: string): string => name.replace(/_([a-z])/g, (_whole, letter: string) => letter.toUpperCase());
const isMoment = (name: string): boolean => name.endsWith('_at');

const fill = <T extends object>(target: T, row: Json): T => {
  for (const [column, value] of Object.entries(row)) {
    const shown = isMoment(column) && typeof value === 'string' ? new Date(value) : value;
    Object.assign(target, { [camel(column)]: shown });
  }
  return target;
};

const revisionOf = (row: Json, specs: Quantity[], ip: IpAssetContent[]): OfferRevision =>
  Object.assign(fill(new OfferRevision(), row), { specs, ip });

/** An offer with its revisions from the one statement that loads it whole. */
export const offerFromRow = (row: LoadedRow): { offer: Offer; supplier: SupplierCard } => {
  const offer = fill(new Offer(), row.offer);
  offer.working = revisionOf(row.working, row.working_specs, row.working_ip);
  const sameRevision = row.live !== null && row.live['id'] === row.working['id'];
  offer.live = row.live === null ? null : sameRevision ? offer.working : revisionOf(row.live, row.live_specs, row.live_ip);
  return { offer, supplier: row.supplier };
};
