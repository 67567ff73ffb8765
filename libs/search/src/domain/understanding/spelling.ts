import { editDistance } from './edit-distance.js';
import type { Lexicon } from './lexicon.js';
import { decodeTelex, decodeVni } from './typing-keys.js';

/** What a typed word may have meant. `cost` grows with doubt, on the scale of −log probability. */
export interface Reading {
  /** One word, or two when it was typed without the blank. */
  words: string[];
  /** The accented form, when it is known exactly. */
  form: string | null;
  cost: number;
  how: 'typed' | 'keys' | 'split' | 'edit' | 'prefix';
}

export interface TypedWord {
  folded: string;
  form: string | null;
  /** Folded neighbours as typed. */
  before: string | null;
  after: string | null;
  /** The word may be cut: it is the last and no blank follows. */
  open: boolean;
}

/** Shorter words have too many neighbours: a slip is taken only when the catalogue has the result beside a neighbour. */
const ONE_EDIT_FROM = 4;
const SHORTEST = 2;
const TWO_EDITS_FROM = 8;
const MAX_COMPLETIONS = 15;
const MAX_EDITS_KEPT = 12;
const LONGEST_CORRECTED = 24;
const COST = { unknown: 12, keys: 1, keysOfKnown: 3.5, split: 2, edit: 2.5, doubtful: 4, otherFirstLetter: 0.7, sameMarks: -2.3, knownMarks: 1, prefix: 2 };

/** All readings of a typed word, the word itself first. Numbers and very long words are taken as they are. */
export function readingsOf(word: TypedWord, lexicon: Lexicon): Reading[] {
  const known = lexicon.df(word.folded) > 0;
  const typed: Reading = { words: [word.folded], form: word.form, cost: known ? 0 : COST.unknown, how: 'typed' };
  if (/^\d/.test(word.folded) || word.folded.length > LONGEST_CORRECTED) return [typed];
  const readings = [typed, ...keyReadings(word, known, lexicon), ...completions(word, known, lexicon)];
  if (!known) readings.push(...splits(word.folded, lexicon), ...edits(word, lexicon, COST.edit));
  else if (isDoubtful(word, lexicon)) readings.push(...edits(word, lexicon, doubtfulCost(word, lexicon)));
  return readings;
}

function keyReadings(word: TypedWord, known: boolean, lexicon: Lexicon): Reading[] {
  if (word.form !== null) return [];
  const cost = known ? COST.keysOfKnown : COST.keys;
  return [decodeTelex(word.folded), decodeVni(word.folded)].flatMap((keys) => {
    if (!keys || keys.folded === word.folded || lexicon.df(keys.folded) === 0) return [];
    const seen = lexicon.exactDf(keys.form) > 0;
    if (known && !seen) return [];
    return [{ words: [keys.folded], form: seen ? keys.form : null, cost: seen ? cost : cost + 1.5, how: 'keys' as const }];
  });
}

/** Only a pair that the catalogue knows side by side, else `metan` would become `me tan`. */
function splits(folded: string, lexicon: Lexicon): Reading[] {
  const found: Reading[] = [];
  for (let at = 2; at <= folded.length - 2; at++) {
    const words = [folded.slice(0, at), folded.slice(at)];
    if (lexicon.pairDf(words[0], words[1]) > 0) found.push({ words, form: null, cost: COST.split, how: 'split' });
  }
  return found;
}

function edits(word: TypedWord, lexicon: Lexicon, cost: number): Reading[] {
  const { folded } = word;
  if (folded.length < SHORTEST) return [];
  const digits = digitsOf(folded);
  const near = lexicon.near(folded, folded.length >= TWO_EDITS_FROM ? 2 : 1);
  return near
    .filter(({ term }) => term !== folded && digitsOf(term) === digits)
    .filter(({ term }) => folded.length >= ONE_EDIT_FROM || standsBeside(term, word, lexicon))
    .map(({ term, distance }): Reading => {
      const first = term[0] === folded[0] ? 0 : COST.otherFirstLetter;
      const marks = keepsMarks(word, term, lexicon) ? COST.sameMarks : 0;
      return { words: [term], form: null, cost: cost * distance + first + marks, how: 'edit' };
    })
    .sort((a, b) => a.cost - b.cost || lexicon.df(b.words[0]) - lexicon.df(a.words[0]))
    .slice(0, MAX_EDITS_KEPT);
}

/** Another number is another model: `pc400` is no slip of `pc200`. */
const digitsOf = (word: string): string => word.replace(/\D/g, '');

/** Marks that were typed survive most slips: `đồg` is nearer to `đồng` than to `đơn`. */
const keepsMarks = ({ form }: TypedWord, term: string, lexicon: Lexicon): boolean =>
  form !== null && lexicon.formsOf(term).some((known) => editDistance(form, known, 1) <= 1);

/** A known word is completed only when the catalogue never has it after the word before, but has the longer one. */
function completions({ folded, before, open }: TypedWord, known: boolean, lexicon: Lexicon): Reading[] {
  if (!open || folded.length < 2) return [];
  if (known && (before === null || lexicon.pairDf(before, folded) > 0)) return [];
  return lexicon
    .completions(folded, known ? 200 : MAX_COMPLETIONS * 4)
    .filter((term) => !known || lexicon.pairDf(before!, term) > 0)
    .slice(0, MAX_COMPLETIONS)
    .map((term) => ({
      words: [term],
      form: null,
      cost: COST.prefix + (known ? 2 : 0) + 0.2 * (term.length - folded.length),
      how: 'prefix' as const,
    }));
}

/** A known word that the catalogue has beside neither neighbour may be a slip (`mái sấy`). */
function isDoubtful(word: TypedWord, lexicon: Lexicon): boolean {
  if (word.folded.length < ONE_EDIT_FROM - 1 || (word.before === null && word.after === null)) return false;
  return !standsBeside(word.folded, word, lexicon);
}

/** An accented word that exists as typed is doubted less. */
const doubtfulCost = ({ form }: TypedWord, lexicon: Lexicon): number =>
  COST.doubtful + (form !== null && lexicon.exactDf(form) > 0 ? COST.knownMarks : 0);

const standsBeside = (term: string, { before, after }: TypedWord, lexicon: Lexicon): boolean =>
  (before !== null && lexicon.pairDf(before, term) > 0) || (after !== null && lexicon.pairDf(term, after) > 0);
