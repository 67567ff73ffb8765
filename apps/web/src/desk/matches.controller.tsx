import { Body, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ConnectionService } from '@app/connections';
import { MatchService } from '@app/matching';
import { type Actor, Code, commonErrors, CurrentActor, IdPipe, Optional, Requires, Text, TEXT_MAX } from '@app/platform';
import { RequestService } from '@app/requests';
import { checked, type Posted, returnedForm, textIn, typedOf } from '../forms/posted-form.js';
import { path } from '../i18n/routes.js';
import { addressesOf, cameFrom } from '../layout/addresses.js';
import { type PageAnswer, Returned, SeeOther } from '../layout/answers.js';
import type { NoticeCode } from '../layout/flash.js';
import { PageController, PostTo, View } from '../layout/page-controller.decorator.js';
import type { PageView } from '../layout/page-view.js';
import { DeskRequestPages } from './desk-request-pages.js';

class DismissForm {
  @Code() reason: string;
  @Optional() @Text(TEXT_MAX) note?: string | null;
}

class IntroduceForm {
  @Text(TEXT_MAX, { min: 1 }) message: string;
}

class FeedbackForm {
  @Code() verdict: string;
  @Optional() @Text(TEXT_MAX) note?: string | null;
}

const DONE = { shortlist: 'matchShortlisted', dismiss: 'matchDismissed', introduce: 'matchIntroduced', feedback: 'feedbackGiven' } as const satisfies Record<string, NoticeCode>;

const isAction = (action: string): action is keyof typeof DONE => Object.hasOwn(DONE, action);

/** What is done with one match: from the desk, and a verdict from its owner's page. */
@PageController()
export class MatchesController {
  constructor(
    private readonly matches: MatchService,
    private readonly connections: ConnectionService,
    private readonly requests: RequestService,
    private readonly pages: DeskRequestPages,
  ) {}

  /** Every match is asked for by its policy: a verdict is for the parties too, the rest for brokers. */
  @PostTo('matchAct')
  @Requires('match:read')
  async act(
    @View() view: PageView,
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('action') action: string,
    @Body() body: Posted,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    if (!isAction(action)) throw commonErrors.not_found();
    const { requestId } = await this.matches.get(actor, id);
    const desk = path(view.lang, 'deskRequest', { id: requestId });
    try {
      await this[action](actor, id, body);
      const back = cameFrom(request, view.origin) ?? (actor.isStaff ? desk : path(view.lang, 'request', { slug: requestId }));
      return new SeeOther(`${back}#match-${id}`, DONE[action]);
    } catch (error) {
      const { form, status } = returnedForm(error, typedOf(body), { lang: view.lang, scope: `${action}-${id}` });
      if (!actor.isStaff) throw error;
      const here = addressesOf('deskRequest', { id: requestId });
      return new Returned(status, await this.pages.page({ ...view, here }, actor, await this.requests.get(actor, requestId), form));
    }
  }

  private shortlist(actor: Actor, id: string): Promise<unknown> {
    return this.matches.shortlist(actor, id);
  }

  private async dismiss(actor: Actor, id: string, body: Posted): Promise<unknown> {
    const { reason, note } = await checked(DismissForm, { reason: textIn(body, 'reason'), note: textIn(body, 'note') || null });
    return this.matches.dismiss(actor, id, reason, note ?? null);
  }

  private async introduce(actor: Actor, id: string, body: Posted): Promise<unknown> {
    const { message } = await checked(IntroduceForm, { message: textIn(body, 'message') });
    return this.connections.introduce(actor, id, message);
  }

  private async feedback(actor: Actor, id: string, body: Posted): Promise<unknown> {
    const { verdict, note } = await checked(FeedbackForm, { verdict: textIn(body, 'verdict'), note: textIn(body, 'note') || null });
    return this.matches.feedback(actor, id, verdict, note ?? null);
  }
}
