import { editDistance } from './edit-distance.js';
import { formsIn } from './english-forms.js';
import { isEnglish } from './english-words.js';
import { splits } from './glued-words.js';
import type { Lexicon } from './lexicon.js';
import type { Meant } from './meant-words.js';
import { isBareSyllable, isSyllable } from './syllables.js';
import { decodeTelex, decodeVni } from './typing-keys.js';

/** What a typed word may have meant. `cost` grows with doubt, on the scale of −log probability. */
export interface Reading {
  /** One word, or several when they were typed without blanks. */
  words: string[];
  /** The accented form, when it is known exactly. */
  form: string | null;
  cost: number;
  how: 'typed' | 'keys' | 'split' | 'edit' | 'prefix' | 'form';
  /** A slip that is looked for behind a word that the catalogue has where it stands. */
  guess?: boolean;
}

export interface TypedWord {
  folded: string;
  /** As typed, without marks; differs from `folded` by i/y (`my`, `mi`). */
  raw: string;
  form: string | null;
  /** What capitals and digits part it in, folded; itself when nothing does. */
  parts: readonly string[];
  /** What the neighbours may be, folded, as typed first; empty at the ends. */
  before: readonly string[];
  after: readonly string[];
  /** The word may be cut: it is the last and no blank follows. */
  open: boolean;
  /** Written as names are: with a capital where the query has small letters too, or beside words in another script. */
  name: boolean;
  /** The query is typed with its marks, so that a word without any is meant so. */
  amongMarks: boolean;
  /** Other words of the query are raw keys of an input method. */
  amongKeys: boolean;
  meant: Meant;
  doubted: Doubt;
}

/**
 * When nothing was clearly found by the likely readings, also what fits as typed may be a slip, and any last word cut: in what is `added` to offers that
 * have all words. Where no offer has them and the doubted reading stands `instead`, words in marks that the catalogue has are meant.
 */
export type Doubt = 'none' | 'added' | 'instead';

/** Shorter words have too many neighbours: a slip costs more unless the catalogue has the result beside a neighbour. */
const ONE_EDIT_FROM = 4;
const SHORTEST = 2;
const TWO_EDITS_FROM = 8;
const MAX_COMPLETIONS = 15;
const MAX_EDITS_KEPT = 12;
/** Longer words are not corrected. */
export const LONGEST_CORRECTED = 24;
/** The longer a word is beyond this, the likelier it is several. */
const LONGEST_SYLLABLE = 8;
const LONGEST_NAME = 12;
const LONGEST_GLUED = 60;
/** Shorter parts of a word are met by chance: `VietGAP` is neither `viet` nor `gap`. */
const LONG_PART = /^[a-z]{5,}$/;
const COST = {
  unknown: 12, unknownShort: 8, unknownSyllable: 1, unknownName: 1, unknownForeign: 4, unknownLetter: 1.5, form: 0.5, parted: 0.5, keys: 1, keysOfKnown: 3.5, keysNearly: 4,
  edit: 2.5, editAlone: 1.5, editTwiceAlone: 8, editUnfit: 6, editSyllable: 30, editName: 30, editForeign: 30, editMeant: 30, doubtful: 3, otherFirstLetter: 0.7, sameMarks: -2.3, knownMarks: 9, prefix: 2, prefixOfKnown: 2, prefixOfWhole: 4, strange: 1.5, oneSided: 2,
};

/** All readings of a typed word, the word itself first. Numbers, very long words and those with foreign marks are taken as they are. */
export function readingsOf(word: TypedWord, lexicon: Lexicon): Reading[] {
  const known = lexicon.df(word.folded) > 0;
  const strange = known && isStrange(word, lexicon);
  const forms = known ? [] : formReadings(word, lexicon);
  const ends = completions(word, known && !strange, lexicon);
  const isSure = word.meant === 'surely' && word.doubted === 'none';
  const isReplaced = forms.length > 0 || (word.meant === 'surely' && ends.length > 0);
  const cost = known ? (strange ? COST.strange : 0) : isReplaced ? COST.unknown : unknownCost(word);
  const typed: Reading = { words: [word.folded], form: word.form, cost, how: 'typed' };
  if (/^\d/.test(word.folded) || word.folded.length > LONGEST_GLUED || isForeign(word)) return [typed];
  const keys = isSure ? [] : keyReadings(word, known, lexicon);
  // Raw keys end in digits, too.
  const parted = known || keys.length > 0 ? [] : partedReading(word, lexicon);
  if (word.name && !known) return [typed, ...parted, ...forms, ...ends, ...(isWhole(word) || isSure ? [] : splits(word.folded, word, lexicon)), ...edits(word, lexicon, COST.edit + COST.editName), ...nearCompletions(word, lexicon)];
  const readings = [typed, ...parted, ...forms, ...keys, ...ends];
  const isMeant = isSure || (forms.length > 0 && word.doubted === 'none');
  if (!known && !isMeant) readings.push(...splits(word.folded, word, lexicon));
  if (word.folded.length > LONGEST_CORRECTED) return readings;
  if (!known) readings.push(...edits(word, lexicon, COST.edit + (isMeant ? COST.editMeant : doubtOfSlip(word))), ...nearCompletions(word, lexicon));
  else if (word.doubted !== 'none') readings.push(...doubtedSlips(word, lexicon));
  else if (strange || isDoubtful(word, lexicon)) readings.push(...edits(word, lexicon, doubtfulCost(word, lexicon)));
  else if (fitsOneSideOnly(word, lexicon)) readings.push(...edits(word, lexicon, doubtfulCost(word, lexicon) + COST.oneSided).filter(({ words: [term] }) => fitsBoth(term, word, lexicon)));
  return readings;
}

