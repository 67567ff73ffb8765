import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Actor, CurrentActor, IdPipe, mapPage, Optional, type Page, PageQuery, Requires, Text } from '@app/platform';
import { type OfferedQuery, SuggestionDeskService } from '../application/suggestion-desk.service.js';
import type { WithheldSuggestion } from '../data/withheld-suggestion.repository.js';

const LONGEST = 80;

export class OfferedQueriesQuery extends PageQuery {
  @Optional() @Text(LONGEST) q?: string;
}

export class WithheldBody {
  /** As it is suggested, or typed. */
  @Text(LONGEST) query: string;
}

export interface WithheldSuggestionView {
  id: string;
  query: string;
  withheldAt: string;
}

/** What everybody is offered of others' searches, and what staff have taken away of it. */
@Controller('api/v1/search')
@Requires('search:tend')
export class SuggestionDeskController {
  constructor(private readonly desk: SuggestionDeskService) {}

  /** Queries of others that are suggested to everybody now, most frequent first; `q`: those that hold a text, accents aside. */
  @Get('suggested-queries')
  suggested(@CurrentActor() actor: Actor, @Query() query: OfferedQueriesQuery): Promise<Page<OfferedQuery>> {
    return this.desk.suggested(actor, query.q ?? '', query);
  }

  /** Queries that staff have taken out of the suggestions, newest first; `q`: those that hold a text. */
  @Get('withheld-suggestions')
  async withheld(@CurrentActor() actor: Actor, @Query() query: OfferedQueriesQuery): Promise<Page<WithheldSuggestionView>> {
    return mapPage(await this.desk.withheld(actor, query.q ?? '', query), viewOf);
  }

  /** Takes a query out of the suggestions, in every process at once; once more answers the same. */
  @Post('withheld-suggestions')
  async withhold(@CurrentActor() actor: Actor, @Body() { query }: WithheldBody): Promise<WithheldSuggestionView> {
    return viewOf(await this.desk.withhold(actor, query));
  }

  /** Lets a query be suggested again. */
  @Delete('withheld-suggestions/:id')
  @HttpCode(204)
  restore(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.desk.restore(actor, id);
  }
}

const viewOf = ({ id, query, withheldAt }: WithheldSuggestion): WithheldSuggestionView => ({ id, query, withheldAt: withheldAt.toISOString() });
