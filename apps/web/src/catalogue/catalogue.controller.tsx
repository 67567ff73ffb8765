import { Headers, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Caller, CurrentCaller, Public } from '@app/platform';
import { OfferSearchService, QueryLog } from '@app/search';
import type { PageAnswer } from '../layout/answers.js';
import { GetPage, PageController, View } from '../layout/page-controller.decorator.js';
import type { PageView } from '../layout/page-view.js';
import { CataloguePages } from './catalogue-pages.js';
import { parseCatalogueQuery, searchAddresses } from './catalogue-query.js';

@PageController()
export class CatalogueController {
  constructor(
    private readonly offers: OfferSearchService,
    private readonly log: QueryLog,
    private readonly pages: CataloguePages,
  ) {}

  @GetPage('offers')
  @Public()
  async list(
    @View() view: PageView,
    @CurrentCaller() caller: Caller,
    @Query() raw: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('hx-request') inPlace?: string,
    @Headers('x-typing') typing?: string,
  ): Promise<PageAnswer> {
    const { lang } = view;
    const query = parseCatalogueQuery(raw);
    const found = await this.offers.search(query, lang);
    if (!typing) this.log.count(query, found, lang, caller);
    if (inPlace) void reply.header('hx-push-url', searchAddresses(query)[lang]);
    return this.pages.page(view, query, found);
  }
}
