import { Injectable } from '@nestjs/common';
import { ConnectionService } from '@app/connections';
import { MatchService } from '@app/matching';
import type { Actor } from '@app/platform';
import { type RequestDetails, type RequestView, toRequestView } from '@app/requests';
import type { VNode } from 'preact';
import { pageOfMatches } from '../catalogue/match-paging.js';
import { matchOf } from '../catalogue/match-presenter.js';
import { OfferPresenter } from '../catalogue/offer-presenter.js';
import type { FormState } from '../components/form-state.js';
import { Choices } from '../forms/choices.js';
import type { Lang } from '../i18n/languages.js';
import { addressesOf } from '../layout/addresses.js';
import type { PageView } from '../layout/page-view.js';
import { valuesOfRequest } from './request-form.js';
import { RequestFormPage } from './request-form.page.js';
import { type MatchList, RequestPage, type RequestManagement } from './request.page.js';
import { RequestPresenter } from './request-presenter.js';

/** Gathers the pages of one request: as it is shown, and its form. */
@Injectable()
export class RequestPages {
  constructor(
    private readonly matches: MatchService,
    private readonly connections: ConnectionService,
    private readonly choices: Choices,
    private readonly presentOffer: OfferPresenter,
    private readonly present: RequestPresenter,
  ) {}

  async page(view: PageView, actor: Actor, details: RequestDetails, form?: FormState): Promise<VNode> {
    const request = toRequestView(details, actor);
    const matches = details.insider ? await this.matchesOf(view, actor, request.id) : null;
    const manage = actor.memberOf(details.request.organizationId) ? this.management(request, details, view.lang) : null;
    return <RequestPage view={view} request={this.present.content(request, view.lang)} matches={matches} manage={manage} form={form} />;
  }

  form(view: PageView, form: FormState, existing?: RequestView): VNode {
    return (
      <RequestFormPage
        view={existing ? { ...view, here: addressesOf('myRequest', { id: existing.id }) } : view}
        form={form}
        existing={existing && { id: existing.id, version: existing.version, returnedFor: existing.returnReason ?? null }}
        {...this.choices.ofRequestForm(view.lang)}
      />
    );
  }

  /** The form as the request is now. */
  formOf(view: PageView, actor: Actor, details: RequestDetails): VNode {
    const request = toRequestView(details, actor);
    return this.form(view, { values: valuesOfRequest(request), errors: [] }, request);
  }

  private async matchesOf(view: PageView, actor: Actor, requestId: string): Promise<MatchList> {
    const matches = (await this.matches.ofRequest(actor, requestId)).filter(({ state }) => state !== 'dismissed');
    const { shown, total, paging } = pageOfMatches(view, matches);
    const connections = await this.connections.idsByMatch(shown.map(({ id }) => id));
    const items = shown.flatMap((match) => (match.offer ? [{ ...matchOf(match, this.presentOffer.card(match.offer, view.lang)), connectionId: connections.get(match.id) ?? null }] : []));
    return { items, total, fresh: matches.filter(({ state }) => state === 'suggested').length, paging };
  }

  private management(request: RequestView, details: RequestDetails, lang: Lang): RequestManagement {
    return {
      version: request.version, reason: request.returnReason ?? null, allowed: request.allowedActions, history: this.present.history(details, lang),
      outcomes: this.choices.of('requestOutcome', lang), verdicts: this.choices.of('feedbackVerdict', lang),
    };
  }
}