function doubtedSlips(word: TypedWord, lexicon: Lexicon): Reading[] {
  if (word.doubted === 'instead' && word.form !== null && lexicon.exactDf(word.form) > 0) return [];
  return edits(word, lexicon, COST.doubtful)
    .filter(({ words: [term] }) => standsBeside(term, word, lexicon))
    .map((reading) => ({ ...reading, guess: true }));
}

/**
 * Whether no slip is looked for behind a word: its readings are then itself, its keys and its completions. Stays true with
 * more neighbours to choose from than were given, and when the query turns out not to be typed with its marks.
 */
export const isSettled = (word: TypedWord, lexicon: Lexicon): boolean =>
  lexicon.df(word.folded) > 0 && !isStrange(word, lexicon) && !isDoubtful(word, lexicon) && !fitsOneSideOnly(word, lexicon);

/** What the catalogue has of an English word that it lacks: likelier than the word that finds nothing, and no correction. */
const formReadings = ({ folded, form }: TypedWord, lexicon: Lexicon): Reading[] =>
  form === null ? formsIn(lexicon, folded).map((other) => ({ words: [other], form: null, cost: COST.form, how: 'form' })) : [];

/** Words that capitals or digits part, where the catalogue has each beside another of them, or it is too long to be met by chance. */
function partedReading({ parts }: TypedWord, lexicon: Lexicon): Reading[] {
  const isBeside = (at: number): boolean => [at - 1, at].some((left) => left >= 0 && left + 1 < parts.length && lexicon.pairDf(parts[left], parts[left + 1]) > 0);
  const isMeant = (part: string, at: number): boolean => lexicon.df(part) > 0 && (isBeside(at) || LONG_PART.test(part));
  return parts.length > 1 && parts.every(isMeant) ? [{ words: [...parts], form: null, cost: COST.parted, how: 'split' }] : [];
}

/** A name within a text that is typed with care; at its beginning the capital may be the sentence's. */
const isWhole = ({ amongMarks, before }: TypedWord): boolean => amongMarks && before.length > 0;

/** Letters and marks of both languages; no slip makes others. */
const OWN = /^[a-z0-9đ~\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323]*$/;
const isForeign = ({ form }: TypedWord): boolean => form !== null && !OWN.test(form.normalize('NFD'));

/** A known word in accents that the catalogue never gives it, also none where the query has them. A tone may be missing. */
function isStrange({ folded, form, amongMarks }: TypedWord, lexicon: Lexicon): boolean {
  if (form === null) return amongMarks && isSyllable(folded) && lexicon.exactDf(folded) === 0;
  return lexicon.exactDf(form) === 0 && !lexicon.formsOf(folded).some((known) => known.split('~')[0] === form);
}

/**
 * A word that is well formed, or written like a name, may be meant though the catalogue lacks it; so may one of another language
 * among words that have their marks, of which most slips leave some.
 */
function unknownCost(word: TypedWord): number {
  if (word.meant === 'surely') return COST.unknownSyllable;
  // Few names are longer than the longest syllable by half: words that were typed as one with a capital.
  if (word.name) return COST.unknownName + COST.unknownLetter * Math.max(0, word.folded.length - LONGEST_NAME);
  if (isWellFormed(word)) return COST.unknownSyllable;
  if (word.meant === 'perhaps' || (word.amongMarks && word.form === null)) return COST.unknownForeign;
  const { length } = word.folded;
  if (length < ONE_EDIT_FROM) return COST.unknownShort;
  return COST.unknown + COST.unknownLetter * Math.max(0, length - LONGEST_SYLLABLE);
}

const doubtOfSlip = (word: TypedWord): number => (isWellFormed(word) && word.doubted === 'none' ? COST.editSyllable : 0);

