import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { type Actor, CurrentActor, IdPipe, IfMatch, mapPage, OneOf, Optional, OptionalId, type Page, PageQuery, QueryMoment, Requires, Text, Texts, WholeNumber } from '@app/platform';
import { QueryLog } from '../application/query-log.js';
import { SynonymEditor } from '../application/synonym-editor.js';
import { type SynonymPreview, SynonymPreviewer } from '../application/synonym-previewer.js';
import type { StoredSynonym } from '../data/synonym.repository.js';

const MOST_NAMES = 20;
const NAME_LENGTH = 60;
const VERSION_MAX = 2_000_000_000;

export class SearchQueriesQuery extends PageQuery {
  @QueryMoment() from?: string;
  @QueryMoment() to?: string;
  @Optional() @OneOf(['any', 'none', 'partial']) result?: 'any' | 'none' | 'partial';
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
  /** A query to look at beside those of the log. */
  @Optional() @Text(400) q?: string;
  /** The names of a group; without any, a group is looked at as removed. */
  @Optional() @Texts(MOST_NAMES, NAME_LENGTH) words?: string[];
  @Optional() @Texts(MOST_NAMES, NAME_LENGTH) onlyTo?: string[];
  /** The group that would be changed or removed; absent: one would be added. */
  @OptionalId() replaces?: string;
}

export interface SearchQueryView {
  query: string;
  searches: number;
  withoutResult: number;
  /** Found something, but nothing that has all words. */
  relaxed: number;
  corrected: number;
  successful: number;
  lastSearchedAt: string;
}

/** What staff see of searching, and how they help it. */
@Controller('api/v1/search')
@Requires('search:tend')
export class SearchDeskController {
  constructor(
    private readonly log: QueryLog,
    private readonly editor: SynonymEditor,
    private readonly previewer: SynonymPreviewer,
  ) {}

  /** What was searched for in a period (the last 30 days), most frequent first; `none`: what found nothing, or nothing with all words; `partial`: only the latter. Without what was asked in one hour only. */
  @Get('queries')
  async queries(@Query() query: SearchQueriesQuery): Promise<Page<SearchQueryView>> {
    return mapPage(await this.log.list({ from: momentOf(query.from), to: momentOf(query.to), result: query.result ?? 'any' }, query), (row) => ({ ...row, lastSearchedAt: row.lastSearchedAt.toISOString() }));
  }

  /** Groups of synonyms by their first name; `q`: those that name a text. */
  @Get('synonyms')
  synonyms(@Query() query: SynonymsQuery): Promise<Page<StoredSynonym>> {
    return this.editor.list(query.q ?? '', query);
  }

  /** Adds a group; searches in every process know it at once. */
  @Post('synonyms')
  add(@CurrentActor() actor: Actor, @Body() body: SynonymBody): Promise<StoredSynonym> {
    return this.editor.add(actor, { words: body.words, onlyTo: body.onlyTo ?? [] });
  }

  /** Changes a group: its names are those given. */
  @Patch('synonyms/:id')
  change(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: SynonymBody, @IfMatch() ifMatch?: number): Promise<StoredSynonym> {
    return this.editor.change(actor, id, { words: body.words, onlyTo: body.onlyTo ?? [] }, { version: body.version, ifMatch });
  }

  /** Removes a group; needs its version in If-Match. */
  @Delete('synonyms/:id')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @IfMatch() ifMatch?: number): Promise<void> {
    return this.editor.remove(actor, id, { ifMatch });
  }

  /** What a query and those of the log find now and would find after a change: totals and the best. Saves nothing. */
  @Post('synonym-preview')
  @HttpCode(200)
  preview(@Body() { q, words, onlyTo, replaces }: SynonymPreviewBody): Promise<SynonymPreview> {
    const names = words?.length || onlyTo?.length || !replaces ? { words: words ?? [], onlyTo: onlyTo ?? [] } : undefined;
    return this.previewer.preview({ replaces: replaces ?? undefined, names }, q ?? undefined);
  }
}

const momentOf = (text: string | undefined): Date | undefined => (text === undefined ? undefined : new Date(text));
