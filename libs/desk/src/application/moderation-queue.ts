import { Injectable } from '@nestjs/common';
import { OfferReader, type QueueItem } from '@app/catalog';
import { CentreService } from '@app/organizations';
import { type Actor, commonErrors, offsetOf, type Page, pageOf, type PageRequest } from '@app/platform';
import { type RequestQueueItem, RequestReader } from '@app/requests';

export type ModerationItem = QueueItem | RequestQueueItem;

/** What waits for review in the centres that the actor acts for, oldest first. */
@Injectable()
export class ModerationQueue {
  constructor(
    private readonly offers: OfferReader,
    private readonly requests: RequestReader,
    private readonly centres: CentreService,
  ) {}

  async list(actor: Actor, query: PageRequest & { centre?: string; kind?: string }): Promise<Page<ModerationItem>> {
    const centreId = await this.centreOf(actor, query.centre);
    const from = offsetOf(query);
    const upTo = from + query.size;
    // The oldest `upTo` of both lie within the oldest `upTo` of each.
    const offers = query.kind === 'request' ? NOTHING : await this.offers.queue(centreId, upTo);
    const requests = query.kind === 'offer' ? NOTHING : await this.requests.queue(centreId, upTo);
    const oldest = [...offers.items, ...requests.items].sort((a, b) => a.submittedAt.localeCompare(b.submittedAt) || a.id.localeCompare(b.id));
    return pageOf(oldest.slice(from, upTo), offers.total + requests.total, query);
  }

  /** Brokers and managers see their own centre; administrators every one, or the one they name. */
  private async centreOf(actor: Actor, wanted: string | undefined): Promise<string | null> {
    const named = wanted ? (await this.centres.resolveIds([wanted])).get(wanted) : undefined;
    if (actor.isAdmin || actor.isSystem) return named === 'unknown' ? noCentre() : (named ?? null);
    if (named !== undefined && named !== actor.centreId) throw commonErrors.forbidden();
    return actor.centreId ?? noCentre();
  }
}

const NOTHING = { items: [], total: 0 };

const noCentre = (): never => {
  throw commonErrors.not_found();
};
