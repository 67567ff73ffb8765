import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor, IdPipe, mapPage, type Page, PageQuery, Requires } from '@app/platform';
import { SavedSearchService } from '../application/saved-search.service.js';
import { SavedSearchBody, type SavedSearchView, toSavedSearchView } from './saved-search.dto.js';

@Controller('api/v1/saved-searches')
@Requires('account:own')
export class SavedSearchController {
  constructor(private readonly searches: SavedSearchService) {}

  /** One's own saved searches, newest first. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<SavedSearchView>> {
    return mapPage(await this.searches.list(actor, query), toSavedSearchView);
  }

  /** Saves a search; its query is kept in canonical form. One that is saved already is the answer as it is. */
  @Post()
  async create(@CurrentActor() actor: Actor, @Body() body: SavedSearchBody, @Res({ passthrough: true }) reply: FastifyReply): Promise<SavedSearchView> {
    const { saved, isNew } = await this.searches.create(actor, body);
    void reply.status(isNew ? 201 : 200);
    return toSavedSearchView(saved);
  }

  /** Removes a saved search. */
  @Delete(':id')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.searches.remove(actor, id);
  }
}
