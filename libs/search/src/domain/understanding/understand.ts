import { exactForm, fold, hasMarks, nfc, term, tokens, type Token } from '@app/platform/kernel/fold.js';
import { formsIn } from './english-forms.js';
import { headAmong } from './english-heads.js';
import { joinWords, markedParts, partedOf } from './joined-words.js';
import type { Lexicon } from './lexicon.js';
import { likelyPath, type Position, withRivals } from './likely-path.js';
import { isShouted, meantAmong } from './meant-words.js';
import { type Opening, openingsOf, subjectOf } from './openings.js';
import { isOfPrice, type PriceRange, priceRange } from './price-range.js';
import { type QuantityTerm, quantityTerms } from './quantity-terms.js';
import { ReadingMemory } from './reading-memory.js';
import type { Doubt, Reading } from './spelling.js';
import { stopWords } from './stop-words.js';
import { decodeTelex } from './typing-keys.js';
import { isBareSyllable, isSyllable } from './syllables.js';
import { withShares } from './bound-words.js';
import { Synonyms, type Synonym, type SynonymHit } from './synonyms.js';

/** One way to satisfy a group: consecutive folded words, or one accented form when `form` is given. */
export interface Alternative {
  words: string[];
  form: string | null;
  /** 0..1; the main alternative has 1. */
  weight: number;
  /** As good as what was typed: offers found by it are not put behind exact ones. */
  equal: boolean;
  /** Looked for in doubt: an offer may have few words only so. */
  guess?: boolean;
}

/** One thing that an offer must have; the first alternative is the main one. Empty when the word is unknown. */
export interface QueryGroup {
  alternatives: Alternative[];
  /** The accented form that was typed: offers that have it come first. */
  preferredForm: string | null;
  /** The word as it is likely meant: without marks among words that have theirs (`heo` is hardly `héo`), in those of a name of several words where none are typed. Offers that have it so gain. */
  likelyForm: string | null;
  /** Whether an offer must have it; a mere guess at an unknown word only helps. */
  required: boolean;
  /** 0..1: how much of its weight counts where not all words are found. Words that the catalogue has side by side tell each other's part. */
  share: number;
}

export interface WordPair {
  first: string;
  second: string;
  weight: number;
}

/** Neighbouring words that the catalogue has side by side; an offer that has one of a place's pairs gains once. */
export interface PlacePairs {
  /** The groups of the two words; null for function words and what was said before. */
  groups: [number | null, number | null];
  /** The likeliest first. */
  pairs: WordPair[];
}

export interface UnderstoodQuery {
  query: string;
  corrected: string;
  groups: QueryGroup[];
  pairs: PlacePairs[];
  /** Words that need not be found, but are better found than not. */
  extras: string[];
  /** What the query is about, as corrected and by other names, in one or two words; titles that are about the same gain. */
  openings: Opening[];
  /** The groups of the two words that say what the query is about, if it says more. */
  subject: number[];
  synonyms: string[][];
  highlight: string[];
  /** Limits of the price that the query names; they filter, and their words are not looked for. */
  price: PriceRange | null;
}

/** Words beyond this many, and characters beyond `MAX_LENGTH`, are not looked at. */
const MAX_WORDS = 40;
const MAX_LENGTH = 1000;
const SYNONYM_WEIGHT = 0.8;
const FORM_WEIGHT = 0.8;
const MOST_PAIRS = 8;
const LONG_QUERY = 5;

const defaultSynonyms = new Synonyms();

/**
 * Reads a query against the catalogue's vocabulary. `exact` takes every word as typed. `doubt`, for a query that finds no
 * offer clearly, adds what each word may have been meant as though it fits as typed; what is told of corrections stays the same.
 * Whoever reads many queries, or one twice, gives the memory.
 */
