import type { Quantity } from '@app/platform';
import { commonPhrases } from './common-phrases.js';
import type { MatchPart, OfferFacts, PartName, PartParams, RequestFacts, WeightedTerm } from './match-facts.js';

/** Stored with every score: equal inputs under one rule version give equal scores. */
export const RULE_VERSION = 2;
/** Below this there is no match. */
export const FLOOR = 0.3;

const WEIGHTS: Record<PartName, number> = { text: 5, field: 2, transferMode: 1, price: 1.5, trl: 1, place: 0.5, quantities: 1.5 };
/** Without any word in common a match may not rest on its field and price alone. */
const MIN_TEXT_FIT = 0.15;
/** Half of the request's weight found in an offer is already a full fit: needs say more than offers. */
const FULL_TEXT_SHARE = 0.5;
const SHOWN_PHRASES = 4;
const FAR_OVER_BUDGET = 2;

export interface Scored {
  score: number;
  parts: MatchPart[];
  /** Whether there is a match. The budget has no say in this: a supplier sees whether there is one, and may not learn the budget. */
  passes: boolean;
  /** The one hard limit that hides a match from the request's side only. */
  beyondBudget: boolean;
}

const part = (name: PartName, kind: MatchPart['kind'], code: string, fit: number | null, params: PartParams = {}, hard = false): MatchPart => ({
  part: name, kind, code, params, hard, fit,
});

/** Scores an offer for a request in 0..1. Missing data is neutral and said; hard limits remove. Pure. */
export const scoreMatch = (request: RequestFacts, terms: WeightedTerm[], offer: OfferFacts): Scored => {
  const parts = [
    textPart(terms, offer),
    fieldPart(request, offer),
    modePart(request, offer),
    pricePart(request, offer),
    trlPart(request, offer),
    placePart(request, offer),
    ...quantityParts(request, offer),
  ].filter((p): p is MatchPart => p !== null);
  const score = scoreOf(parts);
  const text = parts.find((p) => p.part === 'text')!;
  const told = withoutBudget(parts);
  const passes = scoreOf(told) >= FLOOR && (text.fit ?? 0) >= MIN_TEXT_FIT && !told.some((p) => p.hard);
  // Only what is kept is put into words: that costs more than the score itself.
  if (passes) text.params = { terms: commonPhrases(request.texts, terms.filter(({ term }) => offer.terms.has(term)), SHOWN_PHRASES) };
  return { score, parts, passes, beyondBudget: parts.some((p) => p.part === 'price' && p.hard) };
};

/** What may be told to somebody who may not see the budget: not even whether there is one. */
export const withoutBudget = (parts: MatchPart[]): MatchPart[] => parts.filter((p) => p.part !== 'price');

/** What the parts that say something come to, by their weights. */
export const scoreOf = (parts: MatchPart[]): number => {
  let sum = 0;
  let weights = 0;
  for (const { part: name, fit } of parts) {
    if (fit === null) continue;
    sum += WEIGHTS[name] * fit;
    weights += WEIGHTS[name];
  }
  return weights === 0 ? 0 : Math.round((sum / weights) * 10_000) / 10_000;
};

const textPart = (terms: WeightedTerm[], offer: OfferFacts): MatchPart => {
  const total = terms.reduce((sum, t) => sum + t.weight, 0);
  const found = terms.filter((t) => offer.terms.has(t.term));
  const share = total === 0 ? 0 : found.reduce((sum, t) => sum + t.weight * (offer.titleTerms.has(t.term) ? 1 : 0.8), 0) / total;
  const fit = Math.min(1, share / FULL_TEXT_SHARE);
  if (found.length === 0) return part('text', 'whyNot', 'text.none', 0);
  return part('text', 'reason', 'text.common', round(fit));
};

const fieldPart = (request: RequestFacts, offer: OfferFacts): MatchPart | null => {
  if (request.fields.length === 0) return null;
  if (offer.fields.length === 0) return part('field', 'unknown', 'field.unknown', null);
  const common = request.fields.filter((field) => offer.fields.includes(field));
  if (common.length === 0) return part('field', 'whyNot', 'field.other', 0, { fields: offer.fields });
  return part('field', 'reason', 'field.same', 1, { fields: common });
};

