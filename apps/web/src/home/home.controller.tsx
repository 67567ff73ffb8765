import { Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { MatchService } from '@app/matching';
import { type Actor, CurrentActor, languageOf, Public } from '@app/platform';
import { RequestService } from '@app/requests';
import { OfferSearchQuery, type OfferSearchResult, OfferSearchService } from '@app/search';
import { PublicStatistics } from '@app/statistics';
import { OfferPresenter } from '../catalogue/offer-presenter.js';
import type { RequestCard } from '../components/request-row.js';
import { countedLabels } from '../components/tags.js';
import type { Lang } from '../i18n/languages.js';
import { path } from '../i18n/routes.js';
import { type PageAnswer, SeeOther } from '../layout/answers.js';
import { GetPage, PageController, View } from '../layout/page-controller.decorator.js';
import type { PageView } from '../layout/page-view.js';
import { RequestPresenter } from '../requests/request-presenter.js';
import { AboutPage } from './about.page.js';
import { HomePage } from './home.page.js';

const NEWEST = 4;
const WANTED = 4;
const READY = 3;
const FIELDS = 8;
/** Searches worth trying: what the delta's workshops and farms look for. */
const POPULAR: Record<Lang, string[]> = {
  vi: ['máy sấy', 'tưới nhỏ giọt', 'sục khí ao tôm', 'phân hữu cơ từ rơm'],
  en: ['máy sấy', 'tưới nhỏ giọt', 'sục khí ao tôm'],
};

const searchOf = (over: Partial<OfferSearchQuery>): OfferSearchQuery => Object.assign(new OfferSearchQuery(), { sort: 'newest' }, over);

@PageController()
export class HomeController {
  constructor(
    private readonly offers: OfferSearchService,
    private readonly requests: RequestService,
    private readonly matches: MatchService,
    private readonly statistics: PublicStatistics,
    private readonly presentOffer: OfferPresenter,
    private readonly presentRequest: RequestPresenter,
  ) {}

  /** The bare address leads to the language that the browser asks for. */
  @Get()
  @Public()
  byLanguage(@Req() request: FastifyRequest): PageAnswer {
    return new SeeOther(path(languageOf(request), 'home'), undefined, 302);
  }

  @GetPage('home')
  @Public()
  async home(@View() view: PageView, @CurrentActor() actor: Actor): Promise<PageAnswer> {
    const { lang } = view;
    const [figures, newest, ready, wanted] = await Promise.all([
      this.statistics.figures(),
      this.offers.search(searchOf({ size: NEWEST, facets: 'kind,field' }), lang),
      this.offers.search(searchOf({ size: READY, facets: 'none', readyToTransfer: true }), lang),
      this.wanted(actor, lang),
    ]);
    const fields = countedLabels(newest.facets.field);
    const cards = ({ items }: OfferSearchResult) => items.map((offer) => this.presentOffer.found(offer, lang));
    return (
      <HomePage
        view={view}
        figures={figures}
        kinds={countedLabels(newest.facets.kind)}
        fields={fields.slice(0, FIELDS)}
        fieldCount={fields.length}
        popular={POPULAR[lang]}
        newest={cards(newest)}
        wanted={wanted.items}
        openRequests={wanted.total}
        ready={cards(ready)}
      />
    );
  }

  @GetPage('about')
  @Public()
  about(@View() view: PageView): PageAnswer {
    return <AboutPage view={view} />;
  }

  private async wanted(actor: Actor, lang: Lang): Promise<{ items: RequestCard[]; total: number }> {
    const { items, total } = await this.requests.open(actor, { page: 1, size: WANTED });
    const counts = await this.matches.publicCounts(items.map(({ request }) => request.id));
    return { total, items: items.map((details) => this.presentRequest.card(details, actor, counts.get(details.request.id) ?? 0, lang)) };
  }
}
