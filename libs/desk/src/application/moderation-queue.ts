import { Injectable } from '@nestjs/common';
import { OfferReader, type QueueItem } from '@app/catalog';
import { CentreService } from '@app/organizations';
import { type Actor, commonErrors, type Page } from '@app/platform';
import { type RequestQueueItem, RequestReader } from '@app/requests';

export type ModerationItem = QueueItem | RequestQueueItem;

/** A queue of more than this is worked off from the front; nobody pages to its end. */
const LONGEST_QUEUE = 2_000;

/** What waits for review in the centres that the actor acts for, oldest first. */
@Injectable()
export class ModerationQueue {
  constructor(
    private readonly offers: OfferReader,
    private readonly requests: RequestReader,
    private readonly centres: CentreService,
  ) {}

  async list(actor: Actor, query: { centre?: string; kind?: string; page: number; size: number }): Promise<Page<ModerationItem>> {
    const centreId = await this.centreOf(actor, query.centre);
    const offers = query.kind === 'request' ? [] : await this.offers.queue(centreId, LONGEST_QUEUE);
    const requests = query.kind === 'offer' ? [] : await this.requests.queue(centreId, LONGEST_QUEUE);
    const all = [...offers, ...requests].sort((a, b) => a.submittedAt.localeCompare(b.submittedAt) || a.id.localeCompare(b.id));
    const from = (query.page - 1) * query.size;
    return { items: all.slice(from, from + query.size), total: all.length, page: query.page, size: query.size };
  }

  /** Brokers and managers see their own centre; administrators every one, or the one they name. */
  private async centreOf(actor: Actor, wanted: string | undefined): Promise<string | null> {
    const [named] = wanted ? await this.centres.resolveIds([wanted]) : [];
    if (actor.isAdmin || actor.isSystem) return named === 'unknown' ? noCentre() : (named ?? null);
    if (named !== undefined && named !== actor.centreId) throw commonErrors.forbidden();
    return actor.centreId ?? noCentre();
  }
}

const noCentre = (): never => {
  throw commonErrors.not_found();
};