/** Without accents nearly everything looks like some syllable, so it counts only in a query that is typed with them. */
const isWellFormed = (word: TypedWord): boolean => {
  const form = meantForm(word);
  return form !== null && isSyllable(form);
};

/** The form that was certainly meant: typed marks, or none among words that have them. */
const meantForm = ({ form, folded, amongMarks }: TypedWord): string | null => form ?? (amongMarks ? folded : null);

function keyReadings(word: TypedWord, known: boolean, lexicon: Lexicon): Reading[] {
  if (word.form !== null) return [];
  const cost = known ? COST.keysOfKnown : COST.keys;
  const decoded = [decodeTelex(word.folded), decodeVni(word.folded)].flatMap((keys) => {
    if (!keys || keys.folded === word.folded || lexicon.df(keys.folded) === 0) return [];
    const seen = lexicon.exactDf(keys.form) > 0;
    // Where the catalogue has the word in no marks at all, nothing says that any were meant.
    if (!seen && (known || !lexicon.formsOf(keys.folded).some((form) => form !== keys.folded))) return [];
    return [{ words: [keys.folded], form: seen ? keys.form : null, cost: seen ? cost : cost + 1.5, how: 'keys' as const }];
  });
  return decoded.length > 0 || known || !word.amongKeys ? decoded : nearlyKeys(word, lexicon);
}

/** Raw keys with a slip: nearest to the keys of words that the catalogue has. */
const nearlyKeys = ({ folded }: TypedWord, lexicon: Lexicon): Reading[] =>
  lexicon
    .nearKeys(folded)
    .map(({ folded: word, form }): Reading => ({ words: [word], form, cost: COST.keysNearly, how: 'keys' }))
    .sort((a, b) => lexicon.df(b.words[0]) - lexicon.df(a.words[0]))
    .slice(0, MAX_EDITS_KEPT);

function edits(word: TypedWord, lexicon: Lexicon, cost: number): Reading[] {
  const { folded } = word;
  // `pc400` is no slip of `pc200`, nor of anything else.
  if (folded.length < SHORTEST || !/^[a-z]+$/.test(folded)) return [];
  const known = lexicon.df(folded) > 0;
  const inContext = [...word.before, ...word.after].some((neighbour) => lexicon.df(neighbour) > 0);
  return nearest(word, lexicon)
    .filter(({ term }) => term !== folded && !/\d/.test(term))
    .map(({ term, distance }) => ({ term, distance, beside: standsBeside(term, word, lexicon) }))
    .filter(({ beside }) => beside || !known || folded.length >= ONE_EDIT_FROM)
    .map(({ term, distance, beside }): Reading & { beside: boolean } => {
      const first = term[0] === folded[0] ? 0 : COST.otherFirstLetter;
      const alone = beside ? 0 : inContext ? COST.editUnfit : distance > 1 ? COST.editTwiceAlone : folded.length < ONE_EDIT_FROM ? COST.editAlone : 0;
      const marks = isWellFormed(word) && word.doubted === 'none' && !(known && isStrange(word, lexicon)) ? 0 : keepsMarks(word, term, lexicon) ? COST.sameMarks : 0;
      // Among Vietnamese words an English one may be a slip of one of these: `dien mat trio`. Nothing is one of an abbreviation by itself.
      const foreign = word.doubted === 'none' && (word.meant === 'perhaps' ? !isBareSyllable(term) : !beside && isAbbreviation(term)) ? COST.editForeign : 0;
      return { words: [term], form: null, cost: cost * distance + first + alone + marks + foreign, how: 'edit', beside };
    })
    .sort((a, b) => Number(b.beside) - Number(a.beside) || a.cost - b.cost || lexicon.df(b.words[0]) - lexicon.df(a.words[0]))
    .slice(0, MAX_EDITS_KEPT);
}

/** Few letters that make no word: `ufm`. */
const isAbbreviation = (term: string): boolean => term.length < ONE_EDIT_FROM && !isBareSyllable(term) && !isEnglish(term);

/** How many edits of a word may have been meant. */
export const distanceFor = (folded: string): number => (folded.length >= TWO_EDITS_FROM ? 2 : 1);

function nearest({ folded, raw }: TypedWord, lexicon: Lexicon): { term: string; distance: number }[] {
  const distance = distanceFor(folded);
  const near = lexicon.near(folded, distance);
  return raw === folded ? near : [...near, ...lexicon.near(raw, distance)];
}

/** Marks that were typed survive most slips: `đồg` is nearer to `đồng` than to `đơn`. */
const keepsMarks = ({ form }: TypedWord, term: string, lexicon: Lexicon): boolean =>
  form !== null && lexicon.formsOf(term).some((known) => editDistance(form, known, 1) <= 1);

