import { useSay } from '../i18n/say.js';
import { Notice } from './notice.js';

export interface CountedLink {
  text: string;
  href: string;
  total: number;
}

/** How the query was taken. */
export interface Understood {
  /** The corrected query, when something else was searched than what was typed. */
  corrected: string | null;
  /** Just what was typed was searched for. */
  exactly: boolean;
  /** The same search without correction. */
  exact: CountedLink | null;
  /** The same search with correction, where that finds more; `text` is what it would search for. */
  like: CountedLink | null;
  synonyms: string[];
  /** Not all words had to be found, and what was found has only some. */
  relaxed: boolean;
  /** A limit of the price that was typed and is not applied, in words. */
  notApplied?: string;
}

/** Limits that the text itself names, in words, and the same search for the words as typed. */
export interface NamedLimits {
  texts: string[];
  href: string;
}

export const LimitsLine = ({ limits }: { limits: NamedLimits | null }) => {
  const { t } = useSay();
  if (!limits) return null;
  return (
    <p class="meta">
      {t('catalogue.limits', { limits: limits.texts.join(' ') })} <a href={limits.href}>{t('catalogue.exactly')}</a>
    </p>
  );
};

/** How the query was taken, and the way back to what was typed; `none` says that nothing has all words. */
export const UnderstoodLine = ({ q, understood, none }: { q: string; understood: Understood | null; none: string }) => {
  const { t } = useSay();
  if (!understood) return null;
  const { notApplied } = understood;
  return (
    <>
      {notApplied ? <Notice tone="mind" lead={t('requests.notApplied', { limit: notApplied })} text={t('requests.notAppliedText')} /> : null}
      <Reading q={q} understood={understood} none={none} />
    </>
  );
};

const Reading = ({ q, understood, none }: { q: string; understood: Understood; none: string }) => {
  const { t } = useSay();
  const { corrected, exactly, exact, like, relaxed, synonyms } = understood;
  if (corrected) {
    const link = exact ? { href: exact.href, text: t('catalogue.exactCount', { n: exact.total }) } : undefined;
    return <Notice tone="info" lead={t('catalogue.searching', { query: corrected })} text={t('catalogue.typed', { typed: q })} link={link} />;
  }
  if (exactly && like) {
    return <Notice tone="info" lead={t('catalogue.searchingExactly', { query: q })} text={relaxed ? none : undefined} link={{ href: like.href, text: t('catalogue.like', { query: like.text, n: like.total }) }} />;
  }
  if (relaxed) return <Notice tone="info" lead={none} text={t('catalogue.relaxedText')} />;
  return synonyms.length ? <p class="meta">{t('catalogue.synonyms', { words: synonyms.join(', ') })}</p> : null;
};

/** The nearest searches that find something. */
export const Wider = ({ links }: { links: CountedLink[] }) => {
  const { t, count } = useSay();
  if (!links.length) return null;
  return (
    <nav aria-labelledby="wider-title" class="wider">
      <h3 id="wider-title">{t('catalogue.wider')}</h3>
      <ul>
        {links.map(({ text, href, total }) => <li key={href}><a href={href}>{text}</a> <span class="count">({count(total)})</span></li>)}
      </ul>
    </nav>
  );
};
