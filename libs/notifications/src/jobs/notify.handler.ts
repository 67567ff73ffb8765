import { Injectable } from '@nestjs/common';
import { CentreService, OrganizationService } from '@app/organizations';
import { OnEvent, type RecordedEvent, type Tx } from '@app/platform';
import { type Notice, Notifier } from '../application/notifier.js';
import { SavedSearchCards } from '../data/saved-search-cards.js';
import type { TemplateName } from '../domain/notice-texts.js';

interface OfferData {
  [key: string]: string | number;
  offerId: string;
  organizationId: string;
  centreId: string;
}

interface AdviceData {
  [key: string]: string | string[];
  offerId: string;
  organizationId: string;
  keywords: string[];
}

interface RequestData {
  [key: string]: string | number;
  requestId: string;
  organizationId: string;
  centreId: string;
}

interface ConnectionData {
  [key: string]: string | null;
  connectionId: string;
  offerId: string;
  supplierId: string;
  buyerId: string;
  side: string | null;
  state: string | null;
}

interface MatchesData {
  [key: string]: string | string[];
  requestId: string;
  organizationId: string;
  matchIds: string[];
  offerIds: string[];
}

interface SavedSearchData {
  [key: string]: string | string[];
  savedSearchId: string;
  offerIds: string[];
}

const OFFER_TEMPLATES: Record<string, TemplateName> = {
  'catalog.offer_approved.v1': 'offer-approved',
  'catalog.offer_returned.v1': 'offer-returned',
  'catalog.offer_suspended.v1': 'offer-suspended',
  'catalog.offer_resumed.v1': 'offer-resumed',
  'catalog.offer_expired.v1': 'offer-expired',
};

const REQUEST_TEMPLATES: Record<string, TemplateName> = {
  'requests.request_opened.v1': 'request-opened',
  'requests.request_revised.v1': 'request-opened',
  'requests.request_returned.v1': 'request-returned',
};

/** Turns events into notices for the people whom they concern. */
@Injectable()
export class NotifyHandler {
  constructor(
    private readonly notifier: Notifier,
    private readonly organizations: OrganizationService,
    private readonly centres: CentreService,
    private readonly savedSearches: SavedSearchCards,
  ) {}

  @OnEvent('matching.matches_found.v1')
  async onMatches(event: RecordedEvent<MatchesData>, tx: Tx): Promise<void> {
    const { requestId, organizationId, matchIds, offerIds } = event.data;
    const pairs = matchIds.map((matchId, i) => ({ matchId, offerId: offerIds[i] }));
    await this.notifier.tellMatches(tx, await this.membersOf(organizationId), { eventId: event.id, requestId, pairs });
  }

  /** The bulk queue: what an import brings must not hold up the others. */
  @OnEvent('search.saved_search_hit.v1', { queue: 'bulk' })
  async onSavedSearch(event: RecordedEvent<SavedSearchData>, tx: Tx): Promise<void> {
    const { savedSearchId, offerIds } = event.data;
    const search = await this.savedSearches.find(tx, savedSearchId);
    if (search) await this.notifier.tellSavedSearch(tx, search.accountId, { eventId: event.id, savedSearchId, frequency: search.frequency, offerIds });
  }

  @OnEvent(Object.keys(OFFER_TEMPLATES))
  async onOfferDecided(event: RecordedEvent<OfferData>, tx: Tx): Promise<void> {
    const { offerId, organizationId } = event.data;
    await this.notifier.tell(tx, await this.membersOf(organizationId), {
      ...noticeOf(event, 'moderation', OFFER_TEMPLATES[event.type]),
      params: { offerId },
    });
  }

  @OnEvent('catalog.offer_advised.v1')
  async onAdvised(event: RecordedEvent<AdviceData>, tx: Tx): Promise<void> {
    const { offerId, organizationId, keywords } = event.data;
    await this.notifier.tell(tx, await this.membersOf(organizationId), {
      ...noticeOf(event, 'moderation', 'offer-advised'),
      params: { offerId, keywords: keywords.join('; ') },
    });
  }

