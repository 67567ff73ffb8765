import { Injectable } from '@nestjs/common';
import type { Lang } from '@app/platform';
import type { Notification } from '../data/notification.entities.js';
import { SubjectTitles } from '../data/subject-titles.js';
import { renderNotice } from '../domain/notice-texts.js';

const NAMED_OFFERS = 20;

type Renderable = Pick<Notification, 'template' | 'params' | 'matchIds' | 'offerIds' | 'requestId'>;

/** What tells of offers that the floor has found, and what is said when all of them have left it since. */
const WHEN_GONE: Record<string, string> = { 'matches-found': 'matches-gone', 'saved-search-found': 'saved-search-gone' };

/** Renders notices in the reader's language, with titles as they are now: four statements for any number of notices. */
@Injectable()
export class NoticeRenderer {
  constructor(private readonly titles: SubjectTitles) {}

  async renderAll(notices: Renderable[], lang: Lang): Promise<{ title: string; body: string }[]> {
    const offers = await this.titles.ofOffers([...new Set(notices.flatMap(offersOf))]);
    const live = await this.titles.ofLiveOffers([...new Set(notices.flatMap(foundIn))]);
    const requests = await this.titles.ofRequests([...new Set(notices.flatMap(requestsOf))]);
    const searches = await this.titles.ofSavedSearches([...new Set(notices.flatMap(searchesOf))]);
    return notices.map((notice) => {
      const found = foundIn(notice).flatMap((id) => live.get(id) ?? []);
      const named = found.slice(0, NAMED_OFFERS).map((title) => `“${title}”`);
      const isGone = notice.template in WHEN_GONE && found.length === 0;
      return renderNotice(isGone ? WHEN_GONE[notice.template] : notice.template, lang, {
        search: searches.get(searchesOf(notice)[0] ?? '') ?? null,
        request: requests.get(requestsOf(notice)[0] ?? '') ?? null,
        offer: offers.get(offersOf(notice)[0] ?? '') ?? null,
        offers: [...named, ...(found.length > NAMED_OFFERS ? ['…'] : [])].join(', '),
        count: found.length,
        keywords: notice.params['keywords'] ?? null,
      });
    });
  }
}

/** The offer that a notice is about. */
const offersOf = (notice: Renderable): string[] => {
  const about = notice.params['offerId'] ?? notice.offerIds[0];
  return about ? [String(about)] : [];
};

/** The offers that a notice says were found: only those that are still on the floor are named and counted. */
const foundIn = (notice: Renderable): string[] => (notice.template in WHEN_GONE ? notice.offerIds : []);

const requestsOf = (notice: Renderable): string[] => {
  const named = notice.requestId ?? notice.params['requestId'];
  return named ? [String(named)] : [];
};

const searchesOf = ({ params }: Renderable): string[] => (params['savedSearchId'] ? [String(params['savedSearchId'])] : []);
