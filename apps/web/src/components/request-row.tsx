import { type Say, useSay } from '../i18n/say.js';
import type { Moment } from '../i18n/formats.js';
import { Highlight } from './highlight.js';
import { Tag, Tags } from './tags.js';

/** A request as public lists show it. */
export interface RequestCard {
  slug: string;
  title: string;
  /** With `<mark>`, everything else escaped; see `Highlight`. */
  titleHighlighted?: string;
  /** A part of the need, likewise. */
  needHighlighted?: string;
  /** Null when the organization does not want to be named. */
  organization: string | null;
  province: string | null;
  /** Whole VND; null when not stated or not for this reader. */
  budgetMax: number | null;
  /** The reader may see budgets, so a missing one is worth saying. */
  budgetKnown?: boolean;
  deadline: Moment | null;
  /** Offers that fit; null when not counted for this reader. */
  matchCount: number | null;
  fields: { code: string; label: string }[];
  lang?: string;
}

const lineOf = ({ t, money, date }: Say, request: RequestCard): string =>
  [
    request.organization ?? t('request.anonymous'),
    request.province,
    request.budgetMax !== null ? t('request.budget', { amount: money(request.budgetMax) }) : request.budgetKnown ? t('request.noBudget') : null,
    request.deadline !== null ? t('request.deadline', { date: date(request.deadline) }) : null,
  ]
    .filter(Boolean)
    .join(' · ');

/** `heading` is `h2` where the list stands right below the main heading. */
export const RequestRow = ({ request, heading: Heading = 'h3' }: { request: RequestCard; heading?: 'h2' | 'h3' }) => {
  const say = useSay();
  const [field] = request.fields;
  return (
    <li class="row request-row">
      <Tags>
        {request.matchCount !== null ? (
          <Tag tone={request.matchCount ? 'silt' : 'rice'}>{say.t('request.matches', { n: request.matchCount })}</Tag>
        ) : null}
        {field ? <Tag>{field.label}</Tag> : null}
      </Tags>
      <Heading lang={request.lang}><a href={say.path('request', { slug: request.slug })}>{request.titleHighlighted ? <Highlight text={request.titleHighlighted} /> : request.title}</a></Heading>
      {request.needHighlighted ? <p class="row-summary" lang={request.lang}><Highlight text={request.needHighlighted} /></p> : null}
      <p class="meta">{lineOf(say, request)}</p>
    </li>
  );
};
