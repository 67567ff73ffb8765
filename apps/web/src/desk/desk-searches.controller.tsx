import { Body, Query } from '@nestjs/common';
import { AdviceBody, OfferService } from '@app/catalog';
import { type Actor, commonErrors, CurrentActor, isUuid, Requires } from '@app/platform';
import { OfferSearchQuery, OfferSearchService, QueryLog, SearchHelp } from '@app/search';
import type { VNode } from 'preact';
import type { FormState } from '../components/form-state.js';
import { atLists, checked, namesIn, type Posted, returnedForm, textIn, typedOf } from '../forms/posted-form.js';
import { path } from '../i18n/routes.js';
import { type PageAnswer, Returned, SeeOther } from '../layout/answers.js';
import { GetPage, PageController, PostTo, View } from '../layout/page-controller.decorator.js';
import type { PageView } from '../layout/page-view.js';
import { DeskSearchPage } from './desk-search.page.js';
import { DeskSearchesPage, type SearchedFor } from './desk-searches.page.js';

const SHOWN = { page: 1, size: 50 };
const MOST_Q = 400;

interface Helped {
  q: string;
  like: string;
}

const helpedIn = (query: Posted): Helped => ({ q: textIn(query, 'q').slice(0, MOST_Q), like: textIn(query, 'like').slice(0, MOST_Q) });

/** What people search for, and help for one query of theirs. */
@PageController()
@Requires('search:tend')
export class DeskSearchesController {
  constructor(
    private readonly log: QueryLog,
    private readonly search: OfferSearchService,
    private readonly help: SearchHelp,
    private readonly offers: OfferService,
  ) {}

  @GetPage('deskSearches')
  async list(@View() view: PageView): Promise<PageAnswer> {
    const [top, failed] = await Promise.all([this.of('any'), this.of('none')]);
    return <DeskSearchesPage view={view} top={top} failed={failed} />;
  }

  @GetPage('deskSearch')
  async show(@View() view: PageView, @CurrentActor() actor: Actor, @Query() query: Posted): Promise<PageAnswer> {
    const helped = helpedIn(query);
    return helped.q ? this.page(view, actor, helped) : new SeeOther(path(view.lang, 'deskSearches'), undefined, 302);
  }

  /** Proposes keywords to the owner of an offer. */
  @PostTo('deskSearch')
  async advise(@View() view: PageView, @CurrentActor() actor: Actor, @Body() body: Posted): Promise<PageAnswer> {
    const id = textIn(body, 'offer');
    const helped = helpedIn(body);
    const proposed = namesIn(body, 'keywords');
    if (!isUuid(id) || !helped.q) throw commonErrors.not_found();
    try {
      const { keywords } = await checked(AdviceBody, { keywords: proposed });
      await this.offers.advise(actor, id, keywords);
      return new SeeOther(path(view.lang, 'deskSearch', {}, { ...helped }), 'offerAdvised');
    } catch (error) {
      const { form, status } = returnedForm(error, { ...typedOf(body), keywords: proposed.join('; ') }, { lang: view.lang, scope: id });
      return new Returned(status, await this.page(view, actor, helped, atLists(form)));
    }
  }

  private async of(result: 'any' | 'none'): Promise<SearchedFor[]> {
    return (await this.log.list({ result }, SHOWN)).items;
  }

  private async page(view: PageView, actor: Actor, { q, like }: Helped, form?: FormState): Promise<VNode> {
    const [{ total, understood }, near] = await Promise.all([
      this.search.search(Object.assign(new OfferSearchQuery(), { q, size: 1, facets: 'none' }), view.lang), this.help.near(q, like || q, view.lang),
    ]);
    const offers = near.map(({ card: { id, slug, title, supplier }, centreId, missing }) => ({
      id, slug, title, missing, supplier: supplier.name, mayAdvise: actor.actsFor(centreId) && !actor.memberOf(supplier.id),
    }));
    return <DeskSearchPage view={view} q={q} href={path(view.lang, 'offers', {}, { q })} total={total} relaxed={understood.relaxed} like={like} offers={offers} form={form} />;
  }
}
