import { Param, Query } from '@nestjs/common';
import { type Actor, commonErrors, CurrentActor, IdPipe, Requires } from '@app/platform';
import { MAX_SAVED, SavedSearchService } from '@app/search';
import { TaxonomyService } from '@app/taxonomy';
import { path } from '../i18n/routes.js';
import { type PageAnswer, SeeOther } from '../layout/answers.js';
import { GetPage, PageController, PostTo, View } from '../layout/page-controller.decorator.js';
import type { PageView } from '../layout/page-view.js';
import { pageIn, pagingOf } from '../layout/paging.js';
import { MySearchesPage } from './my-searches.page.js';

@PageController()
@Requires('account:own')
export class MySearchesController {
  constructor(
    private readonly searches: SavedSearchService,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @GetPage('mySearches')
  async list(@View() view: PageView, @CurrentActor() actor: Actor, @Query() query: Record<string, unknown>): Promise<PageAnswer> {
    const { lang } = view;
    const found = await this.searches.list(actor, pageIn(query, MAX_SAVED));
    const hits = await this.searches.hits(found.items);
    const items = found.items.map(({ id, name, query: search, frequency, createdAt }) => ({
      id, name, createdAt,
      href: `${path(lang, 'offers')}${search ? `?${search}` : ''}`,
      frequency: this.taxonomy.label('frequency', frequency, lang),
      told: hits.get(id)?.total ?? 0,
      latest: hits.get(id)?.latest ?? [],
    }));
    return <MySearchesPage view={view} items={items} total={found.total} paging={pagingOf(view, found)} />;
  }

  @PostTo('mySearchAct')
  async act(@View() view: PageView, @CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Param('action') action: string): Promise<PageAnswer> {
    if (action !== 'remove') throw commonErrors.not_found();
    await this.searches.remove(actor, id);
    return new SeeOther(path(view.lang, 'mySearches'), 'searchRemoved');
  }
}
