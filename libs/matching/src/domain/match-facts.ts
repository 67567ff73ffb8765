import type { Quantity } from '@app/platform';

/** What is known of a request when it is compared. `titleTerms` and `needTerms` are analysed as the index analyses text. */
export interface RequestFacts {
  titleTerms: string[];
  needTerms: string[];
  /** Title and need as written, for saying what was found. */
  texts: string[];
  fields: string[];
  province: string | null;
  budgetMax: number | null;
  trlMin: number | null;
  transferModes: string[];
  quantities: Quantity[];
}

/** What is known of an offer when it is compared; only what every visitor may see. */
export interface OfferFacts {
  terms: ReadonlySet<string>;
  titleTerms: ReadonlySet<string>;
  fields: string[];
  province: string | null;
  trl: number | null;
  transferModes: string[];
  price: { kind: string | null; min: number | null; max: number | null } | null;
  quantities: Quantity[];
}

/** How rare words are in the catalogue. */
export interface TermStatistics {
  documents: number;
  df(term: string): number;
}

export interface WeightedTerm {
  term: string;
  weight: number;
}

export type PartName = 'text' | 'field' | 'transferMode' | 'price' | 'trl' | 'place' | 'quantities';
export type PartParams = Record<string, string | number | string[]>;

/** One reason for or against; rendered for the viewer in his language. */
export interface MatchPart {
  part: PartName;
  /** `reason` speaks for the match, `whyNot` against it, `unknown` says that data is missing. */
  kind: 'reason' | 'whyNot' | 'unknown';
  code: string;
  params: PartParams;
  /** A hard limit removes the match. */
  hard: boolean;
  /** 0..1, how well this part fits; null where it says nothing. */
  fit: number | null;
}
