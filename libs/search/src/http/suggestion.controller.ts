import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, CurrentActor, OneOf, Optional, Public, QueryNumber, Text, Unasked } from '@app/platform';
import { type Suggestions, SuggestionService } from '../application/suggestion.service.js';

export class SuggestionQuery {
  @Optional() @Text(400) q?: string;
  @QueryNumber(1, 10) limit: number = 5;
  @Optional() @OneOf(['vi', 'en']) lang?: 'vi' | 'en';
}

@Controller('api/v1/search/suggestions')
export class SuggestionController {
  constructor(private readonly suggestions: SuggestionService) {}

  /** What may be meant by a text that is being typed: what others searched for, offers, suppliers and fields, at most `limit` of each. The same for everybody. */
  @Get()
  @Public()
  @Unasked()
  suggest(@CurrentActor() actor: Actor, @Query() query: SuggestionQuery): Promise<Suggestions> {
    return this.suggestions.suggest(query.q ?? '', query.limit, query.lang ?? actor.lang);
  }
}
