import { Body, Param } from '@nestjs/common';
import { OfferService } from '@app/catalog';
import { ConnectionService } from '@app/connections';
import { type Actor, type Caller, CurrentActor, CurrentCaller, IdOrSlugPipe, Public, Requires, Text, TEXT_MAX } from '@app/platform';
import { ViewCounter } from '@app/statistics';
import { checked, type Posted, returnedForm, textIn, typedOf } from '../forms/posted-form.js';
import { path } from '../i18n/routes.js';
import { type PageAnswer, Returned, SeeOther } from '../layout/answers.js';
import { GetPage, PageController, PostTo, View } from '../layout/page-controller.decorator.js';
import type { PageView } from '../layout/page-view.js';
import { OfferPages } from './offer-pages.js';

class EnquiryForm {
  @Text(TEXT_MAX, { min: 1 }) message: string;
}

@PageController()
export class OfferController {
  constructor(
    private readonly offers: OfferService,
    private readonly connections: ConnectionService,
    private readonly views: ViewCounter,
    private readonly pages: OfferPages,
  ) {}

  @GetPage('offer')
  @Public()
  async show(@View() view: PageView, @CurrentCaller() caller: Caller, @Param('slug', IdOrSlugPipe) slug: string): Promise<PageAnswer> {
    const { actor } = caller;
    const details = await this.offers.get(actor, slug);
    const { offer } = details;
    // By id or by a name that it had: on to the name that it has.
    if (slug !== offer.slug) return new SeeOther(path(view.lang, 'offer', { slug: offer.slug }), undefined, 302);
    if (offer.isPublic && !actor.memberOf(offer.organizationId)) this.views.count(offer.id, caller);
    return this.pages.page(view, actor, details);
  }

  @PostTo('offerEnquire')
  @Requires('enquiry:write')
  async enquire(@View() view: PageView, @CurrentActor() actor: Actor, @Param('slug', IdOrSlugPipe) slug: string, @Body() body: Posted): Promise<PageAnswer> {
    const details = await this.offers.get(actor, slug);
    try {
      const { message } = await checked(EnquiryForm, { message: textIn(body, 'message') });
      const { id } = await this.connections.enquire(actor, details.offer.id, message);
      return new SeeOther(path(view.lang, 'connection', { id }), 'enquirySent');
    } catch (error) {
      const { form, status } = returnedForm(error, typedOf(body), { lang: view.lang });
      return new Returned(status, await this.pages.page(view, actor, details, form));
    }
  }
}