  @OnEvent(Object.keys(REQUEST_TEMPLATES))
  async onRequestDecided(event: RecordedEvent<RequestData>, tx: Tx): Promise<void> {
    const { requestId, organizationId } = event.data;
    await this.notifier.tell(tx, await this.membersOf(organizationId), {
      ...noticeOf(event, 'moderation', REQUEST_TEMPLATES[event.type]),
      params: { requestId },
    });
  }

  /** Staff see what waits in the app; their queue is the desk, so no mail. */
  @OnEvent(['catalog.offer_submitted.v1', 'requests.request_submitted.v1'])
  async onSubmitted(event: RecordedEvent<{ [key: string]: string | number; centreId: string }>, tx: Tx): Promise<void> {
    const isOffer = event.type.startsWith('catalog.');
    const staff = await this.centres.staffOf(event.data.centreId);
    await this.notifier.tell(tx, staff, {
      ...noticeOf(event, 'moderation', isOffer ? 'offer-submitted' : 'request-submitted'),
      params: isOffer ? { offerId: event.subject } : { requestId: event.subject },
      mail: false,
    });
  }

  @OnEvent('connections.connection_opened.v1')
  async onOpened(event: RecordedEvent<ConnectionData>, tx: Tx): Promise<void> {
    const { supplierId, buyerId, state } = event.data;
    const enquired = state === 'enquired';
    const told = enquired ? [supplierId] : [supplierId, buyerId];
    await this.tellSides(tx, event, told, enquired ? 'enquiry' : 'connection', enquired ? 'enquiry-opened' : 'introduced');
  }

  @OnEvent('connections.side_confirmed.v1')
  async onSideConfirmed(event: RecordedEvent<ConnectionData>, tx: Tx): Promise<void> {
    await this.tellSides(tx, event, [otherSide(event.data)], 'connection', 'side-confirmed');
  }

  @OnEvent('connections.connection_confirmed.v1')
  async onConfirmed(event: RecordedEvent<ConnectionData>, tx: Tx): Promise<void> {
    await this.tellSides(tx, event, [event.data.supplierId, event.data.buyerId], 'connection', 'connection-confirmed');
  }

  @OnEvent('connections.connection_declined.v1')
  async onDeclined(event: RecordedEvent<ConnectionData>, tx: Tx): Promise<void> {
    await this.tellSides(tx, event, [event.data.supplierId, event.data.buyerId], 'connection', 'connection-declined');
  }

  @OnEvent('connections.message_posted.v1')
  async onMessage(event: RecordedEvent<ConnectionData>, tx: Tx): Promise<void> {
    const { side, supplierId, buyerId } = event.data;
    const told = side === 'centre' ? [supplierId, buyerId] : [otherSide(event.data)];
    await this.tellSides(tx, event, told, 'message', 'message-posted');
  }

  private async tellSides(tx: Tx, event: RecordedEvent<ConnectionData>, organizationIds: string[], kind: Notice['kind'], template: TemplateName): Promise<void> {
    const { connectionId, offerId } = event.data;
    const members = (await Promise.all(organizationIds.map((id) => this.membersOf(id)))).flat();
    const others = members.filter((id) => id !== event.actor);
    await this.notifier.tell(tx, others, { ...noticeOf(event, kind, template), params: { connectionId, offerId }, offerIds: [offerId] });
  }

  private async membersOf(organizationId: string): Promise<string[]> {
    return (await this.organizations.memberAccounts([organizationId])).get(organizationId) ?? [];
  }
}

const otherSide = (data: ConnectionData): string => (data.side === 'supply' ? data.buyerId : data.supplierId);

const noticeOf = (event: Pick<RecordedEvent, 'id'>, kind: Notice['kind'], template: TemplateName) => ({
  kind,
  template,
  dedupeKey: `${template} ${event.id}`,
});
