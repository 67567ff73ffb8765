import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { type Actor, CurrentActor, IdOrSlugPipe, IdPipe, IfMatch, Public, Requires } from '@app/platform';
import { OfferService } from '../application/offer.service.js';
import { AdviceBody, contentOf, CreateOfferBody, DecisionBody, EditOfferBody, ReasonBody, ReturnBody } from './offer.dto.js';
import { type OfferView, toOfferView } from './offer.view.js';

@Controller('api/v1/offers')
export class OfferController {
  constructor(private readonly offers: OfferService) {}

  /** What the caller may see of an offer. */
  @Get(':idOrSlug')
  @Public()
  async get(@CurrentActor() actor: Actor, @Param('idOrSlug', IdOrSlugPipe) idOrSlug: string): Promise<OfferView> {
    return toOfferView(await this.offers.get(actor, idOrSlug), actor);
  }

  /** Drafts an offer for one of the caller's suppliers. */
  @Post()
  @Requires('offer:write')
  async create(@CurrentActor() actor: Actor, @Body() body: CreateOfferBody): Promise<OfferView> {
    const content = { ...contentOf(body), title: body.title, kind: body.kind };
    return toOfferView(await this.offers.create(actor, content, body.organizationId), actor);
  }

  /** Edits the draft; begins a new revision when one is live. */
  @Patch(':id')
  @Requires('offer:write')
  async edit(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: EditOfferBody, @IfMatch() ifMatch?: number): Promise<OfferView> {
    return toOfferView(await this.offers.edit(actor, id, contentOf(body), { version: body.version, ifMatch }), actor);
  }

  /** Submits the draft for review. */
  @Post(':id/submit')
  @HttpCode(200)
  @Requires('offer:write')
  async submit(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: DecisionBody, @IfMatch() ifMatch?: number): Promise<OfferView> {
    return toOfferView(await this.offers.submit(actor, id, { version: body.version, ifMatch }), actor);
  }

  /** Takes a submitted revision back. */
  @Post(':id/recall')
  @HttpCode(200)
  @Requires('offer:write')
  async recall(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: DecisionBody, @IfMatch() ifMatch?: number): Promise<OfferView> {
    return toOfferView(await this.offers.recall(actor, id, { version: body.version, ifMatch }), actor);
  }

  /** Takes the offer off the floor; recalls a revision that waits. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @Requires('offer:write')
  async withdraw(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: DecisionBody, @IfMatch() ifMatch?: number): Promise<OfferView> {
    return toOfferView(await this.offers.withdraw(actor, id, { version: body.version, ifMatch }), actor);
  }

  /** Puts a withdrawn offer on the floor again. */
  @Post(':id/relist')
  @HttpCode(200)
  @Requires('offer:write')
  async relist(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: DecisionBody, @IfMatch() ifMatch?: number): Promise<OfferView> {
    return toOfferView(await this.offers.relist(actor, id, { version: body.version, ifMatch }), actor);
  }

  /** Approves the submitted revision, which becomes the live one. */
  @Post(':id/approve')
  @HttpCode(200)
  @Requires('moderation:act')
  async approve(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: DecisionBody, @IfMatch() ifMatch?: number): Promise<OfferView> {
    return toOfferView(await this.offers.approve(actor, id, { version: body.version, ifMatch }), actor);
  }

  /** Returns the submitted revision with a reason. */
  @Post(':id/return')
  @HttpCode(200)
  @Requires('moderation:act')
  async return(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: ReturnBody, @IfMatch() ifMatch?: number): Promise<OfferView> {
    return toOfferView(await this.offers.return(actor, id, body.reason, { version: body.version, ifMatch }), actor);
  }

  /** Proposes keywords to the owner of a live offer, who is told of it. */
  @Post(':id/advise')
  @HttpCode(200)
  @Requires('moderation:act')
  async advise(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: AdviceBody): Promise<OfferView> {
    return toOfferView(await this.offers.advise(actor, id, body.keywords), actor);
  }

  /** Takes a live offer off the floor for a reason. */
  @Post(':id/suspend')
  @HttpCode(200)
  @Requires('moderation:act')
  async suspend(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: ReasonBody): Promise<OfferView> {
    return toOfferView(await this.offers.suspend(actor, id, body.reason), actor);
  }

  /** Ends a suspension. */
  @Post(':id/resume')
  @HttpCode(200)
  @Requires('moderation:act')
  async resume(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<OfferView> {
    return toOfferView(await this.offers.resume(actor, id), actor);
  }
}
