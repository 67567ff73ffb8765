import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { type Actor, CurrentActor, IdPipe, mapPage, OneOf, Optional, type Page, PageQuery, QueryMoment, Requires, Text, Texts, WholeNumber } from '@app/platform';
import { OfferSearchService } from '../application/offer-search.service.js';
import { QueryLog } from '../application/query-log.js';
import { type PreviewedSearch, SynonymEditor } from '../application/synonym-editor.js';
import type { StoredSynonym } from '../data/synonym.repository.js';
import { OfferSearchQuery } from './offer-search.dto.js';

const MOST_NAMES = 20;
const NAME_LENGTH = 60;
const VERSION_MAX = 2_000_000_000;

export class SearchQueriesQuery extends PageQuery {
  @QueryMoment() from?: string;
  @QueryMoment() to?: string;
  @Optional() @OneOf(['any', 'none']) result?: 'any' | 'none';
}

export class SynonymsQuery extends PageQuery {
  @Optional() @Text(NAME_LENGTH) q?: string;
}

export class SynonymBody {
  /** Names that stand for each other. */
  @Texts(MOST_NAMES, NAME_LENGTH) words: string[];
  /** Names that are found too, but do not lead back. */
  @Optional() @Texts(MOST_NAMES, NAME_LENGTH) onlyTo?: string[];
  @Optional() @WholeNumber(1, VERSION_MAX) version?: number;
}

export class SynonymPreviewBody {
  @Text(400, { min: 1 }) q: string;
  @Texts(MOST_NAMES, NAME_LENGTH) words: string[];
  @Optional() @Texts(MOST_NAMES, NAME_LENGTH) onlyTo?: string[];
}

export interface SearchQueryView {
  query: string;
  searches: number;
  withoutResult: number;
  relaxed: number;
  corrected: number;
  successful: number;
  lastSearchedAt: string;
}

export interface SynonymPreview {
  before: PreviewedSearch;
  after: PreviewedSearch;
}

/** What staff see of searching, and how they help it. */
@Controller('api/v1/search')
@Requires('search:tend')
export class SearchDeskController {
  constructor(
    private readonly log: QueryLog,
    private readonly editor: SynonymEditor,
    private readonly offers: OfferSearchService,
  ) {}

  /** What was searched for in a period (the last 30 days), most frequent first; `result=none`: what found nothing. */
  @Get('queries')
  async queries(@Query() query: SearchQueriesQuery): Promise<Page<SearchQueryView>> {
    return mapPage(await this.log.list({ from: momentOf(query.from), to: momentOf(query.to), result: query.result ?? 'any' }, query), (row) => ({ ...row, lastSearchedAt: row.lastSearchedAt.toISOString() }));
  }

  /** Groups of synonyms by their first name; `q`: those that name a text. */
  @Get('synonyms')
  synonyms(@Query() query: SynonymsQuery): Promise<Page<StoredSynonym>> {
    return this.editor.list(query.q ?? '', query);
  }

  /** Adds a group; searches know it at once here, and within 30 seconds in every process. */
  @Post('synonyms')
  add(@CurrentActor() actor: Actor, @Body() body: SynonymBody): Promise<StoredSynonym> {
    return this.editor.add(actor, { words: body.words, onlyTo: body.onlyTo ?? [] });
  }

  /** Changes a group: its names are those given. */
  @Patch('synonyms/:id')
  change(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: SynonymBody): Promise<StoredSynonym> {
    return this.editor.change(actor, id, { words: body.words, onlyTo: body.onlyTo ?? [] }, body.version);
  }

  /** Removes a group. */
  @Delete('synonyms/:id')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.editor.remove(actor, id);
  }

  /** What a search finds now and would find with a group more: totals and the ten best. Saves nothing. */
  @Post('synonym-preview')
  @HttpCode(200)
  async preview(@Body() body: SynonymPreviewBody): Promise<SynonymPreview> {
    const query = await this.offers.engineQuery(Object.assign(new OfferSearchQuery(), { q: body.q }));
    return this.editor.preview(query, { words: body.words, onlyTo: body.onlyTo ?? [] });
  }
}

const momentOf = (text: string | undefined): Date | undefined => (text === undefined ? undefined : new Date(text));
