import { Injectable } from '@nestjs/common';
import { Actor, allow, assertFresh, Clock, commonErrors, Database, dayInVietnam, type Decision, EventStore, invalidFields, Logger, offsetOf, type Page, pageOf, type PageRequest, type Precondition, requireFresh, type Tx, uuidv7 } from '@app/platform';
import { TaxonomyService } from '@app/taxonomy';
import { OfferSuspension } from '../data/offer-child.entities.js';
import { OfferRepository } from '../data/offer.repository.js';
import type { SupplierCard } from '../data/offer-row.js';
import { Offer } from '../domain/offer.js';
import { catalogErrors } from '../domain/offer.errors.js';
import { offerAdvised, offerEvent, type OfferVerb } from '../domain/offer.events.js';
import { canEdit, canModerate, canRead, seesAll } from '../domain/offer.policy.js';
import { EMPTY_CONTENT, type OfferContent, OfferRevision } from '../domain/offer-revision.js';

export interface OfferDetails {
  offer: Offer;
  supplier: SupplierCard;
  /** True for the owner and the staff of its centre: they get the working revision, the live one beside it. */
  insider: boolean;
  suspension?: { reason: string; suspendedAt: Date } | null;
}

const EXPIRED_AT_ONCE = 200;

@Injectable()
export class OfferService {
  constructor(
    private readonly database: Database,
    private readonly offers: OfferRepository,
    private readonly events: EventStore,
    private readonly taxonomy: TaxonomyService,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** What the actor may see; `common.not_found` for what he may not know of. */
  async get(actor: Actor, idOrSlug: string): Promise<OfferDetails> {
    const found = await this.offers.find(idOrSlug);
    if (!found) throw commonErrors.not_found();
    allow(canRead(actor, found.offer));
    return this.details(actor, found.offer, found.supplier);
  }

  async mine(actor: Actor, query: PageRequest & { state?: string }): Promise<Page<OfferDetails>> {
    const { ids, total } = await this.offers.ownedIds(actor.organizationsOf('supplier'), query.state, query.size, offsetOf(query));
    const found = await this.offers.findMany(ids);
    const items = found.map(({ offer, supplier }) => ({ offer, supplier, insider: true }));
    return pageOf(items, total, query);
  }

  async create(actor: Actor, content: Partial<OfferContent> & Pick<OfferContent, 'title' | 'kind'>, organizationId?: string): Promise<OfferDetails> {
    const owner = organizationId ?? actor.organizationsOf('supplier')[0];
    const membership = actor.memberships.find((m) => m.organizationId === owner && m.kind === 'supplier');
    if (!membership) throw catalogErrors.not_your_organization();
    this.assertCodes(content);
    const now = this.clock.now();
    const id = uuidv7();
    const offer = Object.assign(new Offer(), {
      id, code: `TF-${id.slice(-12).toUpperCase()}`, organizationId: owner, centreId: membership.centreId,
      visibility: 'unpublished', liveRevisionId: null, publishedAt: null, importedHash: null, importedRevision: null, image: null,
      createdAt: now, updatedAt: now, version: 1, live: null,
    } satisfies Partial<Offer>);
    offer.working = OfferRevision.first(uuidv7(), id, { ...EMPTY_CONTENT, ...content }, actor.id, now);
    offer.workingRevisionId = offer.working.id;
    await this.database.transaction(async (tx) => {
      offer.slug = await this.offers.freeSlug(tx, id, content.title);
      await this.offers.insert(tx, offer);
      await this.events.append(tx, actor, offerEvent('created', offer, null, 'draft'));
    });
    return this.get(actor, id);
  }

  async edit(actor: Actor, id: string, content: Partial<OfferContent>, precondition: Precondition): Promise<OfferDetails> {
    this.assertCodes(content);
    return this.change(actor, id, canEdit, precondition, 'edited', async (offer) => {
      requireFresh(offer.version, precondition);
      offer.edit(content, actor.id, this.clock.now(), uuidv7());
    }, { content: true });
  }

  submit(actor: Actor, id: string, precondition: Precondition = {}): Promise<OfferDetails> {
    return this.change(actor, id, canEdit, precondition, 'submitted', (offer) => offer.submit(actor.id, this.clock.now()));
  }

  recall(actor: Actor, id: string, precondition: Precondition = {}): Promise<OfferDetails> {
    return this.change(actor, id, canEdit, precondition, 'recalled', (offer) => offer.recall(this.clock.now()));
  }

  withdraw(actor: Actor, id: string, precondition: Precondition = {}): Promise<OfferDetails> {
    return this.change(actor, id, canEdit, precondition, 'withdrawn', (offer) => offer.withdraw(this.clock.now()));
  }

  relist(actor: Actor, id: string, precondition: Precondition = {}): Promise<OfferDetails> {
    return this.change(actor, id, canEdit, precondition, 'relisted', (offer) => offer.relist(this.clock.now()));
  }

  approve(actor: Actor, id: string, precondition: Precondition = {}): Promise<OfferDetails> {
    return this.change(actor, id, canModerate, precondition, 'approved', async (offer, tx) => {
      const wasPublic = offer.live !== null;
      offer.approve(actor.id, this.clock.now());
      const slug = await this.offers.freeSlug(tx, offer.id, offer.working.title);
      if (slug === offer.slug) return;
      // A draft's address was never public, and may say what its owner has taken back.
      if (wasPublic) await this.offers.keepSlug(tx, offer.id, offer.slug);
      offer.slug = slug;
    });
  }

  return(actor: Actor, id: string, reason: string, precondition: Precondition = {}): Promise<OfferDetails> {
    return this.change(actor, id, canModerate, precondition, 'returned', (offer) => offer.return(reason, actor.id, this.clock.now()));
  }

  suspend(actor: Actor, id: string, reason: string): Promise<OfferDetails> {
    return this.change(actor, id, canModerate, {}, 'suspended', async (offer, tx) => {
      const now = this.clock.now();
      offer.suspend(now);
      const fact = { id: uuidv7(), offerId: id, reason, suspendedAt: now, suspendedBy: actor.id, resumedAt: null, resumedBy: null };
      await tx.repository(OfferSuspension).insert(fact);
    });
  }

  resume(actor: Actor, id: string): Promise<OfferDetails> {
    return this.change(actor, id, canModerate, {}, 'resumed', async (offer, tx) => {
      const now = this.clock.now();
      offer.resume(now);
      await tx.query('update offer_suspension set resumed_at = $2, resumed_by = $3 where offer_id = $1 and resumed_at is null', [id, now, actor.id]);
    });
  }

  /** Proposes keywords to the owner of a live offer; the offer stays as it is. */
  async advise(actor: Actor, id: string, keywords: string[]): Promise<OfferDetails> {
    await this.database.transaction(async (tx) => {
      const found = await this.offers.findForUpdate(tx, id);
      if (!found) throw commonErrors.not_found();
      allow(canModerate(actor, found.offer));
      if (!found.offer.isPublic) throw commonErrors.wrong_state({ state: found.offer.visibility });
      await this.events.append(tx, actor, offerAdvised(found.offer, keywords));
    });
    return this.get(actor, id);
  }

  /** Takes offers off the floor whose last day is over. One that cannot be is logged and left for the next round; the others go. */
  async expireDue(): Promise<void> {
    const today = dayInVietnam(this.clock.now());
    for (let after: string | null = null; ; ) {
      const ids: string[] = await this.offers.overIds(today, after, EXPIRED_AT_ONCE);
      if (ids.length === 0) return;
      for (const id of ids) await this.expire(id);
      after = ids.at(-1)!;
    }
  }

  private async expire(id: string): Promise<void> {
    try {
      await this.change(Actor.system(), id, canEdit, {}, 'expired', (offer) => offer.expire(this.clock.now()));
    } catch (error) {
      this.logger.error('an offer could not be taken off the floor after its last day', { offerId: id, error: (error as Error).message });
    }
  }

  /** The one way in which an offer changes: lock, policy, rule, save, event. */
  private async change(
    actor: Actor,
    id: string,
    policy: (actor: Actor, offer: Offer) => Decision,
    precondition: Precondition,
    verb: OfferVerb,
    rule: (offer: Offer, tx: Tx) => void | Promise<void>,
    options: { content: boolean } = { content: false },
  ): Promise<OfferDetails> {
    await this.database.transaction(async (tx) => {
      const found = await this.offers.findForUpdate(tx, id);
      if (!found) throw commonErrors.not_found();
      const { offer } = found;
      allow(policy(actor, offer));
      assertFresh(offer.version, precondition);
      const before = { state: offer.working.state, visibility: offer.visibility };
      await rule(offer, tx);
      await this.offers.save(tx, offer, options);
      const moved = before.visibility !== offer.visibility && verb !== 'approved';
      const [from, to] = moved ? [before.visibility, offer.visibility] : [before.state, offer.working.state];
      await this.events.append(tx, actor, offerEvent(verb, offer, from, to));
    });
    return this.get(actor, id);
  }

  private async details(actor: Actor, offer: Offer, supplier: SupplierCard): Promise<OfferDetails> {
    const insider = seesAll(actor, offer);
    if (!insider || offer.visibility !== 'suspended') return { offer, supplier, insider };
    const [suspension] = await this.database.repository(OfferSuspension).find({ where: { offerId: offer.id }, order: { suspendedAt: 'desc' }, take: 1 });
    return { offer, supplier, insider, suspension: suspension ?? null };
  }

  private assertCodes(content: Partial<OfferContent>): void {
    const errors = this.taxonomy.check([
      { field: 'kind', scheme: 'kind', codes: [content.kind] },
      { field: 'fields', scheme: 'field', codes: content.fields ?? [] },
      { field: 'transferModes', scheme: 'transferMode', codes: content.transferModes ?? [] },
      { field: 'province', scheme: 'province', codes: [content.province] },
      { field: 'condition', scheme: 'condition', codes: [content.condition] },
      { field: 'price.kind', scheme: 'priceKind', codes: [content.price?.kind] },
      { field: 'price.vat', scheme: 'vat', codes: [content.price?.vat] },
      ...(content.ip ?? []).flatMap((asset, i) => [
        { field: `ip.${i}.kind`, scheme: 'ipKind' as const, codes: [asset.kind] },
        { field: `ip.${i}.state`, scheme: 'ipState' as const, codes: [asset.state] },
      ]),
    ]);
    if (errors.length > 0) throw invalidFields(errors);
  }
}
