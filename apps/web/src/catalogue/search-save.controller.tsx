import { Body } from '@nestjs/common';
import { type Actor, CurrentActor, Requires } from '@app/platform';
import { OfferSearchService, SavedSearchBody, SavedSearchService } from '@app/search';
import { checked, type Posted, returnedForm, textIn, typedOf } from '../forms/posted-form.js';
import type { Lang } from '../i18n/languages.js';
import { path } from '../i18n/routes.js';
import { t } from '../i18n/translate.js';
import { type PageAnswer, Returned, SeeOther } from '../layout/answers.js';
import { PageController, PostTo, View } from '../layout/page-controller.decorator.js';
import type { NoticeText, PageView } from '../layout/page-view.js';
import { CataloguePages } from './catalogue-pages.js';
import { parseCatalogueQuery, valuesOf } from './catalogue-query.js';

@PageController()
export class SearchSaveController {
  constructor(
    private readonly searches: SavedSearchService,
    private readonly offers: OfferSearchService,
    private readonly pages: CataloguePages,
  ) {}

  /** Keeps the search of a catalogue page and leads back to it; of one that is kept already that page says so. */
  @PostTo('searchSave')
  @Requires('account:own')
  async save(@View() view: PageView, @CurrentActor() actor: Actor, @Body() body: Posted): Promise<PageAnswer> {
    const { lang } = view;
    const query = parseCatalogueQuery(queryIn(textIn(body, 'query')));
    const back = path(lang, 'offers', {}, valuesOf(query));
    try {
      const asked = { name: textIn(body, 'name'), query: back.split('?')[1] ?? '', frequency: textIn(body, 'frequency') };
      const { saved, isNew } = await this.searches.create(actor, await checked(SavedSearchBody, asked));
      if (isNew) return new SeeOther(back, 'searchSaved');
      return new Returned(200, await this.pages.page({ ...view, notice: savedBefore(saved, lang) }, query, await this.offers.search(query, lang)));
    } catch (error) {
      const { form, status } = returnedForm(error, typedOf(body), { lang, scope: 'save' });
      return new Returned(status, await this.pages.page(view, query, await this.offers.search(query, lang), form));
    }
  }
}

const savedBefore = ({ id, name }: { id: string; name: string }, lang: Lang): NoticeText => ({
  tone: 'info',
  lead: t(lang)('catalogue.save.before'),
  text: t(lang)('catalogue.save.beforeName', { name }),
  link: { href: `${path(lang, 'mySearches')}#s-${id}`, text: t(lang)('catalogue.save.see') },
});

/** A query string as a server reads it: a list where a name is repeated. */
const queryIn = (text: string): Record<string, string | string[]> => {
  const given = new URLSearchParams(text);
  return Object.fromEntries([...new Set(given.keys())].map((name) => [name, given.getAll(name).length > 1 ? given.getAll(name) : given.get(name)!]));
};
