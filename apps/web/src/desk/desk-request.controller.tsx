import { Body, Param } from '@nestjs/common';
import { type Actor, commonErrors, CurrentActor, IdPipe, Requires } from '@app/platform';
import { RequestService } from '@app/requests';
import { checked, type Posted, returnedForm, textIn, typedOf, versionIn } from '../forms/posted-form.js';
import { path } from '../i18n/routes.js';
import { type PageAnswer, Returned, SeeOther } from '../layout/answers.js';
import { GetPage, PageController, PostTo, View } from '../layout/page-controller.decorator.js';
import type { PageView } from '../layout/page-view.js';
import { ReasonForm } from './desk-offer.controller.js';
import { DeskRequestPages } from './desk-request-pages.js';

@PageController()
@Requires('moderation:act')
export class DeskRequestController {
  constructor(
    private readonly requests: RequestService,
    private readonly pages: DeskRequestPages,
  ) {}

  @GetPage('deskRequest')
  async show(@View() view: PageView, @CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PageAnswer> {
    return this.pages.page(view, actor, await this.requests.get(actor, id));
  }

  /** An approved request stays open on the desk, for matching; a returned one leaves the queue. */
  @PostTo('deskRequestAct')
  async act(@View() view: PageView, @CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Param('action') action: string, @Body() body: Posted): Promise<PageAnswer> {
    const precondition = { version: versionIn(body) };
    try {
      if (action === 'approve') {
        await this.requests.approve(actor, id, precondition);
        return new SeeOther(path(view.lang, 'deskRequest', { id }), 'requestApproved');
      }
      if (action !== 'return') throw commonErrors.not_found();
      const { reason } = await checked(ReasonForm, { reason: textIn(body, 'reason') });
      await this.requests.return(actor, id, reason, precondition);
      return new SeeOther(path(view.lang, 'desk'), 'requestReturned');
    } catch (error) {
      const { form, status } = returnedForm(error, typedOf(body), { lang: view.lang, scope: action });
      return new Returned(status, await this.pages.page(view, actor, await this.requests.get(actor, id), form));
    }
  }
}
