import { Injectable } from '@nestjs/common';
import { ConnectionService } from '@app/connections';
import { MatchService, type MatchView } from '@app/matching';
import { type Actor, commonErrors } from '@app/platform';
import { type RequestDetails, toRequestView } from '@app/requests';
import type { VNode } from 'preact';
import { pageOfMatches } from '../catalogue/match-paging.js';
import { matchOf } from '../catalogue/match-presenter.js';
import { OfferPresenter } from '../catalogue/offer-presenter.js';
import type { FormState } from '../components/form-state.js';
import { Choices } from '../forms/choices.js';
import type { Lang } from '../i18n/languages.js';
import type { PageView } from '../layout/page-view.js';
import { RequestPresenter } from '../requests/request-presenter.js';
import { DeskQueues } from './desk-queues.js';
import { type DeskMatch, DeskRequestPage } from './desk-request.page.js';

/** Gathers a request as brokers work on it, with its matches. */
@Injectable()
export class DeskRequestPages {
  constructor(
    private readonly queues: DeskQueues,
    private readonly matches: MatchService,
    private readonly connections: ConnectionService,
    private readonly choices: Choices,
    private readonly presentOffer: OfferPresenter,
    private readonly presentRequest: RequestPresenter,
  ) {}

  async page(view: PageView, actor: Actor, details: RequestDetails, form?: FormState): Promise<VNode> {
    if (!details.insider) throw commonErrors.not_found();
    const request = toRequestView(details, actor);
    const isWaiting = request.revisionState === 'submitted';
    const { rail, items } = await this.queues.lists(actor, request.state === 'open' && !isWaiting ? 'open' : 'requests');
    const { shown, total, paging } = pageOfMatches(view, await this.matches.ofRequest(actor, request.id), form);
    return (
      <DeskRequestPage
        view={view}
        rail={rail}
        queue={items.items}
        request={this.presentRequest.content(request, view.lang)}
        version={request.version}
        revision={request.revision}
        submittedAt={isWaiting ? details.request.working.submittedAt : null}
        reason={request.returnReason ?? null}
        allowed={request.allowedActions}
        isOwn={actor.memberOf(details.request.organizationId)}
        matches={await this.shown(shown, view.lang)}
        matchCount={total}
        paging={paging}
        dismissReasons={this.choices.of('dismissReason', view.lang)}
        form={form}
      />
    );
  }

  private async shown(found: MatchView[], lang: Lang): Promise<DeskMatch[]> {
    const connections = await this.connections.idsByMatch(found.map(({ id }) => id));
    return found.flatMap((match): DeskMatch[] => {
      if (!match.offer) return [];
      const shown = matchOf(match, this.presentOffer.card(match.offer, lang));
      return [{ ...shown, allowed: match.allowedActions, connectionId: connections.get(match.id) ?? null }];
    });
  }
}
