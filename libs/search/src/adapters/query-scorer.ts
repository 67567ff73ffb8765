import { WEIGHT_STEPS } from '../domain/analysis/analyse-offer.js';
import { pairTerm } from '../domain/analysis/term-names.js';
import { weightOf, weightOfGroup } from '../domain/understanding/bound-words.js';
import type { Opening } from '../domain/understanding/openings.js';
import type { Alternative, PlacePairs, QueryGroup, UnderstoodQuery } from '../domain/understanding/understand.js';
import { namesOf } from './alternative-terms.js';
import type { EmbeddedIndex } from './embedded-index.js';
import { jointPostings } from './joint-postings.js';
import type { Postings } from './posting-lists.js';
import type { Scored } from './scored.js';
import { bitOf, type Scratch } from './scratch.js';
import { LEAST_COVERAGE, LEAST_TITLED, MANY_WORDS, mostGuesses } from './word-shares.js';
import { exactTerm, openingTerm } from './term-dictionary.js';

const NOTHING = new Int32Array(0);
const FOLDED_SHARE = 0.5;
const EXACT_SHARE = 0.6;
/** What an offer gains by a word without marks that was typed so among words that have theirs. */
const LIKELY_SHARE = 0.3;
const PAIR_WEIGHT = 0.7;
/** A function word that is there too: `sấy bằng hơi` before `sấy hơi`. */
const EXTRA_WEIGHT = 0.35;
/** A title that has all words says more than titles that have some. */
const TITLE_GAIN = 0.4;
/** Weights above this are reached in titles only (`OfferAnalysis`). */
const ONLY_TITLES = 0.62;
/** A title that begins as the query does is about that, not about something beside it. */
const OPENING_WEIGHT = 0.5;
const COVERAGE_POWER = 1.5;
/** What being about the same counts beside having the words, and having them in their places. */
const HEAD_SHARE = 0.5;
/** How well a word agrees that an offer has in other marks than those that were typed. */
const OTHER_MARKS_AGREE = 0.5;
/** What an offer has for a word that was typed with its marks: these or as good a name, or the word in other marks. */
const AS_TYPED = 1;
const OTHER_MARKS = 2;

/** Scores one query in the index's work space, so that its order holds until the next query: BM25F over each group's best alternative, a gain for pairs, typed accents before folded ones. */
export class QueryScorer {
  private readonly space: Scratch;
  private readonly totals: Float64Array;
  private readonly masses: Float64Array;
  private readonly titled: Float64Array;
  /** The weight of the words that an offer has as they were typed: in the same marks, and by no slip. */
  private readonly agreed: Float64Array;
  private readonly best: Float64Array;
  private readonly peak: Float32Array;
  /** The same by guesses alone, and how many groups an offer has in its title only so. */
  private readonly guessPeak: Float32Array;
  private readonly guesses: Uint8Array;
  /** How well an offer has the group at hand. */
  private readonly fit: Float32Array;
  private readonly covered: Uint8Array;
  /** By bits, the groups that an offer has in its title or beside a neighbour of the query. */
  private readonly placed: Uint32Array;
  private readonly exact: Uint8Array;
  private readonly equals: Uint8Array;
  /** How far what an offer's title is about is what the query is about, 0..1. */
  private readonly headed: Float32Array;
  /** How many of the words that say what the query is about an offer has in its title. */
  private readonly naming: Uint8Array;
  private readonly touched: Int32Array;
  private touchedCount = 0;
  private preferred = 0;
  /** What each group weighs by itself; and among its neighbours, for how much of the query an offer has, and all of them. */
  private readonly ceilings: readonly number[];
  private readonly weights: readonly number[];
  private readonly mass: number;
  private readonly requiredCount: number;
  private readonly subjectMass: number;
  /** Only offers that have so many of the required words are looked at; none is held back by 0. */
  private least = 0;

  constructor(
    private readonly index: EmbeddedIndex,
    private readonly query: UnderstoodQuery,
  ) {
    this.space = index.workspace();
    this.requiredCount = query.groups.filter(({ required }) => required).length;
    this.ceilings = query.groups.map((group) => weightOfGroup(group, index.dictionary));
    this.weights = query.groups.map(({ share }, at) => share * this.ceilings[at]);
    this.mass = this.weights.reduce((sum, weight) => sum + weight, 0);
    this.subjectMass = query.subject.reduce((sum, at) => sum + this.weights[at], 0);
    ({ totals: this.totals, masses: this.masses, titled: this.titled, agreed: this.agreed, best: this.best } = this.space);
    ({ peak: this.peak, guessPeak: this.guessPeak, guesses: this.guesses, fit: this.fit, covered: this.covered, placed: this.placed, exact: this.exact, headed: this.headed, naming: this.naming, equals: this.equals, touched: this.touched } = this.space);
  }

