import type { Actor, Quantity } from '@app/platform';
import type { OfferDetails } from '../application/offer.service.js';
import { allowedActions } from '../domain/offer.policy.js';
import { completeness } from '../domain/offer-completeness.js';
import type { OfferContent, OfferRevision } from '../domain/offer-revision.js';
import { project, type Viewer } from '../domain/project.js';

export class SpecView {
  name: string;
  value: string;
  unit: string | null;
}

type ContentView = Omit<OfferContent, 'specs' | 'images' | 'sourceWords'> & { specs: SpecView[]; images: string[]; sourceWords?: undefined };

export interface OfferView extends Omit<ContentView, 'sourceWords'> {
  id: string;
  slug: string;
  code: string;
  version: number;
  revision: number;
  state: string;
  visibility: string;
  allowedActions: string[];
  supplier: { id: string; slug: string; name: string };
  publishedAt: string | null;
  updatedAt: string;
  image: string | null;
  /** Owner and staff: the public revision beside a newer working one. */
  live?: (ContentView & { revision: number }) | null;
  returnReason?: string | null;
  submittedAt?: string | null;
  suspension?: { reason: string; at: string } | null;
  sourceWords?: Record<string, string[]>;
  /** Owner and staff: how much of what a buyer looks for is filled in, in percent. */
  completeness?: number;
}

const specView = ({ label, raw, unit }: Quantity): SpecView => ({ name: label, value: raw, unit });

// Assigned, not spread: for so many fields the engine copies object literals slowly, which took half of the time for an answer.
const contentView = (revision: OfferRevision, viewer: Viewer): ContentView => {
  const content = project(revision, viewer);
  return Object.assign(content, { specs: content.specs.map(specView), sourceWords: undefined });
};

/** The shape that the actor may see: the live revision for everybody, the working one on top for owner and staff. */
export const toOfferView = ({ offer, supplier, insider, suspension }: OfferDetails, actor: Actor): OfferView => {
  const shown = insider ? offer.working : offer.live!;
  const base = Object.assign(contentView(shown, insider ? 'insider' : 'public'), {
    id: offer.id,
    slug: offer.slug,
    code: offer.code,
    version: offer.version,
    revision: shown.number,
    state: shown.state,
    visibility: offer.visibility,
    allowedActions: allowedActions(actor, offer),
    supplier,
    publishedAt: offer.publishedAt?.toISOString() ?? null,
    updatedAt: offer.updatedAt.toISOString(),
    image: offer.image,
  });
  if (!insider) return base;
  return Object.assign(base, {
    live: offer.live ? { ...contentView(offer.live, 'insider'), revision: offer.live.number } : null,
    returnReason: shown.state === 'returned' ? shown.returnReason : null,
    submittedAt: shown.submittedAt?.toISOString() ?? null,
    suspension: suspension ? { reason: suspension.reason, at: suspension.suspendedAt.toISOString() } : null,
    sourceWords: shown.sourceWords,
    completeness: completeness(project(shown, 'insider')),
  });
};
