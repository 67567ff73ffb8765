/** The catalogue's own vocabulary, as spelling correction needs it. Words are folded terms; counts are live documents. */
export interface Lexicon {
  readonly documents: number;
  df(term: string): number;
  pairDf(first: string, second: string): number;
  /** Documents that hold this accented form (`exactForm`). */
  exactDf(form: string): number;
  /** Accented forms of a folded word that live documents hold. */
  formsOf(term: string): string[];
  /** Known words within so many edits, neighbours swapped counting as one. */
  near(term: string, distance: number): { term: string; distance: number }[];
  /** Accented words whose Telex keys are within one slip of these. */
  nearKeys(keys: string): { folded: string; form: string }[];
  /** Longer known words that begin so, the most frequent first. */
  completions(prefix: string, limit: number): string[];
  /** Known words of letters that begin so but for one edit, and are longer than what they begin with. */
  nearCompletions(prefix: string): string[];
  /** How the catalogue most often writes a folded word, preferring the tone of `likeForm`. */
  spelling(folded: string, likeForm: string): string;
}
