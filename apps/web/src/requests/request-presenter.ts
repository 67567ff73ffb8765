import { Injectable } from '@nestjs/common';
import { type Actor, Clock, dayInVietnam } from '@app/platform';
import { type RequestDetails, type RequestView, toRequestView } from '@app/requests';
import { TaxonomyService } from '@app/taxonomy';
import type { RequestContent } from '../components/request-panel.js';
import type { RequestCard } from '../components/request-row.js';
import type { RequestState } from '../components/state-tag.js';
import type { TimelineEntry } from '../components/timeline.js';
import type { MessageKey } from '../i18n/message-params.js';
import type { Lang } from '../i18n/languages.js';
import { t } from '../i18n/translate.js';

const DAY_MS = 86_400_000;

type HistoryKey = Extract<MessageKey, `history.${string}`>;

/** Requests as pages show them: labels in the language of the page, times as days left. */
@Injectable()
export class RequestPresenter {
  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly clock: Clock,
  ) {}

  /** As public lists show it: without the budget, whoever reads. */
  card(details: RequestDetails, actor: Actor, matchCount: number | null, lang: Lang): RequestCard {
    const request = toRequestView({ ...details, insider: false }, actor);
    return {
      slug: request.slug, title: request.title, organization: request.organization?.name ?? null, province: this.province(request, lang),
      budgetMax: null, deadline: request.deadline, matchCount, fields: this.fields(request, lang), ...this.written(request, lang),
    };
  }

  content(request: RequestView, lang: Lang): RequestContent {
    return {
      id: request.id, slug: request.slug, title: request.title, need: request.need, organization: request.organization?.name ?? null,
      fields: this.fields(request, lang), province: this.province(request, lang), budgetMax: request.budgetMax, trlMin: request.trlMin,
      transferModes: request.transferModes.map((code) => this.taxonomy.label('transferMode', code, lang)),
      deadline: request.deadline, daysLeft: this.daysLeft(request.deadline), quantities: request.quantities, publishedAt: request.openedAt,
      state: stateOf(request), ...this.written(request, lang),
    };
  }

  /** What has happened to it, newest first, from its own dates. */
  history({ request }: RequestDetails, lang: Lang): TimelineEntry[] {
    const { working } = request;
    // In this order where two have the same time.
    const steps: [HistoryKey, Date | null][] = [
      ['history.closed', request.closedAt],
      ['history.returned', working.state === 'returned' ? working.decidedAt : null],
      ['history.opened', request.openedAt],
      ['history.submitted', working.submittedAt],
      ['history.created', request.createdAt],
    ];
    return steps
      .flatMap(([key, at]) => (at ? [{ what: t(lang)(key), at }] : []))
      .sort((a, b) => b.at.getTime() - a.at.getTime());
  }

  private daysLeft(deadline: string | null): number | null {
    if (!deadline) return null;
    const days = Math.round((Date.parse(deadline) - Date.parse(dayInVietnam(this.clock.now()))) / DAY_MS);
    return days >= 0 ? days : null;
  }

  private fields(request: RequestView, lang: Lang): { code: string; label: string }[] {
    return request.fields.map((code) => ({ code, label: this.taxonomy.label('field', code, lang) }));
  }

  private province({ province }: RequestView, lang: Lang): string | null {
    return province === null ? null : this.taxonomy.label('province', province, lang);
  }

  private written(request: RequestView, lang: Lang): { lang?: string } {
    return request.lang === lang ? {} : { lang: request.lang };
  }
}

/** Who may see the working revision of an open request is told the state of that revision. */
const stateOf = ({ state, revisionState }: RequestView): RequestState =>
  (state === 'open' && revisionState !== undefined && revisionState !== 'approved' ? revisionState : state) as RequestState;