export function understand(q: string, lexicon: Lexicon, exact: boolean, synonyms = defaultSynonyms, memory = new ReadingMemory(lexicon), doubt: Doubt = 'none'): UnderstoodQuery {
  const { query, price, words: typed, open } = wordsOf(q, exact);
  const { words, joins } = exact ? { words: typed, joins: [] } : joinWords(typed, query, lexicon);
  const stops = stopsOf(words, lexicon, doubt !== 'none');
  const read = (doubted: Doubt): Position[] => likelyPath(latticeOf(words, stops, open, lexicon, synonyms, memory, doubted), lexicon, doubted !== 'none');
  const likely = exact ? words.map((word) => ({ chosen: typedReading(word), others: [] })) : read('none');
  const rivalled = doubt !== 'none' && !exact ? withRivals(likely, read(doubt)) : likely;
  const places = exact ? rivalled : rivalled.map((place, at) => withSpellings(withForms(place, lexicon), words[at], [joins[at - 1], joins[at]], lexicon));
  const measures = exact ? [] : quantityTerms(query).filter(({ term: name }) => lexicon.df(name) > 0);
  const path = places.flatMap(partsOf);
  const spots = places.flatMap((place, at) => partsOf(place).map((position) => spotOf(position, stops[at], words[at], measures)));
  const named = exact ? [] : synonyms.find(path.map(({ chosen }) => ({ folded: chosen.words.join(' '), form: chosen.form })), lexicon);
  // A name of several words within a phrase that says nothing says nothing either; one word may be a name in spite of it.
  const hits = named.filter(({ start, length }) => length === 1 || spots.slice(start, start + length).some(({ stop }) => !stop));
  const amongMarks = isAccented(words, lexicon);
  const { groups: apart, groupAt } = groupsOf(spots, path, hits, amongMarks, lexicon);
  const silent = spots.map(({ stop }) => stop);
  const subject = subjectOf(path, silent, headOf(words, query, places), amongMarks, lexicon);
  const groups = withShares(apart, groupAt, subject, lexicon);
  return {
    query,
    corrected: correctedText(query, words, places, lexicon),
    groups,
    pairs: pairsOf(path, groupAt, lexicon),
    extras: path.flatMap(({ chosen }, at) => (spots[at].stop ? chosen.words.filter((word) => lexicon.df(word) > 0) : [])),
    openings: openingsOf(path, hits, subject),
    subject: groupsAt(subject.named, groupAt),
    synonyms: hits.map((hit) => hit.names),
    highlight: [...new Set(groups.flatMap((group) => group.alternatives.map(({ words: run }) => run.join(' '))))].filter((run) => !run.startsWith('#')),
    price,
  };
}

/** The groups of these places; none unless each has one of its own. */
function groupsAt(places: readonly number[], groupAt: readonly (number | null)[]): number[] {
  const groups = places.flatMap((at) => groupAt[at] ?? []);
  return groups.length === places.length ? groups : [];
}

/** What is typed: the words to look for, the limits of the price that it names, and whether the last word may be cut. */
export function wordsOf(q: string, exact: boolean): { query: string; price: PriceRange | null; words: Token[]; open: boolean } {
  const query = nfc(q.slice(0, MAX_LENGTH)).trim();
  const price = exact ? null : priceRange(query);
  const words = joinThousands(tokens(query), query).filter(({ start }) => !isOfPrice(price, start)).slice(0, MAX_WORDS);
  return { query, price, words, open: !/\s$/.test(q) && words.at(-1)?.end === query.length };
}

/** `1 000 kg` is a thousand, written as many write it. */
function joinThousands(words: readonly Token[], query: string): Token[] {
  const joined: Token[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    const continues = before && /^\d{3}$/.test(word.text) && /^\d{1,3}(\.\d{3})*$/.test(before.text) && query.slice(before.end, word.start) === ' ';
    if (continues) joined[joined.length - 1] = { text: `${before.text}.${word.text}`, start: before.start, end: word.end };
    else joined.push(word);
  }
  return joined;
}

/** Words that were typed as one are words of their own from here on. */
const partsOf = (place: Position): Position[] =>
  place.chosen.words.length === 1 ? [place] : place.chosen.words.map((word) => ({ chosen: { ...place.chosen, words: [word] }, others: [] }));

const formOf = (word: Token): string | null => (hasMarks(word.text) ? exactForm(word.text) : null);

const typedReading = (word: Token): Reading => ({ words: [term(word.text)], form: formOf(word), cost: 0, how: 'typed' });

/** Other forms of an English word, before what it may have been meant as. */
function withForms(place: Position, lexicon: Lexicon): Position {
  const { chosen, others } = place;
  if ((chosen.how !== 'typed' && chosen.how !== 'form') || chosen.form !== null) return place;
  const words = formsIn(lexicon, chosen.words[0]);
  if (words.length === 0) return place;
  const forms = words.map((word) => ({ reading: { words: [word], form: null, cost: 0, how: 'form' as const }, weight: FORM_WEIGHT }));
  return { chosen, others: [...forms, ...others.filter(({ reading }) => reading.words.length > 1 || !words.includes(reading.words[0]))] };
}