  /** The offers that have every word that must be found; null when there is none. */
  complete(): Scored | null {
    const matches = this.scoreComplete();
    if (matches.length === 0) return null;
    const relaxed = this.query.groups.some(({ required }) => !required);
    return { matches, tier: this.tier, total: this.total, relaxed, coverage: LEAST_COVERAGE, complete: true, clear: matches.some((number) => this.isClear(number)), partly: false, named: matches.some((number) => this.isNamed(number)) };
  }

  /** The offers that have enough of the words. */
  relaxed(): Scored {
    this.scoreAll();
    const least = this.leastMass();
    return { matches: this.relax(least), tier: () => 0, total: this.total, relaxed: this.query.groups.length > 1, coverage: least / (this.mass || 1), complete: false, clear: false, partly: false, named: false };
  }

  /** The offers that have most of the words in their titles, beside these that have all. */
  mostlyTitled({ named }: Pick<Scored, 'named'>): Int32Array {
    this.scoreAll();
    return this.found.filter((number) => this.isMostlyTitled(number, !named));
  }

  /**
   * Of a more doubtful reading: to what the likely one found it adds offers that have all in their titles. `mostlyTitled` by the likely reading are added
   * too; then all of them compete by how well they agree with the query, for those that have all words have them scattered.
   */
  after(likely: Scored, mostlyTitled: Int32Array): Scored {
    const found = likely.matches;
    const known = new Set(found);
    const partly = mostlyTitled.filter((number) => !known.has(number));
    let complete = partly.length > 0 ? this.scoreAll() : this.scoreComplete();
    // A doubtful reading asks for no more than the likely one; if it ever does, what was found is scored all the same.
    if (partly.length === 0 && found.some((number) => !this.isComplete(number))) complete = this.scoreAll();
    for (const number of partly) known.add(number);
    const more = complete.filter((number) => !known.has(number) && this.isTitled(number));
    const matches = Int32Array.from([...found, ...partly, ...more]);
    if (partly.length === 0) return { ...likely, matches, tier: this.tier, total: this.total };
    for (const number of matches) this.totals[number] *= this.agreement(number);
    return { ...likely, matches, tier: () => 0, total: this.total, relaxed: true, partly: true };
  }

  /** Scores every offer that has some word, and gives those that have all. */
  private scoreAll(): Int32Array {
    this.index.workspace();
    this.preferred = this.least = 0;
    this.query.groups.forEach((group, at) => this.addGroup(group, at));
    this.addGains();
    this.addTitleGains(this.found);
    return this.thoseComplete();
  }

  /**
   * Scores the offers that have every word that must be found, and gives them. The rarest word comes first and each next one is
   * looked for in what is left only, which takes a fraction of the time that scoring all takes (docs/benchmarks.md).
   */
  private scoreComplete(): Int32Array {
    for (const { group, at } of this.rarestFirst()) {
      this.addGroup(group, at);
      if (!group.required) continue;
      if (this.touchedCount === 0) return NOTHING;
      this.least++;
    }
    if (this.least === 0) return NOTHING;
    this.addGains();
    const complete = this.thoseComplete();
    this.addTitleGains(complete);
    return complete;
  }

  /** Those that must be found, the rarest first, then the others. */
  private rarestFirst(): { group: QueryGroup; at: number }[] {
    const size = ({ alternatives }: QueryGroup): number => alternatives.reduce((sum, alternative) => sum + this.rarest(namesOf(alternative)), 0);
    return this.query.groups
      .map((group, at) => ({ group, at, size: group.required ? size(group) : Infinity }))
      .sort((a, b) => (a.size === b.size ? a.at - b.at : a.size - b.size));
  }

  private thoseComplete(): Int32Array {
    return this.requiredCount === 0 ? NOTHING : this.thoseOfFound((number) => this.isComplete(number));
  }

  private isComplete(number: number): boolean {
    return this.covered[number] === this.requiredCount;
  }

  private addGains(): void {
    const { pairs, extras, openings } = this.query;
    for (const place of pairs) this.addPairs(place);
    for (const word of extras) this.addGain(word, word, EXTRA_WEIGHT);
    this.addOpenings(openings);
  }

  private addTitleGains(numbers: Int32Array): void {
    const { totals, titled, mass } = this;
    for (const number of numbers) totals[number] += (TITLE_GAIN * titled[number] * titled[number]) / mass;
  }

  /** A title that has all words, most of them as they are likely meant. */
  private isTitled(number: number): boolean {
    if (this.guesses[number] > mostGuesses(this.query.groups)) return false;
    return this.titled[number] > 0.999 * this.mass && this.query.groups.every(({ alternatives }) => alternatives.length > 0);
  }