const modePart = (request: RequestFacts, offer: OfferFacts): MatchPart | null => {
  if (request.transferModes.length === 0) return null;
  if (offer.transferModes.length === 0) return part('transferMode', 'unknown', 'transferMode.unknown', null);
  const common = request.transferModes.filter((mode) => offer.transferModes.includes(mode));
  if (common.length === 0) return part('transferMode', 'whyNot', 'transferMode.other', 0, { transferModes: offer.transferModes });
  return part('transferMode', 'reason', 'transferMode.same', 1, { transferModes: common });
};

const pricePart = (request: RequestFacts, offer: OfferFacts): MatchPart | null => {
  const budget = request.budgetMax;
  if (budget === null) return null;
  const min = offer.price?.min ?? offer.price?.max ?? null;
  if (min === null) return part('price', 'unknown', 'price.unknown', null);
  const params = { min, ...(offer.price?.max != null ? { max: offer.price.max } : {}), budget };
  if (min <= budget) return part('price', 'reason', 'price.within', 1, params);
  if (min > budget * FAR_OVER_BUDGET) return part('price', 'whyNot', 'price.far_over', 0, params, true);
  return part('price', 'whyNot', 'price.over', round(Math.max(0, 1 - (min - budget) / budget)), params);
};

const trlPart = (request: RequestFacts, offer: OfferFacts): MatchPart | null => {
  if (request.trlMin === null) return null;
  if (offer.trl === null) return part('trl', 'unknown', 'trl.unknown', null);
  const params = { trl: offer.trl, trlMin: request.trlMin };
  if (offer.trl >= request.trlMin) return part('trl', 'reason', 'trl.enough', 1, params);
  const short = request.trlMin - offer.trl;
  return part('trl', 'whyNot', 'trl.low', short === 1 ? 0.4 : 0, params, short > 2);
};

const placePart = (request: RequestFacts, offer: OfferFacts): MatchPart | null => {
  if (request.province === null || offer.province === null) return null;
  if (request.province === offer.province) return part('place', 'reason', 'place.same', 1, { province: offer.province });
  return part('place', 'whyNot', 'place.other', 0.5, { province: offer.province });
};

const quantityParts = (request: RequestFacts, offer: OfferFacts): MatchPart[] =>
  request.quantities.flatMap((wanted) => {
    if (wanted.dimension === null) return [];
    const given = offer.quantities.filter((q) => q.dimension === wanted.dimension);
    const params = { name: wanted.label, wanted: shown(wanted) };
    if (given.length === 0) return [part('quantities', 'unknown', 'quantities.unknown', null, params)];
    const best = given.map((q) => ({ q, fit: overlap(wanted, q) })).reduce((a, b) => (b.fit > a.fit ? b : a));
    const all = { ...params, given: shown(best.q) };
    return [best.fit >= 0.99 ? part('quantities', 'reason', 'quantities.fit', 1, all) : part('quantities', 'whyNot', 'quantities.off', round(best.fit), all)];
  });

const shown = (q: Quantity): string => `${q.raw} ${q.unit ?? ''}`.trim();

/** 1 where the ranges meet, falling with the ratio between them: twice too small or too big is 0.5. */
const overlap = (wanted: Quantity, given: Quantity): number => {
  const [wantedLow, wantedHigh] = [wanted.canonicalMin ?? 0, wanted.canonicalMax ?? Infinity];
  const [givenLow, givenHigh] = [given.canonicalMin ?? 0, given.canonicalMax ?? Infinity];
  if (givenHigh >= wantedLow && givenLow <= wantedHigh) return 1;
  const [small, big] = givenHigh < wantedLow ? [givenHigh, wantedLow] : [wantedHigh, givenLow];
  return big === 0 ? 0 : Math.max(0, Math.min(1, small / big));
};

const round = (fit: number): number => Math.round(fit * 10_000) / 10_000;
