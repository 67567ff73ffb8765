import { Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { languageOf, Public } from '@app/platform';
import { patterns } from '../i18n/routes.js';
import { ACTION_ROUTES, hereOf } from './addresses.js';
import { type PageAnswer, SeeOther } from './answers.js';
import { PageController } from './page-controller.decorator.js';

/** A form that came back stands at the address it was sent to; who asks for that again is led to its page. */
@PageController()
export class ActionAddressesController {
  @Get(ACTION_ROUTES.flatMap(patterns))
  @Public()
  toPage(@Req() request: FastifyRequest): PageAnswer {
    return new SeeOther(hereOf(request)[languageOf(request)], undefined, 302);
  }
}