  /** What the query is about counts twice, unless an offer that has every word is about that. */
  private isMostlyTitled(number: number, twice = true): boolean {
    return this.titled[number] + (twice && this.isNamed(number) ? this.subjectMass : 0) >= LEAST_TITLED * this.mass;
  }

  /** Its title has the words that say what the query is about. */
  private isNamed(number: number): boolean {
    return this.subjectMass > 0 && this.naming[number] === this.query.subject.length;
  }

  /** Many words may each stand beside their neighbour in a long text that is about something else. */
  private isClear(number: number): boolean {
    return this.isPlaced(number) && this.isInMarks(number) && (this.query.groups.length < MANY_WORDS || this.isNamed(number) || this.isMostlyTitled(number));
  }

  private isPlaced(number: number): boolean {
    return this.placed[number] === this.query.groups.reduce((bits, _, at) => (bits | bitOf(at)) >>> 0, 0);
  }

  /** At least half of the words that were typed with marks stand in these: `cây củ` is not clearly `cày cũ`. */
  private isInMarks(number: number): boolean {
    return 2 * this.exact[number] >= this.preferred;
  }

  private readonly tier = (number: number): number => (this.exact[number] === this.preferred ? 1 : 0);
  private readonly total = (number: number): number => this.totals[number];

  /** Where none has enough, nearly as much as the best has. */
  private leastMass(): number {
    const most = this.found.reduce((greatest, number) => Math.max(greatest, this.masses[number]), 0);
    return Math.min(LEAST_COVERAGE * this.mass, 0.9 * most);
  }

  private relax(least: number): Int32Array {
    const kept = this.thoseOfFound((number) => this.masses[number] >= least || this.isMostlyTitled(number));
    for (const number of kept) this.totals[number] *= this.agreement(number);
    return kept;
  }

  /** How much of the query an offer has: as typed, in its title or beside the same neighbour (as far as it is as typed), and as what it is about. */
  private agreement(number: number): number {
    let placed = 0;
    this.weights.forEach((weight, at) => {
      if ((this.placed[number] & bitOf(at)) !== 0) placed += weight;
    });
    const headed = HEAD_SHARE * this.mass * this.headed[number];
    return ((this.agreed[number] * (1 + placed / (this.masses[number] || 1)) + headed) / ((2 + HEAD_SHARE) * this.mass)) ** COVERAGE_POWER;
  }

  private get found(): Int32Array {
    return this.space.found.subarray(0, this.space.foundCount);
  }

  /** Written over what the last step has touched. */
  private thoseOfFound(isKept: (number: number) => boolean): Int32Array {
    let count = 0;
    for (const number of this.found) if (isKept(number)) this.touched[count++] = number;
    return this.touched.subarray(0, count);
  }

  private addGroup(group: QueryGroup, at: number): void {
    this.touchedCount = 0;
    if (group.alternatives.length === 0) return;
    const [ceiling, weight, bit] = [this.ceilings[at], this.weights[at], bitOf(at)];
    for (const alternative of group.alternatives) this.addAlternative(group, alternative, ceiling);
    if (group.preferredForm !== null) this.addPreferred(group.preferredForm, ceiling);
    if (group.likelyForm !== null) this.addLikely(group.likelyForm, ceiling);
    for (let i = 0; i < this.touchedCount; i++) {
      const number = this.touched[i];
      if (this.masses[number] === 0) this.space.found[this.space.foundCount++] = number;
      this.totals[number] += group.share * this.best[number];
      this.masses[number] += weight;
      this.agreed[number] += weight * this.agreementOfWord(number);
      if (Math.max(this.peak[number], this.guessPeak[number]) > ONLY_TITLES) {
        this.titled[number] += weight;
        this.placed[number] |= bit;
        if (this.query.subject.includes(at)) this.naming[number]++;
        if (this.peak[number] <= ONLY_TITLES) this.guesses[number]++;
      }
      this.guessPeak[number] = this.peak[number] = this.fit[number] = 0;
      if (group.required) this.covered[number]++;
      if (this.equals[number] === AS_TYPED) this.exact[number]++;
      this.best[number] = 0;
      this.equals[number] = 0;
    }
  }

  private agreementOfWord(number: number): number {
    if (this.equals[number] === AS_TYPED) return 1;
    return this.equals[number] === OTHER_MARKS ? OTHER_MARKS_AGREE : this.fit[number];
  }

