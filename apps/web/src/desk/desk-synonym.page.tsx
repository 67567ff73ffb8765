import { ErrorSummary, TextArea, TextField } from '../components/field.js';
import type { FormState } from '../components/form-state.js';
import { PostButton } from '../components/post-button.js';
import { sayIn } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';
import { SynonymEffect, type SynonymEffectProps } from './synonym-effect.js';

const crumbsOf = (view: PageView, text: string) => {
  const { t, path } = sayIn(view.lang);
  return [{ text: t('nav.desk'), href: path('desk') }, { text: t('synonyms.title'), href: path('deskSynonyms') }, { text }];
};

export interface DeskSynonymPageProps {
  view: PageView;
  /** Null: a group is added. */
  group: { id: string; version: number } | null;
  /** Inputs: words, onlyTo (a name a line), query. */
  form: FormState;
  /** What the names in the form would do, and the mark of those names; only then can they be saved. */
  effect: (SynonymEffectProps & { seen: string }) | null;
}

/** Names are saved only after their effect has been seen: the first button shows it, the second one saves. */
export const DeskSynonymPage = ({ view, group, form, effect }: DeskSynonymPageProps) => {
  const { t, path } = sayIn(view.lang);
  const title = t(group ? 'synonym.edit' : 'synonym.new');
  return (
    <Page view={view} title={title} hasErrors={form.errors.length > 0} current="desk" crumbs={crumbsOf(view, title)} unlisted>
      <div class="form-page">
        <ErrorSummary form={form} />
        <h1>{title}</h1>
        <form method="post" action={group ? path('deskSynonym', { id: group.id }) : path('deskSynonymNew')} noValidate>
          {group ? <input type="hidden" name="version" value={group.version} /> : null}
          {effect ? <input type="hidden" name="seen" value={effect.seen} /> : null}
          <TextArea form={form} name="words" label={t('synonym.words')} hint={t('synonym.wordsHint')} rows={4} maxLength={1300} required />
          <TextArea form={form} name="onlyTo" label={t('synonym.onlyTo')} hint={t('synonym.onlyToHint')} rows={2} maxLength={1300} />
          <TextField form={form} name="query" label={t('synonym.q')} hint={t('synonym.qHint')} maxLength={400} autocomplete="off" />
          <div class="actions"><button class={`button ${effect ? 'second' : 'main'}`} type="submit" name="then" value="preview">{t('synonym.preview')}</button></div>
          {effect ? (
            <>
              <SynonymEffect {...effect} />
              <div class="actions"><button class="button main" type="submit" name="then" value="save">{t('synonym.save')}</button></div>
            </>
          ) : null}
        </form>
      </div>
    </Page>
  );
};

export interface DeskSynonymRemovePageProps {
  view: PageView;
  group: { id: string; version: number; words: string[]; onlyTo: string[] };
  effect: SynonymEffectProps;
  form: FormState;
}

export const DeskSynonymRemovePage = ({ view, group, effect, form }: DeskSynonymRemovePageProps) => {
  const { t, path } = sayIn(view.lang);
  const { id, version, words, onlyTo } = group;
  return (
    <Page view={view} title={t('synonym.removeTitle')} hasErrors={form.errors.length > 0} current="desk" crumbs={crumbsOf(view, t('synonyms.remove'))} unlisted>
      <div class="form-page">
        <ErrorSummary form={form} />
        <h1>{t('synonym.removeTitle')}</h1>
        <p>{t('synonym.removeLead')} <strong>{[...words, ...onlyTo].join(', ')}</strong></p>
        <SynonymEffect {...effect} />
        <div class="actions">
          <PostButton look="remove" action={path('deskSynonymRemove', { id })} fields={{ version }}>{t('synonym.remove')}</PostButton>
          <a class="button second" href={path('deskSynonyms')}>{t('synonym.keep')}</a>
        </div>
      </div>
    </Page>
  );
};
