import { Body, Param, Query } from '@nestjs/common';
import { type Actor, CurrentActor, IdPipe, Requires } from '@app/platform';
import { type StoredSynonym, SynonymBody, SynonymEditor, SynonymPreviewer } from '@app/search';
import type { VNode } from 'preact';
import { emptyForm, type FormState } from '../components/form-state.js';
import { atLists, checked, inWords, namesIn, type Posted, returnedForm, textIn, typedOf, versionIn } from '../forms/posted-form.js';
import { path } from '../i18n/routes.js';
import { type PageAnswer, Returned, SeeOther } from '../layout/answers.js';
import { GetPage, PageController, PostTo, View } from '../layout/page-controller.decorator.js';
import type { PageView } from '../layout/page-view.js';
import { pageIn, pagingOf } from '../layout/paging.js';
import { DeskSynonymPage, DeskSynonymRemovePage } from './desk-synonym.page.js';
import { DeskSynonymsPage } from './desk-synonyms.page.js';

interface Names {
  words: string[];
  onlyTo: string[];
}

const LISTED = 50;
const MOST_Q = 400;
const OK = 200;

/** Says which names an effect was shown of. */
const markOf = ({ words, onlyTo }: Names): string => JSON.stringify([words, onlyTo]);

/** Synonyms, which staff tend after seeing what a change would do. */
@PageController()
@Requires('search:tend')
export class DeskSynonymsController {
  constructor(
    private readonly editor: SynonymEditor,
    private readonly previewer: SynonymPreviewer,
  ) {}

  @GetPage('deskSynonyms')
  async list(@View() view: PageView, @Query() query: Posted): Promise<PageAnswer> {
    const q = textIn(query, 'q').slice(0, 60);
    const found = await this.editor.list(q, pageIn(query, LISTED));
    return <DeskSynonymsPage view={view} q={q} total={found.total} items={found.items} paging={pagingOf(view, found)} />;
  }

  /** `q`: a query that finds too little; its words are the first name. */
  @GetPage('deskSynonymNew')
  blank(@View() view: PageView, @Query() query: Posted): PageAnswer {
    const q = textIn(query, 'q').slice(0, MOST_Q);
    return <DeskSynonymPage view={view} group={null} form={{ values: { words: q && `${q}\n`, query: q }, errors: [] }} effect={null} />;
  }

  @PostTo('deskSynonymNew')
  add(@View() view: PageView, @CurrentActor() actor: Actor, @Body() body: Posted): Promise<PageAnswer> {
    return this.takeForm(view, null, body, (names) => this.editor.add(actor, names));
  }

  @GetPage('deskSynonym')
  async edit(@View() view: PageView, @Param('id', IdPipe) id: string): Promise<PageAnswer> {
    const group = await this.editor.get(id);
    const values = { words: group.words.join('\n'), onlyTo: group.onlyTo.join('\n') };
    return <DeskSynonymPage view={view} group={group} form={{ values, errors: [] }} effect={null} />;
  }

  @PostTo('deskSynonym')
  async change(@View() view: PageView, @CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: Posted): Promise<PageAnswer> {
    const group = await this.editor.get(id);
    const version = versionIn(body);
    return this.takeForm(view, { id, version: version ?? group.version }, body, (names) => this.editor.change(actor, id, names, { version }));
  }

  @GetPage('deskSynonymRemove')
  async confirm(@View() view: PageView, @Param('id', IdPipe) id: string): Promise<PageAnswer> {
    return this.removePage(view, await this.editor.get(id), emptyForm);
  }

  @PostTo('deskSynonymRemove')
  async remove(@View() view: PageView, @CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: Posted): Promise<PageAnswer> {
    try {
      await this.editor.remove(actor, id, { version: versionIn(body) });
      return new SeeOther(path(view.lang, 'deskSynonyms'), 'synonymRemoved');
    } catch (error) {
      const { form, status } = returnedForm(error, {}, { lang: view.lang });
      return new Returned(status, await this.removePage(view, await this.editor.get(id), inWords(form)));
    }
  }

  /** Saves what was seen; shows the effect of what was not. */
  private async takeForm(view: PageView, group: { id: string; version: number } | null, body: Posted, save: (names: Names) => Promise<StoredSynonym>): Promise<PageAnswer> {
    const values = typedOf(body);
    try {
      const { words, onlyTo = [] } = await checked(SynonymBody, { words: namesIn(body, 'words'), onlyTo: namesIn(body, 'onlyTo') });
      const names = { words, onlyTo };
      const seen = markOf(names);
      if (textIn(body, 'then') === 'save' && textIn(body, 'seen') === seen) {
        await save(names);
        return new SeeOther(path(view.lang, 'deskSynonyms', {}, { q: words[0] }), 'synonymSaved');
      }
      const effect = await this.previewer.preview({ replaces: group?.id, names }, textIn(body, 'query').slice(0, MOST_Q));
      return new Returned(OK, <DeskSynonymPage view={view} group={group} form={{ values, errors: [] }} effect={{ ...effect, seen }} />);
    } catch (error) {
      const { form, status } = returnedForm(error, values, { lang: view.lang });
      return new Returned(status, <DeskSynonymPage view={view} group={group} form={atLists(form)} effect={null} />);
    }
  }

  private async removePage(view: PageView, group: StoredSynonym, form: FormState): Promise<VNode> {
    return <DeskSynonymRemovePage view={view} group={group} effect={await this.previewer.preview({ replaces: group.id })} form={form} />;
  }
}
