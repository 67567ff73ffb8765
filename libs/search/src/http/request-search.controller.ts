import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, CurrentActor, Public } from '@app/platform';
import { toRequestView } from '@app/requests';
import { RequestSearchService } from '../application/request-search.service.js';
import { RequestSearchQuery, type RequestSearchView } from './request-search.dto.js';

@Controller('api/v1/requests')
export class RequestSearchController {
  constructor(private readonly requests: RequestSearchService) {}

  /** Searches open requests; without words the newest first. Limits of money among the words are not applied, for budgets are not public: `understood` names them. */
  @Get()
  @Public()
  async search(@CurrentActor() actor: Actor, @Query() query: RequestSearchQuery): Promise<RequestSearchView> {
    const { items, ...found } = await this.requests.search(actor, query, query.lang ?? actor.lang);
    return { ...found, items: items.map(({ details, ...highlighted }) => ({ ...toRequestView(details, actor), ...highlighted })) };
  }
}
