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
  /** Null when it is the live one. */
  working: Json | null;
  live_specs: Quantity[];
  live_ip: IpAssetContent[];
  working_specs: Quantity[] | null;
  working_ip: IpAssetContent[] | null;
  supplier: SupplierCard;
}

interface Property {
  name: string;
  isMoment: boolean;
}

// Columns are few and rows many: a tenth of reading an offer went into these names.
const properties = new Map<string, Property>();

const propertyOf = (column: string): Property => {
  let property = properties.get(column);
  if (!property) {
    property = { name: column.replace(/_([a-z])/g, (_whole, letter: string) => letter.toUpperCase()), isMoment: column.endsWith('_at') };
    properties.set(column, property);
  }
  return property;
};

const fill = <T extends object>(target: T, row: Json): T => {
  for (const column of Object.keys(row)) {
    const { name, isMoment } = propertyOf(column);
    const value = row[column];
    (target as Json)[name] = isMoment && typeof value === 'string' ? new Date(value) : value;
  }
  return target;
};

const revisionOf = (row: Json, specs: Quantity[], ip: IpAssetContent[]): OfferRevision =>
  Object.assign(fill(new OfferRevision(), row), { specs, ip });

/** An offer with its revisions from the one statement that loads it whole. */
export const offerFromRow = (row: LoadedRow): { offer: Offer; supplier: SupplierCard } => {
  const offer = fill(new Offer(), row.offer);
  offer.live = row.live && revisionOf(row.live, row.live_specs, row.live_ip);
  offer.working = row.working ? revisionOf(row.working, row.working_specs!, row.working_ip!) : offer.live!;
  return { offer, supplier: row.supplier };
};