/** A known word is completed only by longer ones that the catalogue has after the word before. */
function completions({ folded, form, before, open, doubted }: TypedWord, known: boolean, lexicon: Lexicon): Reading[] {
  if (!open || folded.length < 2) return [];
  const follows = (term: string): boolean => before.some((word) => lexicon.pairDf(word, term) > 0);
  if (known && before.length === 0) return [];
  const whole = known && doubted === 'none' && lexicon.pairDf(before[0], folded) > 0;
  return lexicon
    .completions(folded, known ? 200 : MAX_COMPLETIONS * 4)
    .filter((term) => !known || follows(term))
    .slice(0, MAX_COMPLETIONS)
    .map((term) => ({
      words: [term],
      form: null,
      cost: COST.prefix + (whole ? COST.prefixOfWhole : known ? COST.prefixOfKnown : 0) + 0.2 * (term.length - folded.length) + (form !== null && beginsAs(form, term, lexicon) ? COST.sameMarks : 0),
      how: 'prefix' as const,
    }));
}

/** Where nothing is found, a word that the catalogue lacks may be cut and have a slip, too (`mobte` for `mobiter`). */
function nearCompletions(word: TypedWord, lexicon: Lexicon): Reading[] {
  const { folded, open, doubted } = word;
  if (!open || doubted !== 'instead' || folded.length < ONE_EDIT_FROM || !/^[a-z]+$/.test(folded)) return [];
  return lexicon
    .nearCompletions(folded)
    .map((term) => ({ term, beside: standsBeside(term, word, lexicon) }))
    .sort((a, b) => Number(b.beside) - Number(a.beside) || a.term.length - b.term.length || lexicon.df(b.term) - lexicon.df(a.term))
    .slice(0, MAX_COMPLETIONS)
    .map(({ term, beside }) => ({ words: [term], form: null, cost: COST.edit + COST.prefix + (beside ? 0 : COST.editUnfit) + 0.2 * (term.length - folded.length), how: 'prefix' as const, guess: true }));
}

/** Whether a longer word can be written with the marks that were typed so far. */
function beginsAs(form: string, term: string, lexicon: Lexicon): boolean {
  const [letters, tone = ''] = form.split('~');
  return lexicon.formsOf(term).some((known) => known.startsWith(letters) && (known.split('~')[1] ?? '') === tone);
}

/** A name, or an abbreviation: three letters without a vowel are hardly a slip (`cnc`, `pcr`), two may be a syllable that lost it. */
const isTaken = ({ name, folded }: TypedWord): boolean => name || /^[^aeiouy]{3,}$/.test(folded);

/** A known word that the catalogue has beside neither neighbour may be a slip (`mái sấy`). */
function isDoubtful(word: TypedWord, lexicon: Lexicon): boolean {
  if (isTaken(word) || (word.before.length === 0 && word.after.length === 0)) return false;
  return !standsBeside(word.folded, word, lexicon);
}

/** A known word that fits on one side only gives way to a near one that fits on both (`he thong thu canh`). */
const fitsOneSideOnly = (word: TypedWord, lexicon: Lexicon): boolean =>
  !isTaken(word) && word.before.length > 0 && word.after.length > 0 && !fitsBoth(word.folded, word, lexicon);

const fitsBoth = (term: string, { before, after }: TypedWord, lexicon: Lexicon): boolean =>
  before.some((word) => lexicon.pairDf(word, term) > 0) && after.some((word) => lexicon.pairDf(term, word) > 0);

/** An accented word that exists as typed, or is well formed, is doubted less. */
function doubtfulCost(word: TypedWord, lexicon: Lexicon): number {
  const form = meantForm(word);
  const meant = word.meant === 'surely' || (form !== null && (lexicon.exactDf(form) > 0 || isSyllable(form)));
  return COST.doubtful + (meant ? COST.knownMarks : 0);
}

const standsBeside = (term: string, { before, after }: TypedWord, lexicon: Lexicon): boolean =>
  before.some((word) => lexicon.pairDf(word, term) > 0) || after.some((word) => lexicon.pairDf(term, word) > 0);

/** What a word may be at first sight, for its neighbours to be judged by: itself where it fits them, else what is near. */
export function firstSightOf(word: string, before: string, after: string, lexicon: Lexicon): string[] {
  const fits = lexicon.pairDf(before, word) > 0 || lexicon.pairDf(word, after) > 0;
  if (fits || !/^[a-z]+$/.test(word) || word.length > LONGEST_CORRECTED) return [word];
  const keys = decodeTelex(word) ?? decodeVni(word);
  const near = lexicon.near(word, 1).map(({ term }) => term).sort((a, b) => lexicon.df(b) - lexicon.df(a));
  return [word, ...(keys ? [keys.folded] : []), ...near.slice(0, MAX_EDITS_KEPT)];
}
