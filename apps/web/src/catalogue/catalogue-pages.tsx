import { Injectable } from '@nestjs/common';
import type { OfferSearchQuery, OfferSearchResult } from '@app/search';
import type { VNode } from 'preact';
import type { FormState } from '../components/form-state.js';
import { Choices } from '../forms/choices.js';
import { sayIn } from '../i18n/say.js';
import type { PageView } from '../layout/page-view.js';
import { limitsOf, understoodOf, widerOf } from './catalogue-answer.js';
import { CatalogueFacets } from './catalogue-facets.js';
import { pagesOf, searchAddresses, valuesOf } from './catalogue-query.js';
import { CataloguePage } from './catalogue.page.js';
import { OfferPresenter } from './offer-presenter.js';

/** Gathers the page of a search: as it is found, and with the form that saves it when that came back. */
@Injectable()
export class CataloguePages {
  constructor(
    private readonly facets: CatalogueFacets,
    private readonly present: OfferPresenter,
    private readonly choices: Choices,
  ) {}

  async page(view: PageView, query: OfferSearchQuery, found: OfferSearchResult, form?: FormState): Promise<VNode> {
    const { lang } = view;
    const say = sayIn(lang);
    const values = valuesOf(query);
    const filters = await this.facets.active(query, lang);
    return (
      <CataloguePage
        view={{ ...view, here: searchAddresses(query) }}
        q={query.q ?? ''}
        total={found.total}
        page={query.page}
        pages={pagesOf(found.total)}
        pageHref={(page) => say.path('offers', {}, { ...values, page: page > 1 ? page : undefined })}
        sort={query.sort ?? null}
        items={found.items.map((offer) => this.present.found(offer, lang))}
        facets={await this.facets.groups(query, found.facets, lang)}
        filters={filters}
        kept={this.facets.kept(query)}
        clearHref={say.path('offers', {}, { q: query.q, sort: query.sort })}
        understood={understoodOf(query, found, 'offers', say)}
        limits={limitsOf(query, found, say)}
        frequencies={this.choices.of('frequency', lang)}
        wider={widerOf(found, 'offers', filters, say)}
        form={form}
      />
    );
  }
}
