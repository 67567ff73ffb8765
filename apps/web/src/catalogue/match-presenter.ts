import type { MatchView as FloorMatch } from '@app/matching';
import type { WhyNot } from '../components/fit.js';
import type { MatchView, RequestMatchView } from '../components/match-item.js';
import type { OfferCard } from '../components/offer-row.js';

/** What is not said is unknown, not unfit; the codes of the parts say which. */
const whyNotsOf = ({ whyNots }: FloorMatch): WhyNot[] =>
  whyNots.map(({ text, hard, code }) => ({ text, hard, unknown: /\.(unknown|compared)$/.test(code) }));

/** A match as the request's side sees it. */
export const matchOf = (match: FloorMatch, offer: OfferCard): MatchView => ({
  id: match.id, score: match.score, state: match.state, offer, reasons: match.reasons.map(({ text }) => ({ text })), whyNots: whyNotsOf(match),
});

/** A match as the offer's side sees it. */
export const requestMatchOf = (match: FloorMatch, provinceOf: (code: string) => string): RequestMatchView[] => {
  const { request } = match;
  if (!request) return [];
  const { slug, title, organization, province } = request;
  return [{
    id: match.id, score: match.score, state: match.state, reasons: match.reasons.map(({ text }) => ({ text })), whyNots: whyNotsOf(match),
    request: { slug, title, organization: organization?.name ?? null, province: province && provinceOf(province) },
  }];
};
