import { Injectable } from '@nestjs/common';
import { type ModerationItem, ModerationQueue } from '@app/desk';
import { MatchService } from '@app/matching';
import { type Actor, holds, type Page } from '@app/platform';
import { type RequestDetails, RequestService } from '@app/requests';
import type { DeskItem, DeskQueue, DeskRail } from '../components/desk-frame.js';

/** As long as the queue itself: it is read at once, and the counts of the rail come from it. */
const WHOLE_QUEUE = 2_000;
const SIZE = 50;
const QUEUES: readonly DeskQueue[] = ['all', 'offers', 'requests', 'open'];

export interface DeskLists {
  rail: DeskRail;
  items: Page<DeskItem>;
}

export const deskQueueIn = (query: Record<string, unknown>): DeskQueue => QUEUES.find((name) => name === query['queue']) ?? 'all';

const waiting = ({ kind, id, title, revision, organization, submittedAt }: ModerationItem): DeskItem => ({
  kind, id, title, isChange: revision > 1, organization: organization.name, at: submittedAt,
});

const open = ({ request, organization }: RequestDetails, matchCount: number): DeskItem => ({
  kind: 'request', id: request.id, title: request.live!.title, isChange: false, organization: organization.name, at: request.openedAt ?? request.createdAt, matchCount,
});

/** The broker's rail and queues: what waits for review, and open requests to match. */
@Injectable()
export class DeskQueues {
  constructor(
    private readonly moderation: ModerationQueue,
    private readonly requests: RequestService,
    private readonly matches: MatchService,
  ) {}

  async lists(actor: Actor, current: DeskQueue, page = 1): Promise<DeskLists> {
    // Administrators work for every centre, the others for their own.
    const centreId = actor.isAdmin ? undefined : (actor.centreId ?? undefined);
    const [queue, found] = await Promise.all([
      this.moderation.list(actor, { page: 1, size: WHOLE_QUEUE }),
      this.requests.open(actor, { centreId, page: current === 'open' ? page : 1, size: SIZE }),
    ]);
    const offers = queue.items.filter(({ kind }) => kind === 'offer');
    const requests = queue.items.filter(({ kind }) => kind === 'request');
    const rail = { all: queue.total, offers: offers.length, requests: requests.length, open: found.total, current, editsCentre: holds(actor, 'centre:write') };
    if (current === 'open') return { rail, items: { ...found, items: await this.openItems(found.items) } };
    const chosen = { all: queue.items, offers, requests }[current];
    const from = (page - 1) * SIZE;
    return { rail, items: { items: chosen.slice(from, from + SIZE).map(waiting), total: chosen.length, page, size: SIZE } };
  }

  private async openItems(found: RequestDetails[]): Promise<DeskItem[]> {
    const counts = await this.matches.counts(found.map(({ request }) => request.id));
    return found.map((details) => open(details, counts.get(details.request.id) ?? 0));
  }
}
