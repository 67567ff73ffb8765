import { Body, Param, Query } from '@nestjs/common';
import { contentOf, CreateOfferBody, EditOfferBody, type OfferDetails, OfferService, toOfferView } from '@app/catalog';
import { MatchService } from '@app/matching';
import { type Actor, commonErrors, CurrentActor, IdPipe, Requires } from '@app/platform';
import { ViewCounter } from '@app/statistics';
import type { VNode } from 'preact';
import { OfferPages } from '../catalogue/offer-pages.js';
import { emptyForm, type FormState } from '../components/form-state.js';
import { Choices } from '../forms/choices.js';
import { checked, inWords, namesIn, type Posted, returnedForm, textIn, versionIn } from '../forms/posted-form.js';
import { path } from '../i18n/routes.js';
import { addressesOf } from '../layout/addresses.js';
import { type PageAnswer, Returned, SeeOther } from '../layout/answers.js';
import type { NoticeCode } from '../layout/flash.js';
import { GetPage, PageController, PostTo, View } from '../layout/page-controller.decorator.js';
import type { PageView } from '../layout/page-view.js';
import { pageIn, pagingOf } from '../layout/paging.js';
import { type MyOfferRow, MyOffersPage } from './my-offers.page.js';
import { OFFER_NAMES, offerBodyOf, typedOffer, valuesOfOffer, withKeywords } from './offer-form.js';
import { OfferFormPage } from './offer-form.page.js';

const DONE = { submit: 'offerSubmitted', recall: 'offerRecalled', withdraw: 'offerWithdrawn', relist: 'offerRelisted' } as const satisfies Record<string, NoticeCode>;

const isPlain = (action: string): action is keyof typeof DONE => Object.hasOwn(DONE, action);

@PageController()
@Requires('offer:write')
export class MyOffersController {
  constructor(
    private readonly offers: OfferService,
    private readonly matches: MatchService,
    private readonly views: ViewCounter,
    private readonly choices: Choices,
    private readonly pages: OfferPages,
  ) {}

  @GetPage('myOffers')
  async list(@View() view: PageView, @CurrentActor() actor: Actor, @Query() query: Record<string, unknown>): Promise<PageAnswer> {
    const found = await this.offers.mine(actor, pageIn(query));
    const ids = found.items.map(({ offer }) => offer.id);
    const [counts, views] = await Promise.all([this.matches.countsOfOffers(ids), this.views.totals(ids)]);
    const items = found.items.map(({ offer }): MyOfferRow => ({
      id: offer.id, slug: offer.slug, title: offer.working.title, state: offer.working.state, visibility: offer.visibility,
      updatedAt: offer.updatedAt, views: views.get(offer.id) ?? 0, matchCount: counts.get(offer.id) ?? 0,
    }));
    return <MyOffersPage view={view} items={items} total={found.total} paging={pagingOf(view, found)} />;
  }

  @GetPage('myOfferNew')
  async blank(@View() view: PageView, @CurrentActor() actor: Actor): Promise<PageAnswer> {
    return this.form(view, actor, emptyForm);
  }

  @PostTo('myOfferNew')
  async create(@View() view: PageView, @CurrentActor() actor: Actor, @Body() body: Posted): Promise<PageAnswer> {
    const values = typedOffer(body);
    let made: OfferDetails | undefined;
    try {
      const { plain, faults } = offerBodyOf(body);
      const organizationId = textIn(body, 'organizationId') || undefined;
      const valid = await checked(CreateOfferBody, { ...plain, lang: view.lang, organizationId }, faults);
      made = await this.offers.create(actor, { ...contentOf(valid), title: valid.title, kind: valid.kind }, valid.organizationId);
      return await this.afterSaving(view, actor, made, body);
    } catch (error) {
      const { form, status } = returnedForm(error, values, { lang: view.lang, names: OFFER_NAMES });
      return new Returned(status, await this.form(view, actor, form, made));
    }
  }

  /** `keywords`: those that staff propose stand in the form already. */
  @GetPage('myOffer')
  async edit(@View() view: PageView, @CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: Posted): Promise<PageAnswer> {
    const details = await this.offers.get(actor, id);
    const offer = toOfferView(details, actor);
    if (!offer.allowedActions.includes('edit')) return new SeeOther(path(view.lang, 'offer', { slug: offer.slug }), undefined, 302);
    return this.form(view, actor, { values: withKeywords(valuesOfOffer(offer), namesIn(query, 'keywords')), errors: [] }, details);
  }

  @PostTo('myOffer')
  async save(@View() view: PageView, @CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: Posted): Promise<PageAnswer> {
    const values = typedOffer(body);
    try {
      const { plain, faults } = offerBodyOf(body);
      const valid = await checked(EditOfferBody, { ...plain, version: versionIn(body) }, faults);
      return await this.afterSaving(view, actor, await this.offers.edit(actor, id, contentOf(valid), { version: valid.version }), body);
    } catch (error) {
      const { form, status } = returnedForm(error, values, { lang: view.lang, names: OFFER_NAMES });
      return new Returned(status, await this.form(view, actor, form, await this.offers.get(actor, id)));
    }
  }

  @PostTo('myOfferAct')
  async act(@View() view: PageView, @CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Param('action') action: string, @Body() body: Posted): Promise<PageAnswer> {
    if (!isPlain(action)) throw commonErrors.not_found();
    try {
      const { offer } = await this.offers[action](actor, id, { version: versionIn(body) });
      return new SeeOther(path(view.lang, 'offer', { slug: offer.slug }), DONE[action]);
    } catch (error) {
      return this.refused(view, actor, await this.offers.get(actor, id), error);
    }
  }

  /** What is missing is asked for in the form; any other refusal is said on the offer's page, beside what can be done now. */
  private async refused(view: PageView, actor: Actor, details: OfferDetails, error: unknown): Promise<PageAnswer> {
    const offer = toOfferView(details, actor);
    const { form, status } = returnedForm(error, valuesOfOffer(offer), { lang: view.lang, names: OFFER_NAMES });
    if (offer.allowedActions.includes('edit') && form.errors.some(({ field }) => field)) return new Returned(status, await this.form(view, actor, form, details));
    return new Returned(status, await this.pages.page({ ...view, here: addressesOf('offer', { slug: offer.slug }) }, actor, details, inWords(form)));
  }

  private async afterSaving(view: PageView, actor: Actor, { offer: { id, slug } }: OfferDetails, body: Posted): Promise<PageAnswer> {
    if (textIn(body, 'then') !== 'submit') return new SeeOther(path(view.lang, 'myOffer', { id }), 'offerSaved');
    await this.offers.submit(actor, id);
    return new SeeOther(path(view.lang, 'offer', { slug }), 'offerSubmitted');
  }

  private async form(view: PageView, actor: Actor, form: FormState, details?: OfferDetails): Promise<VNode> {
    const choices = await this.choices.ofOfferForm(actor, view.lang);
    if (!details) return <OfferFormPage view={view} form={form} choices={choices} />;
    const { id, version, returnReason, visibility } = toOfferView(details, actor);
    const existing = { id, version, returnedFor: returnReason ?? null, isLive: visibility === 'live' };
    // An offer that exists already belongs to its organization.
    const fixed = { ...choices, organizations: [] };
    return <OfferFormPage view={{ ...view, here: addressesOf('myOffer', { id }) }} form={form} existing={existing} choices={fixed} />;
  }
}
