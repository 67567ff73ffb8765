import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { type Actor, CurrentActor, IdOrSlugPipe, IdPipe, IfMatch, mapPage, type Page, Public, Requires } from '@app/platform';
import { RequestService } from '../application/request.service.js';
import {
  CloseRequestBody, CreateRequestBody, EditRequestBody, MyRequestsQuery, RequestDecisionBody, requestContentOf, type RequestView, ReturnRequestBody, toRequestView,
} from './request.dto.js';

@Controller('api/v1')
export class RequestController {
  constructor(private readonly requests: RequestService) {}

  /** One's own requests in all states, newest first. */
  @Get('me/requests')
  @Requires('account:own')
  async mine(@CurrentActor() actor: Actor, @Query() query: MyRequestsQuery): Promise<Page<RequestView>> {
    return mapPage(await this.requests.mine(actor, query), (one) => toRequestView(one, actor));
  }

  /** What the caller may see of a request. */
  @Get('requests/:idOrSlug')
  @Public()
  async get(@CurrentActor() actor: Actor, @Param('idOrSlug', IdOrSlugPipe) idOrSlug: string): Promise<RequestView> {
    return toRequestView(await this.requests.get(actor, idOrSlug), actor);
  }

  /** Drafts a request for one of the caller's enterprises. */
  @Post('requests')
  @Requires('request:write')
  async create(@CurrentActor() actor: Actor, @Body() body: CreateRequestBody): Promise<RequestView> {
    const content = { ...requestContentOf(body), title: body.title, need: body.need };
    return toRequestView(await this.requests.create(actor, content, body.organizationId), actor);
  }

  /** Edits the draft; an open request stays open with its approved revision. */
  @Patch('requests/:id')
  @Requires('request:write')
  async edit(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: EditRequestBody, @IfMatch() ifMatch?: number): Promise<RequestView> {
    return toRequestView(await this.requests.edit(actor, id, requestContentOf(body), { version: body.version, ifMatch }), actor);
  }

  /** Submits the request for review. */
  @Post('requests/:id/submit')
  @HttpCode(200)
  @Requires('request:write')
  async submit(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: RequestDecisionBody, @IfMatch() ifMatch?: number): Promise<RequestView> {
    return toRequestView(await this.requests.submit(actor, id, { version: body.version, ifMatch }), actor);
  }

  /** Takes a submitted revision back. */
  @Post('requests/:id/recall')
  @HttpCode(200)
  @Requires('request:write')
  async recall(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: RequestDecisionBody, @IfMatch() ifMatch?: number): Promise<RequestView> {
    return toRequestView(await this.requests.recall(actor, id, { version: body.version, ifMatch }), actor);
  }

  /** Withdraws the request. */
  @Post('requests/:id/withdraw')
  @HttpCode(200)
  @Requires('request:write')
  async withdraw(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: RequestDecisionBody, @IfMatch() ifMatch?: number): Promise<RequestView> {
    return toRequestView(await this.requests.withdraw(actor, id, { version: body.version, ifMatch }), actor);
  }

  /** Opens a closed or withdrawn request again. */
  @Post('requests/:id/reopen')
  @HttpCode(200)
  @Requires('request:write')
  async reopen(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: RequestDecisionBody, @IfMatch() ifMatch?: number): Promise<RequestView> {
    return toRequestView(await this.requests.reopen(actor, id, { version: body.version, ifMatch }), actor);
  }

  /** Closes an open request with its outcome. */
  @Post('requests/:id/close')
  @HttpCode(200)
  @Requires('request:write')
  async close(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: CloseRequestBody): Promise<RequestView> {
    return toRequestView(await this.requests.close(actor, id, body.outcome, body.note ?? null), actor);
  }

  /** Opens the request with the submitted revision. */
  @Post('requests/:id/approve')
  @HttpCode(200)
  @Requires('moderation:act')
  async approve(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: RequestDecisionBody, @IfMatch() ifMatch?: number): Promise<RequestView> {
    return toRequestView(await this.requests.approve(actor, id, { version: body.version, ifMatch }), actor);
  }

  /** Returns the submitted revision with a reason. */
  @Post('requests/:id/return')
  @HttpCode(200)
  @Requires('moderation:act')
  async return(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: ReturnRequestBody, @IfMatch() ifMatch?: number): Promise<RequestView> {
    return toRequestView(await this.requests.return(actor, id, body.reason, { version: body.version, ifMatch }), actor);
  }
}
