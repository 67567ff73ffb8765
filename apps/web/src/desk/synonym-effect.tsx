import { DataTable } from '../components/data-table.js';
import { type Say, useSay } from '../i18n/say.js';

/** What a search finds, with the first titles. */
export interface FoundBriefly {
  total: number;
  relaxed: boolean;
  offers: { slug: string; title: string }[];
}

export interface SynonymEffectProps {
  examined: number;
  affected: number;
  searches: { query: string; searches: number; before: FoundBriefly; after: FoundBriefly }[];
}

const TITLES = 3;

const countOf = ({ t }: Say, { total, relaxed }: FoundBriefly): string => t(relaxed && total > 0 ? 'synonym.foundPartly' : 'synonym.found', { n: total });

const Found = ({ found }: { found: FoundBriefly }) => {
  const say = useSay();
  return (
    <>
      <strong>{countOf(say, found)}</strong>
      {found.offers.length ? (
        <ol class="found">
          {found.offers.slice(0, TITLES).map(({ slug, title }) => <li key={slug}><a href={say.path('offer', { slug })}>{title}</a></li>)}
        </ol>
      ) : null}
    </>
  );
};

/** Some searches before and after a change that is not saved yet. */
export const SynonymEffect = ({ examined, affected, searches }: SynonymEffectProps) => {
  const { t } = useSay();
  return (
    <section class="form-section" id="effect">
      <h2>{t('synonym.effect')}</h2>
      <p class="hint">{t('synonym.effectOf', { examined, affected })} {t('synonym.notSaved')}</p>
      {searches.length ? (
        <DataTable
          caption={t('synonym.effect')}
          rows={searches}
          keyOf={({ query }) => query}
          columns={[
            { head: t('synonym.effectQuery'), cell: ({ query, searches: n }) => <>{query}{n ? <p class="meta">{t('synonym.effectSearches', { n })}</p> : null}</> },
            { head: t('synonym.effectBefore'), cell: ({ before }) => <Found found={before} /> },
            { head: t('synonym.effectAfter'), cell: ({ before, after }) => (isSame(before, after) ? t('synonym.same') : <Found found={after} />) },
          ]}
        />
      ) : null}
    </section>
  );
};

const isSame = (a: FoundBriefly, b: FoundBriefly): boolean => a.total === b.total && a.relaxed === b.relaxed && a.offers.every(({ slug }, i) => slug === b.offers[i]?.slug);
