import { Body, Param, Query } from '@nestjs/common';
import { MatchService } from '@app/matching';
import { type Actor, CurrentActor, IdOrSlugPipe, Public, Requires } from '@app/platform';
import { CreateRequestBody, requestContentOf, type RequestDetails, RequestService, toRequestView } from '@app/requests';
import { RequestSearchService } from '@app/search';
import { TaxonomyService } from '@app/taxonomy';
import { understoodOf, widerOf } from '../catalogue/catalogue-answer.js';
import { checked, type Posted, returnedForm, textIn } from '../forms/posted-form.js';
import { path } from '../i18n/routes.js';
import { sayIn } from '../i18n/say.js';
import { type PageAnswer, Returned, SeeOther } from '../layout/answers.js';
import { GetPage, PageController, PostTo, View } from '../layout/page-controller.decorator.js';
import type { PageView } from '../layout/page-view.js';
import { pagingOf } from '../layout/paging.js';
import { REQUEST_NAMES, requestBodyOf, typedRequest } from './request-form.js';
import { RequestPages } from './request-pages.js';
import { RequestPresenter } from './request-presenter.js';
import { activeFilters, facetGroups, parseRequestsQuery } from './requests-query.js';
import { RequestsPage } from './requests.page.js';

@PageController()
export class RequestsController {
  constructor(
    private readonly requests: RequestService,
    private readonly search: RequestSearchService,
    private readonly matches: MatchService,
    private readonly taxonomy: TaxonomyService,
    private readonly present: RequestPresenter,
    private readonly pages: RequestPages,
  ) {}

  @GetPage('requests')
  @Public()
  async list(@View() view: PageView, @CurrentActor() actor: Actor, @Query() raw: Record<string, unknown>): Promise<PageAnswer> {
    const { lang } = view;
    const say = sayIn(lang);
    const query = parseRequestsQuery(raw);
    const found = await this.search.search(actor, query, lang);
    const counts = await this.matches.publicCounts(found.items.map(({ details }) => details.request.id));
    const labelOf = (name: 'field' | 'province' | 'transferMode', code: string): string => this.taxonomy.label(name, code, lang);
    const filters = activeFilters(query, labelOf, say);
    return (
      <RequestsPage
        view={view}
        q={query.q ?? ''}
        total={found.total}
        understood={understoodOf(query, found, 'requests', say)}
        wider={widerOf(found, 'requests', filters, say)}
        items={found.items.map(({ details, ...highlighted }) => ({ ...this.present.card(details, actor, counts.get(details.request.id) ?? 0, lang), ...highlighted }))}
        facets={facetGroups(query, found.facets, labelOf, say)}
        filters={filters}
        clearHref={say.path('requests', {}, { q: query.q })}
        paging={pagingOf(view, found)}
      />
    );
  }

  @GetPage('requestNew')
  @Requires('request:write')
  blank(@View() view: PageView, @Query() query: Posted): PageAnswer {
    return this.pages.form(view, { values: { need: textIn(query, 'need') }, errors: [] });
  }

  @PostTo('requestNew')
  @Requires('request:write')
  async create(@View() view: PageView, @CurrentActor() actor: Actor, @Body() body: Posted): Promise<PageAnswer> {
    const values = typedRequest(body);
    let made: RequestDetails | undefined;
    try {
      const { plain, faults } = requestBodyOf(body);
      const valid = await checked(CreateRequestBody, { ...plain, lang: view.lang }, faults);
      made = await this.requests.create(actor, { ...requestContentOf(valid), title: valid.title, need: valid.need });
      const { id, slug } = made.request;
      if (textIn(body, 'then') !== 'submit') return new SeeOther(path(view.lang, 'myRequest', { id }), 'requestSaved');
      await this.requests.submit(actor, id);
      return new SeeOther(path(view.lang, 'request', { slug }), 'requestSubmitted');
    } catch (error) {
      const { form, status } = returnedForm(error, values, { lang: view.lang, names: REQUEST_NAMES });
      return new Returned(status, this.pages.form(view, form, made && toRequestView(made, actor)));
    }
  }

  @GetPage('request')
  @Public()
  async show(@View() view: PageView, @CurrentActor() actor: Actor, @Param('slug', IdOrSlugPipe) slug: string): Promise<PageAnswer> {
    const details = await this.requests.get(actor, slug);
    if (slug !== details.request.slug) return new SeeOther(path(view.lang, 'request', { slug: details.request.slug }), undefined, 302);
    return this.pages.page(view, actor, details);
  }
}
