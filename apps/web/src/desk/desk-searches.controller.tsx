import { Requires } from '@app/platform';
import { QueryLog } from '@app/search';
import type { Lang } from '../i18n/languages.js';
import { path } from '../i18n/routes.js';
import type { PageAnswer } from '../layout/answers.js';
import { GetPage, PageController, View } from '../layout/page-controller.decorator.js';
import type { PageView } from '../layout/page-view.js';
import { DeskSearchesPage, type SearchedFor } from './desk-searches.page.js';

const SHOWN = { page: 1, size: 50 };

@PageController()
@Requires('search:tend')
export class DeskSearchesController {
  constructor(private readonly log: QueryLog) {}

  @GetPage('deskSearches')
  async list(@View() view: PageView): Promise<PageAnswer> {
    const [top, without] = await Promise.all([this.of(view.lang, 'any'), this.of(view.lang, 'none')]);
    return <DeskSearchesPage view={view} top={top} withoutResult={without} />;
  }

  private async of(lang: Lang, result: 'any' | 'none'): Promise<SearchedFor[]> {
    const { items } = await this.log.list({ result }, SHOWN);
    return items.map(({ query, searches, withoutResult }) => ({ query, searches, withoutResult, href: path(lang, 'offers', {}, { q: query }) }));
  }
}
