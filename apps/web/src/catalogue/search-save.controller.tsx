import { Body } from '@nestjs/common';
import { type Actor, CurrentActor, Requires } from '@app/platform';
import { SavedSearchService } from '@app/search';
import { type Posted, textIn } from '../forms/posted-form.js';
import { sayIn } from '../i18n/say.js';
import { type PageAnswer, SeeOther } from '../layout/answers.js';
import { PageController, PostTo, View } from '../layout/page-controller.decorator.js';
import type { PageView } from '../layout/page-view.js';
import { parseCatalogueQuery, valuesOf } from './catalogue-query.js';

const NAME_MAX = 200;

@PageController()
export class SearchSaveController {
  constructor(private readonly searches: SavedSearchService) {}

  /** Keeps the search of a catalogue page and leads back to it. */
  @PostTo('searchSave')
  @Requires('account:own')
  async save(@View() { lang }: PageView, @CurrentActor() actor: Actor, @Body() body: Posted): Promise<PageAnswer> {
    const { t, path } = sayIn(lang);
    const back = path('offers', {}, valuesOf(parseCatalogueQuery(queryIn(textIn(body, 'query')))));
    const name = (textIn(body, 'name') || t('catalogue.saveName')).slice(0, NAME_MAX);
    await this.searches.create(actor, { name, query: back.split('?')[1] ?? '', frequency: textIn(body, 'frequency') || 'daily' });
    return new SeeOther(back, 'searchSaved');
  }
}

/** A query string as a server reads it: a list where a name is repeated. */
const queryIn = (text: string): Record<string, string | string[]> => {
  const given = new URLSearchParams(text);
  return Object.fromEntries([...new Set(given.keys())].map((name) => [name, given.getAll(name).length > 1 ? given.getAll(name) : given.get(name)!]));
};
