import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Actor, Code, CurrentActor, IdPipe, offsetOf, Optional, type Page, pageOf, PageQuery, Requires, Text, TEXT_MAX } from '@app/platform';
import { MatchService, type MatchView } from '../application/match.service.js';

export class DismissBody {
  @Code() reason: string;
  @Optional() @Text(TEXT_MAX) note?: string | null;
}

export class FeedbackBody {
  @Code() verdict: string;
  @Optional() @Text(TEXT_MAX) note?: string | null;
}

/** The service answers all matches that may be shown; what is no longer live is known only then. */
const cut = (matches: MatchView[], query: PageQuery): Page<MatchView> => {
  const from = offsetOf(query);
  return pageOf(matches.slice(from, from + query.size), matches.length, query);
};

@Controller('api/v1')
export class MatchController {
  constructor(private readonly matches: MatchService) {}

  /** Offers that fit a request, best first, with reasons and why-nots. */
  @Get('requests/:id/matches')
  @Requires('match:read')
  async ofRequest(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: PageQuery): Promise<Page<MatchView>> {
    return cut(await this.matches.ofRequest(actor, id), query);
  }

  /** Requests that an offer fits, best first. */
  @Get('offers/:id/matches')
  @Requires('match:read')
  async ofOffer(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: PageQuery): Promise<Page<MatchView>> {
    return cut(await this.matches.ofOffer(actor, id), query);
  }

  /** Puts a match on the shortlist. */
  @Post('matches/:id/shortlist')
  @HttpCode(200)
  @Requires('match:broker')
  shortlist(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<MatchView> {
    return this.matches.shortlist(actor, id);
  }

  /** Sets a match aside, with a reason. */
  @Post('matches/:id/dismiss')
  @HttpCode(200)
  @Requires('match:broker')
  dismiss(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: DismissBody): Promise<MatchView> {
    return this.matches.dismiss(actor, id, body.reason, body.note ?? null);
  }

  /** Keeps a verdict on how well a match fits. */
  @Post('matches/:id/feedback')
  @HttpCode(200)
  @Requires('match:read')
  feedback(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: FeedbackBody): Promise<MatchView> {
    return this.matches.feedback(actor, id, body.verdict, body.note ?? null);
  }
}
