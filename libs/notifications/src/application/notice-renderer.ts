import { Injectable } from '@nestjs/common';
import type { Lang } from '@app/platform';
import type { Notification } from '../data/notification.entities.js';
import { SubjectTitles } from '../data/subject-titles.js';
import { renderNotice } from '../domain/notice-texts.js';

const NAMED_OFFERS = 20;

type Renderable = Pick<Notification, 'template' | 'params' | 'matchIds' | 'offerIds' | 'requestId'>;

/** Renders notices in the reader's language, with titles as they are now: three statements for any number of notices. */
@Injectable()
export class NoticeRenderer {
  constructor(private readonly titles: SubjectTitles) {}

  async renderAll(notices: Renderable[], lang: Lang): Promise<{ title: string; body: string }[]> {
    const offers = await this.titles.ofOffers([...new Set(notices.flatMap(offersOf))]);
    const requests = await this.titles.ofRequests([...new Set(notices.flatMap(requestsOf))]);
    const searches = await this.titles.ofSavedSearches([...new Set(notices.flatMap(searchesOf))]);
    return notices.map((notice) => {
      const named = notice.offerIds.slice(0, NAMED_OFFERS).flatMap((id) => offers.get(id) ?? []);
      const more = notice.offerIds.length > NAMED_OFFERS ? ['…'] : [];
      return renderNotice(notice.template, lang, {
        search: searches.get(searchesOf(notice)[0] ?? '') ?? null,
        request: requests.get(requestsOf(notice)[0] ?? '') ?? null,
        offer: offers.get(String(notice.params['offerId'] ?? notice.offerIds[0] ?? '')) ?? null,
        offers: [...named.map((title) => `"${title}"`), ...more].join(', '),
        count: notice.offerIds.length,
        keywords: notice.params['keywords'] ?? null,
      });
    });
  }
}

const offersOf = (notice: Renderable): string[] => {
  const named = notice.params['offerId'];
  return [...notice.offerIds.slice(0, NAMED_OFFERS), ...(named ? [String(named)] : [])];
};

const requestsOf = (notice: Renderable): string[] => {
  const named = notice.requestId ?? notice.params['requestId'];
  return named ? [String(named)] : [];
};

const searchesOf = ({ params }: Renderable): string[] => (params['savedSearchId'] ? [String(params['savedSearchId'])] : []);