/** The same name in one word or in two, where the catalogue has it so too. */
function withSpellings({ chosen, others }: Position, word: Token, joins: readonly (string | null | undefined)[], lexicon: Lexicon): Position {
  if (chosen.how !== 'typed' || chosen.form !== null) return { chosen, others };
  const parted = partedOf(term(word.text)).filter(([first, second]) => lexicon.pairDf(first, second) > 0);
  const known: Reading[] = [
    ...joins.flatMap((whole) => (whole ? [{ words: [whole], form: null, cost: 0, how: 'form' as const }] : [])),
    ...parted.map((words) => ({ words, form: null, cost: 0, how: 'split' as const })),
  ];
  return known.length === 0 ? { chosen, others } : { chosen, others: [...known.map((reading) => ({ reading, weight: FORM_WEIGHT })), ...others] };
}

/** Which words make no group; none when there is nothing else. In doubt a neighbour does not make a word of a function word. */
function stopsOf(words: readonly Token[], lexicon: Lexicon, doubting: boolean): boolean[] {
  const stops = stopWords(words.map((word) => word.text), (first, second) => !doubting && lexicon.pairDf(first, second) > 0);
  return stops.includes(false) ? stops : stops.map(() => false);
}

/** What stands beside a word in such letters is mostly foreign, too. */
const OTHER_SCRIPT = /(?!\p{Script=Latin})\p{L}/u;

function latticeOf(
  words: readonly Token[],
  stops: readonly boolean[],
  open: boolean,
  lexicon: Lexicon,
  synonyms: Synonyms,
  memory: ReadingMemory,
  doubted: Doubt,
): Reading[][] {
  const folded = words.map((word) => term(word.text));
  // A name of a synonym group is known though the catalogue may have only the others; one syllable that the catalogue has may still be cut or a slip.
  const named = synonyms
    .find(words.map((word, i) => ({ folded: folded[i], form: formOf(word) })), lexicon)
    .filter(({ start, length }) => length > 1 || lexicon.df(folded[start]) === 0 || !isBareSyllable(folded[start]));
  const sight = memory.atFirstSight(folded);
  const quotes = words.some(({ text }) => OTHER_SCRIPT.test(text));
  const shouts = isShouted(words);
  const amongMarks = isAccented(words, lexicon);
  const keys = words.map((word) => isKeys(word.text.toLowerCase(), lexicon));
  const amongKeys = keys.some((isKey, i) => isKey && lexicon.df(folded[i]) === 0);
  const meant = meantAmong(words.map(({ text }, i) => ({ text, folded: folded[i], keys: keys[i] })), amongMarks, lexicon);
  return words.map((word, i) => {
    if (stops[i] || named.some(({ start, length }) => i >= start && i < start + length)) return [typedReading(word)];
    const [before, after] = [sight[i - 1] ?? [], sight[i + 1] ?? []];
    const last = open && i === words.length - 1;
    const name = quotes || (!shouts && isName(words, i, amongMarks));
    return memory.readingsOf({ folded: folded[i], raw: fold(word.text), form: formOf(word), parts: markedParts(word.text), before, after, open: last, name, amongMarks, amongKeys, meant: meant[i], doubted });
  });
}

/** Whether the query is typed with its marks: words that the catalogue has without any, or not at all, say nothing of that. */
function isAccented(words: readonly Token[], lexicon: Lexicon): boolean {
  const marked = words.filter((word) => hasMarks(word.text)).length;
  if (marked === 0) return false;
  const lacking = words.filter(({ text }) => !hasMarks(text) && lexicon.exactDf(exactForm(text)) === 0 && lexicon.formsOf(term(text)).length > 0);
  return marked > lacking.length;
}

/** A sentence's first capital says nothing, unless the next word has one too or it is no syllable among accented words. */
const isName = (words: readonly Token[], at: number, amongMarks: boolean): boolean => {
  const capital = (i: number): boolean => /\p{Lu}/u.test(words[i]?.text ?? '');
  if (at > 0 || !capital(at)) return capital(at);
  return /\p{Lu}/u.test(words[0].text.slice(1)) || capital(1) || (amongMarks && !isSyllable(exactForm(words[0].text)));
};

