import { Headers, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Caller, CurrentCaller, Public } from '@app/platform';
import { OfferSearchService, QueryLog } from '@app/search';
import { Choices } from '../forms/choices.js';
import { queryString } from '../i18n/routes.js';
import { sayIn } from '../i18n/say.js';
import { addressesOf } from '../layout/addresses.js';
import type { PageAnswer } from '../layout/answers.js';
import { GetPage, PageController, View } from '../layout/page-controller.decorator.js';
import type { PageView } from '../layout/page-view.js';
import { CatalogueFacets } from './catalogue-facets.js';
import { limitsOf, understoodOf, widerOf } from './catalogue-answer.js';
import { pagesOf, parseCatalogueQuery, valuesOf } from './catalogue-query.js';
import { CataloguePage } from './catalogue.page.js';
import { OfferPresenter } from './offer-presenter.js';

@PageController()
export class CatalogueController {
  constructor(
    private readonly offers: OfferSearchService,
    private readonly log: QueryLog,
    private readonly facets: CatalogueFacets,
    private readonly present: OfferPresenter,
    private readonly choices: Choices,
  ) {}

  @GetPage('offers')
  @Public()
  async list(
    @View() view: PageView,
    @CurrentCaller() caller: Caller,
    @Query() raw: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('hx-request') inPlace?: string,
    @Headers('x-typing') typing?: string,
  ): Promise<PageAnswer> {
    const { lang } = view;
    const say = sayIn(lang);
    const { path } = say;
    const query = parseCatalogueQuery(raw);
    const found = await this.offers.search(query, lang);
    if (!typing) this.log.count(query, found, lang, caller);
    const filters = await this.facets.active(query, lang);
    const values = valuesOf(query);
    const here = addressesOf('offers', {}, queryString({ ...values, page: query.page > 1 ? query.page : undefined }));
    // A form sends its empty inputs too; the address that people see and share is without them.
    if (inPlace) void reply.header('hx-push-url', here[lang]);
    return (
      <CataloguePage
        view={{ ...view, here }}
        q={query.q ?? ''}
        total={found.total}
        page={query.page}
        pages={pagesOf(found.total)}
        pageHref={(page) => path('offers', {}, { ...values, page: page > 1 ? page : undefined })}
        sort={query.sort ?? null}
        items={found.items.map((offer) => this.present.found(offer, lang))}
        facets={await this.facets.groups(query, found.facets, lang)}
        filters={filters}
        kept={this.facets.kept(query)}
        clearHref={path('offers', {}, { q: query.q, sort: query.sort })}
        understood={understoodOf(query, found, 'offers', say)}
        limits={limitsOf(query, found, say)}
        frequencies={this.choices.of('frequency', lang)}
        wider={widerOf(found, 'offers', filters, say)}
      />
    );
  }
}
