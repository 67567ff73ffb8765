import { Body, Param } from '@nestjs/common';
import { type OfferDetails, OfferService, type OfferView, toOfferView } from '@app/catalog';
import { type Actor, commonErrors, CurrentActor, IdPipe, Requires, Text, TEXT_MAX } from '@app/platform';
import type { VNode } from 'preact';
import { OfferPresenter } from '../catalogue/offer-presenter.js';
import type { FormState } from '../components/form-state.js';
import type { OfferState, Visibility } from '../components/state-tag.js';
import { checked, type Posted, returnedForm, textIn, typedOf, versionIn } from '../forms/posted-form.js';
import { path } from '../i18n/routes.js';
import { sayIn } from '../i18n/say.js';
import { type PageAnswer, Returned, SeeOther } from '../layout/answers.js';
import type { NoticeCode } from '../layout/flash.js';
import { GetPage, PageController, PostTo, View } from '../layout/page-controller.decorator.js';
import type { PageView } from '../layout/page-view.js';
import { DeskQueues } from './desk-queues.js';
import { DeskOfferPage } from './desk-offer.page.js';
import { type Compared, differencesOf } from './differences.js';

export class ReasonForm {
  @Text(TEXT_MAX, { min: 1 }) reason: string;
}

const STAFF = ['approve', 'return', 'suspend', 'resume'] as const;
type StaffAction = (typeof STAFF)[number];

const DONE: Record<StaffAction, NoticeCode> = { approve: 'offerApproved', return: 'offerReturned', suspend: 'offerSuspended', resume: 'offerResumed' };

const isStaffAction = (action: string): action is StaffAction => STAFF.includes(action as StaffAction);

@PageController()
@Requires('moderation:act')
export class DeskOfferController {
  constructor(
    private readonly offers: OfferService,
    private readonly queues: DeskQueues,
    private readonly present: OfferPresenter,
  ) {}

  @GetPage('deskOffer')
  async show(@View() view: PageView, @CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PageAnswer> {
    return this.page(view, actor, await this.offers.get(actor, id));
  }

  /** A decision leads back to the queue; what concerns a live offer, to the offer. */
  @PostTo('deskOfferAct')
  async act(@View() view: PageView, @CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Param('action') action: string, @Body() body: Posted): Promise<PageAnswer> {
    if (!isStaffAction(action)) throw commonErrors.not_found();
    try {
      await this.decide(actor, id, action, body);
      const isDecision = action === 'approve' || action === 'return';
      return new SeeOther(isDecision ? path(view.lang, 'desk') : path(view.lang, 'deskOffer', { id }), DONE[action]);
    } catch (error) {
      const { form, status } = returnedForm(error, typedOf(body), { lang: view.lang, scope: action });
      return new Returned(status, await this.page(view, actor, await this.offers.get(actor, id), form));
    }
  }

  private async decide(actor: Actor, id: string, action: StaffAction, body: Posted): Promise<OfferDetails> {
    const version = versionIn(body);
    if (action === 'approve') return this.offers.approve(actor, id, { version });
    if (action === 'resume') return this.offers.resume(actor, id);
    const { reason } = await checked(ReasonForm, { reason: textIn(body, 'reason') });
    return action === 'return' ? this.offers.return(actor, id, reason, { version }) : this.offers.suspend(actor, id, reason);
  }

  private async page(view: PageView, actor: Actor, details: OfferDetails, form?: FormState): Promise<VNode> {
    // The desk is for those who see the working revision; others read the public page.
    if (!details.insider) throw commonErrors.not_found();
    const offer = toOfferView(details, actor);
    const { rail, items } = await this.queues.lists(actor, 'offers');
    const isWaiting = offer.live && offer.live.revision !== offer.revision;
    const say = sayIn(view.lang);
    const compared = isWaiting ? differencesOf(say, this.compared({ ...offer, ...offer.live }, view), this.compared(offer, view)) : { differences: [], unchanged: 0 };
    return (
      <DeskOfferPage
        view={view}
        rail={rail}
        queue={items.items}
        offer={this.present.content(offer, view.lang)}
        version={offer.version}
        revision={offer.revision}
        liveRevision={offer.live?.revision ?? null}
        state={offer.state as OfferState}
        visibility={offer.visibility as Visibility}
        submittedAt={offer.state === 'submitted' ? (offer.submittedAt ?? null) : null}
        reason={offer.suspension?.reason ?? offer.returnReason ?? null}
        {...compared}
        allowed={offer.allowedActions}
        isOwn={actor.memberOf(details.offer.organizationId)}
        form={form}
      />
    );
  }

  /** In the language in which it was written: a reviewer must see that, not a translation. */
  private compared(offer: OfferView, { lang }: PageView): Compared {
    return { content: this.present.content({ ...offer, en: null }, lang), en: offer.en };
  }
}
