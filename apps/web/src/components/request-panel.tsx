import type { Moment } from '../i18n/formats.js';
import { useSay } from '../i18n/say.js';
import { type SummaryRow, SummaryList } from './offer-detail.js';
import type { RequestState } from './state-tag.js';

/** A request with what the reader may see; labels are in the language of the page. */
export interface RequestContent {
  id: string;
  slug: string;
  title: string;
  /** In one's own words. */
  need: string;
  organization: string | null;
  fields: { code: string; label: string }[];
  province: string | null;
  /** Null when not stated, undefined when not for this reader. */
  budgetMax?: number | null;
  trlMin: number | null;
  transferModes: string[];
  /** A day. */
  deadline: string | null;
  /** Whole days until the deadline; null without one or when it has passed. */
  daysLeft: number | null;
  quantities: { name: string; value: string; unit: string | null }[];
  publishedAt: Moment | null;
  state: RequestState;
  lang?: string;
}

/** The conditions of a request, each with its value. */
export const RequestConditions = ({ request }: { request: RequestContent }) => {
  const { t, money, date } = useSay();
  const rows: (SummaryRow | null)[] = [
    { label: t('request.organization'), value: request.organization ?? t('request.anonymous') },
    ...request.quantities.map(({ name, value, unit }) => ({ label: name, value: unit ? `${value}\u00a0${unit}` : value })),
    request.budgetMax === undefined
      ? null
      : {
          label: t('request.budgetLabel'),
          value: request.budgetMax === null ? t('request.noBudget') : t('price.upTo', { amount: money(request.budgetMax) }),
          note: t('request.budgetPrivate'),
        },
    request.trlMin === null ? null : { label: t('request.trlMin'), value: t('request.trlFrom', { n: request.trlMin }) },
    request.transferModes.length ? { label: t('offer.transferModes'), value: request.transferModes.join('; ') } : null,
    request.province ? { label: t('request.place'), value: request.province } : null,
    request.deadline ? { label: t('request.deadlineLabel'), value: date(request.deadline) } : null,
  ];
  return <SummaryList rows={rows.filter((row) => row !== null)} />;
};