const isKeys = (word: string, lexicon: Lexicon): boolean => {
  const keys = decodeTelex(word);
  return keys !== null && lexicon.exactDf(keys.form) > 0;
};

/** A place of the path beside its reading: whether it is a function word, and the quantity it is part of. */
interface Spot {
  stop: boolean;
  measure: string | null;
}

function spotOf({ chosen }: Position, stop: boolean, word: Token, measures: readonly QuantityTerm[]): Spot {
  const measure = chosen.how === 'split' ? undefined : measures.find(({ start, end }) => word.start >= start && word.start < end);
  return { stop: stop && !measure, measure: measure?.term ?? null };
}

/** The place of the path that the query is about if it is English; null when it is not, for it has marks. */
const headOf = (words: readonly Token[], query: string, places: readonly Position[]): number | null =>
  hasMarks(query) ? null : places.slice(0, headAmong(words, query)).reduce((sum, place) => sum + partsOf(place).length, 0);

/** A word that was already said makes no second group. `groupAt` tells which group a place of the path made. */
function groupsOf(
  spots: readonly Spot[],
  path: readonly Position[],
  hits: readonly SynonymHit[],
  amongMarks: boolean,
  lexicon: Lexicon,
): { groups: QueryGroup[]; groupAt: (number | null)[] } {
  const seen = new Set<string>();
  const groups: QueryGroup[] = [];
  const groupAt: (number | null)[] = path.map(() => null);
  const foreign = hits.filter((hit) => isForeign(hit, path, lexicon));
  path.forEach((position, at) => {
    const hit = hits.find(({ start, length }) => at >= start && at < start + length);
    if (spots[at].stop && !hit) return;
    const asWhole = hit !== undefined && foreign.includes(hit);
    if (asWhole && at > hit.start) return;
    const key = asWhole ? hit.names[0] : `${position.chosen.words.join(' ')}${position.chosen.form ?? ''}`;
    if (seen.has(key)) return;
    seen.add(key);
    groupAt[at] = groups.push(asWhole ? wholeName(hit, lexicon) : withMeasure(groupOf(path, at, hit, amongMarks, lexicon), spots[at].measure)) - 1;
  });
  return { groups, groupAt };
}

/** A name of which the catalogue lacks a word stands for those of its synonyms that it has, as a whole and once. */
const isForeign = ({ start, length, synonyms }: SynonymHit, path: readonly Position[], lexicon: Lexicon): boolean =>
  path.slice(start, start + length).some((position) => isLacking(position, lexicon)) && alternativesOf(synonyms, lexicon).length > 0;

/** Neither the word nor, of an English one, another form. */
const isLacking = ({ chosen, others }: Position, lexicon: Lexicon): boolean => !chosen.words.some((word) => lexicon.df(word) > 0) && !others.some(({ reading }) => reading.how === 'form');

const wholeName = ({ synonyms }: SynonymHit, lexicon: Lexicon): QueryGroup => ({
  alternatives: alternativesOf(synonyms, lexicon),
  preferredForm: null,
  likelyForm: null,
  required: true,
  share: 1,
});

const alternativesOf = (synonyms: readonly Synonym[], lexicon: Lexicon): Alternative[] =>
  synonyms.map(({ words, form }) => ({ words, form, weight: SYNONYM_WEIGHT, equal: true })).filter((alternative) => isKnown(alternative, lexicon));

/** The same quantity in another unit is as good as the words. */
const withMeasure = (group: QueryGroup, measure: string | null): QueryGroup =>
  measure === null
    ? group
    : { ...group, required: true, alternatives: [...group.alternatives, { words: [measure], form: null, weight: 1, equal: true }] };

function groupOf(path: readonly Position[], at: number, hit: SynonymHit | undefined, amongMarks: boolean, lexicon: Lexicon): QueryGroup {
  const { chosen, others } = path[at];
  const readings = [{ reading: chosen, weight: 1 }, ...others];
  const alternatives = readings.map(({ reading, weight }) => ({ words: reading.words, form: null, weight, equal: reading !== chosen && reading.how === 'form', guess: reading.guess === true }));
  const known = [...alternatives.filter((alternative) => isKnown(alternative, lexicon)), ...alternativesOf(hit?.synonyms ?? [], lexicon)];
  const preferred = chosen.how === 'typed' || (chosen.how === 'keys' && typesKeys(path)) ? chosen.form : null;
  return {
    alternatives: known,
    preferredForm: preferred !== null && lexicon.exactDf(preferred) > 0 ? preferred : null,
    likelyForm: likelyFormOf(path[at], hit !== undefined && hit.length > 1 ? hit.forms[at - hit.start] : null, amongMarks, lexicon),
    required: path.length === 1 || hit !== undefined || isCertain(path, at, lexicon),
    share: 1,
  };
}

