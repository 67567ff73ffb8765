import { Body, Param, Query } from '@nestjs/common';
import { type Actor, CurrentActor, IdPipe, Requires } from '@app/platform';
import { SuggestionDeskService, WithheldBody } from '@app/search';
import type { VNode } from 'preact';
import { emptyForm, type FormState } from '../components/form-state.js';
import { checked, inWords, type Posted, returnedForm, textIn, typedOf } from '../forms/posted-form.js';
import { path } from '../i18n/routes.js';
import { type PageAnswer, Returned, SeeOther } from '../layout/answers.js';
import { GetPage, PageController, PostTo, View } from '../layout/page-controller.decorator.js';
import type { PageView } from '../layout/page-view.js';
import { pageIn, pagingOf } from '../layout/paging.js';
import { DeskSuggestionsPage } from './desk-suggestions.page.js';

const LISTED = 50;
const WITHHELD = { page: 1, size: 100 };
const MOST_Q = 80;

/** Queries that are suggested to everybody, which staff take away and give back. */
@PageController()
@Requires('search:tend')
export class DeskSuggestionsController {
  constructor(private readonly suggestions: SuggestionDeskService) {}

  @GetPage('deskSuggestions')
  list(@View() view: PageView, @CurrentActor() actor: Actor, @Query() query: Posted): Promise<PageAnswer> {
    return this.page(view, actor, query, emptyForm);
  }

  @PostTo('deskSuggestions')
  async withhold(@View() view: PageView, @CurrentActor() actor: Actor, @Body() body: Posted): Promise<PageAnswer> {
    try {
      const { query } = await checked(WithheldBody, { query: textIn(body, 'query') });
      await this.suggestions.withhold(actor, query);
      return new SeeOther(path(view.lang, 'deskSuggestions'), 'suggestionWithheld');
    } catch (error) {
      const { form, status } = returnedForm(error, typedOf(body), { lang: view.lang });
      return new Returned(status, await this.page(view, actor, {}, inWords(form)));
    }
  }

  @PostTo('deskSuggestionRestore')
  async restore(@View() view: PageView, @CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PageAnswer> {
    await this.suggestions.restore(actor, id);
    return new SeeOther(path(view.lang, 'deskSuggestions'), 'suggestionRestored');
  }

  private async page(view: PageView, actor: Actor, query: Posted, form: FormState): Promise<VNode> {
    const q = textIn(query, 'q').slice(0, MOST_Q);
    const [suggested, withheld] = await Promise.all([this.suggestions.suggested(actor, q, pageIn(query, LISTED)), this.suggestions.withheld(actor, q, WITHHELD)]);
    return <DeskSuggestionsPage view={view} q={q} total={suggested.total} suggested={suggested.items} paging={pagingOf(view, suggested)} withheld={withheld.items} form={form} />;
  }
}