  /** A rarer misspelling or synonym must not outweigh the word itself, hence the ceiling. */
  private addAlternative(group: QueryGroup, alternative: Alternative, ceiling: number): void {
    const names = namesOf(alternative);
    const isMain = alternative === group.alternatives[0];
    const share = isMain && group.preferredForm !== null ? FOLDED_SHARE : 1;
    const worth = (alternative.weight * share * Math.min(this.idf(names), ceiling)) / names.length;
    const [marked, parts] = [group.preferredForm !== null, names.length];
    const { documents, weights, count } = parts === 1 ? this.holding(names[0]) : jointPostings(names, (name) => this.holding(name));
    const { fit, best, equals, touched } = this;
    const peak = alternative.guess ? this.guessPeak : this.peak;
    const agrees = alternative.equal ? 1 : alternative.weight;
    for (let i = 0; i < count; i++) {
      const number = documents[i];
      const sum = weights[i] / WEIGHT_STEPS;
      const value = worth * sum;
      if (sum / parts > peak[number]) peak[number] = sum / parts;
      if (agrees > fit[number]) fit[number] = agrees;
      if (best[number] === 0) touched[this.touchedCount++] = number;
      if (value > best[number]) best[number] = value;
      if (marked && isMain) equals[number] = OTHER_MARKS;
      else if (marked && alternative.equal && equals[number] === 0) equals[number] = AS_TYPED;
    }
  }

  private addPreferred(form: string, ceiling: number): void {
    this.preferred++;
    const { documents, weights, count } = this.holding(exactTerm(form));
    for (let i = 0; i < count; i++) {
      const number = documents[i];
      if (this.best[number] === 0) this.touched[this.touchedCount++] = number;
      this.best[number] += EXACT_SHARE * ceiling * (weights[i] / WEIGHT_STEPS);
      this.equals[number] = AS_TYPED;
    }
  }

  /** Adds to what has been found, never finds. */
  private addLikely(form: string, ceiling: number): void {
    const { documents, weights, count } = this.holding(exactTerm(form));
    for (let i = 0; i < count; i++) if (this.best[documents[i]] > 0) this.best[documents[i]] += LIKELY_SHARE * ceiling * (weights[i] / WEIGHT_STEPS);
  }

  /** Adds to what has been found, never finds. `weighed` is the term whose rarity counts. */
  private addGain(name: string, weighed: string, share: number): void {
    const worth = share * this.idf([weighed]);
    const { documents, weights, count } = this.holding(name);
    for (let i = 0; i < count; i++) if (this.masses[documents[i]] > 0) this.totals[documents[i]] += worth * (weights[i] / WEIGHT_STEPS);
  }

  /** An offer gains by the best of these. */
  private addOpenings(openings: readonly Opening[]): void {
    this.touchedCount = 0;
    const worths = openings.map(({ words, weight }) => OPENING_WEIGHT * weight * this.idf(namesOf({ words, form: null })));
    const most = Math.max(...worths);
    openings.forEach(({ words }, at) => this.addBest(openingTerm(...words), worths[at]));
    this.takeGains((number) => (this.headed[number] = this.best[number] / most));
  }

  /** Holds the best gain of offers that have been found. */
  private addBest(name: string, worth: number): void {
    const { documents, weights, count } = this.holding(name);
    for (let i = 0; i < count; i++) {
      const number = documents[i];
      if (this.masses[number] === 0) continue;
      const gain = worth * (weights[i] / WEIGHT_STEPS);
      if (this.best[number] === 0) this.touched[this.touchedCount++] = number;
      if (gain > this.best[number]) this.best[number] = gain;
    }
  }

  /** Of the pairs of one place, an offer gains by its best; the likeliest reading's rarity is the ceiling. */
  private addPairs({ groups, pairs }: PlacePairs): void {
    this.touchedCount = 0;
    const bits = groups.reduce<number>((both, at) => (at === null ? both : both | bitOf(at)), 0);
    const ceiling = this.idf([pairTerm(pairs[0].first, pairs[0].second)]);
    for (const { first, second, weight: share } of pairs) {
      const name = pairTerm(first, second);
      this.addBest(name, PAIR_WEIGHT * share * Math.min(this.idf([name]), ceiling));
    }
    this.takeGains((number) => (this.placed[number] |= bits));
  }

  private takeGains(note: (number: number) => void): void {
    for (let i = 0; i < this.touchedCount; i++) {
      const number = this.touched[i];
      this.totals[number] += this.best[number];
      note(number);
      this.best[number] = 0;
    }
  }

  /** Offers that hold a term, of those that are still looked at. */
  private holding(name: string): Postings {
    const id = this.index.dictionary.idOf(name);
    return this.least === 0 ? this.index.holding(id) : this.index.holdingAmong(id, this.covered, this.least);
  }

  private rarest(names: readonly string[]): number {
    return Math.min(...names.map((name) => this.index.dictionary.df(name)));
  }

  /** Of several words, the rarest decides. */
  private idf(names: readonly string[]): number {
    return weightOf(this.rarest(names), this.index.dictionary.documents);
  }
}