function likelyFormOf({ chosen }: Position, named: string | null, amongMarks: boolean, lexicon: Lexicon): string | null {
  if (chosen.how !== 'typed' || chosen.form !== null) return null;
  const form = amongMarks && isSyllable(chosen.words[0]) ? chosen.words[0] : named;
  return form !== null && lexicon.exactDf(form) > 0 ? form : null;
}

/** One word that reads as raw keys may be a slip; a query of such words is typed so. */
const typesKeys = (path: readonly Position[]): boolean => 2 * path.filter(({ chosen }) => chosen.how === 'keys').length >= path.length;

/** A word that the catalogue knows as typed, or one that was read otherwise and stands beside a neighbour there. */
function isCertain(path: readonly Position[], at: number, lexicon: Lexicon): boolean {
  const { chosen: { how, words }, others } = path[at];
  if (lexicon.df(words[0]) === 0) return false;
  // In a long query a word that fits nowhere and may be another one is doubted too.
  if (how === 'split') return true;
  if ((how === 'typed' || how === 'form') && (path.length < LONG_QUERY || !others.some(({ reading }) => isOther(reading)))) return true;
  const [before, after] = [path[at - 1]?.chosen.words.at(-1), path[at + 1]?.chosen.words[0]];
  return (before !== undefined && lexicon.pairDf(before, words[0]) > 0) || (after !== undefined && lexicon.pairDf(words.at(-1)!, after) > 0);
}

/** Neither the word as typed nor a form of it. */
const isOther = ({ how }: Reading): boolean => how !== 'typed' && how !== 'form';

/** For each place between two words: pairs of their likely readings that the catalogue knows. */
function pairsOf(path: readonly Position[], groupAt: readonly (number | null)[], lexicon: Lexicon): PlacePairs[] {
  const weighed = path.map(({ chosen, others }) => [{ reading: chosen, weight: 1 }, ...others]);
  const between = weighed.slice(1).map((right, at): PlacePairs => {
    const pairs = weighed[at].flatMap((a) =>
      right.map((b): WordPair => ({ first: a.reading.words.at(-1)!, second: b.reading.words[0], weight: a.weight * b.weight })),
    );
    const known = pairs.filter(({ first, second }) => lexicon.pairDf(first, second) > 0);
    return { groups: [groupAt[at], groupAt[at + 1]], pairs: known.sort((a, b) => b.weight - a.weight).slice(0, MOST_PAIRS) };
  });
  return between.filter(({ pairs }) => pairs.length > 0);
}

function isKnown({ words, form }: Alternative, lexicon: Lexicon): boolean {
  if (form !== null) return lexicon.exactDf(form) > 0;
  if (words.length === 1) return lexicon.df(words[0]) > 0;
  return words.every((word, i) => i === 0 || lexicon.pairDf(words[i - 1], word) > 0);
}

/** Whether capitals or digits part a word where it was read as several: `ComputationalFluid` is no slip. */
const isParted = (text: string, read: readonly string[]): boolean => markedParts(text).join(' ') === read.join(' ');

/** Writes corrections into the query; a completed last word stays as typed. Accents only when some were meant. */
function correctedText(query: string, words: readonly Token[], path: readonly Position[], lexicon: Lexicon): string {
  const accented = hasMarks(query) || path.some(({ chosen }) => chosen.how === 'keys');
  let text = '';
  let from = 0;
  words.forEach((word, i) => {
    const { how, words: read, form } = path[i].chosen;
    if (how === 'typed' || how === 'prefix' || how === 'form' || (how === 'split' && isParted(word.text, read))) return;
    const like = form ?? exactForm(word.text);
    text += query.slice(from, word.start) + read.map((part) => (accented ? lexicon.spelling(part, like) : part)).join(' ');
    from = word.end;
  });
  return text + query.slice(from);
}
