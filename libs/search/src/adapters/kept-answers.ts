import { LRUCache } from 'lru-cache';
import type { Synonyms } from '../domain/understanding/synonyms.js';
import { type EngineName, type Hits, type OfferDocument, SearchEngine, type SearchQuery, type SearchResult } from '../ports/search-engine.port.js';

const MOST_ANSWERS = 500;
/** Ids, counts, marks and synonyms of all of them together: where facets have thousands of values, fewer answers are kept. */
const MOST_VALUES = 150_000;
/** Longer searches are hardly asked twice. */
const LONGEST_KEY = 1_000;

export interface KeptAnswersOptions {
  /** No answer is kept for longer; as long as nothing changes when not given. */
  longestMs?: number;
  answered?: (from: 'kept' | 'engine') => void;
}

/** What searches are read by, and counts the changes of the index that it comes from. */
interface Vocabulary {
  readonly synonyms: Synonyms;
  readonly index: { readonly changes: number };
}

/**
 * Keeps an engine's answers as long as nothing that is searched has changed. Every change comes through this process's own index, so that a
 * kept answer is never older than one that is asked for anew. While another engine stands in, or goes on with its pages, nothing is kept.
 */
export class KeptAnswers extends SearchEngine {
  /** Made anew by the first search after a forgetting: an answer that was on its way then is kept nowhere. */
  private kept: LRUCache<string, SearchResult> | null = null;
  private synonyms: Synonyms | undefined;
  private changes = -1;
  /** What is asked for while the index is being loaded has no lasting answer. */
  private isBegun = false;

  constructor(
    private readonly engine: SearchEngine,
    private readonly vocabulary: Vocabulary,
    private readonly options: KeptAnswersOptions = {},
  ) {
    super();
  }

  get name(): EngineName {
    return this.engine.name;
  }

  override get trouble(): string | null {
    return this.engine.trouble;
  }

  override async search(query: SearchQuery, foreseen?: (likely: Hits) => void): Promise<SearchResult> {
    this.forgetWhatIsOld();
    const key = JSON.stringify(query);
    const kept = this.keeping();
    const held = kept?.get(key);
    this.options.answered?.(held ? 'kept' : 'engine');
    if (held) return held;
    const result = await this.engine.search(query, foreseen);
    if (this.mayKeep && result.engine === this.name && !result.isContinued && key.length <= LONGEST_KEY) kept?.set(key, result);
    return result;
  }

  override changed(ids: readonly string[]): void {
    this.engine.changed(ids);
    this.forget();
  }

  override synonymsChanged(): void {
    this.engine.synonymsChanged();
  }

  override begin(): void {
    this.engine.begin();
    this.forget();
    this.isBegun = true;
  }

  override async put(docs: OfferDocument[]): Promise<void> {
    await this.engine.put(docs);
    this.forget();
  }

  override async remove(ids: string[]): Promise<void> {
    await this.engine.remove(ids);
    this.forget();
  }

  override versions(): Promise<Map<string, number>> {
    return this.engine.versions();
  }

  override versionsOf(ids: readonly string[]): Promise<Map<string, number>> {
    return this.engine.versionsOf(ids);
  }

  override size(): Promise<number> {
    return this.engine.size();
  }

  override close(): Promise<void> {
    this.isBegun = false;
    this.forget();
    return this.engine.close();
  }

  private get mayKeep(): boolean {
    return this.isBegun && this.engine.trouble === null;
  }

  private keeping(): LRUCache<string, SearchResult> | null {
    if (!this.mayKeep) return null;
    return (this.kept ??= new LRUCache({ max: MOST_ANSWERS, maxSize: MOST_VALUES, sizeCalculation: valuesIn, ttl: this.options.longestMs }));
  }

  /** The index has changed before it tells so; and what a server answered before it was in trouble need not be what it answers after. */
  private forgetWhatIsOld(): void {
    const { synonyms, index: { changes } } = this.vocabulary;
    if (synonyms === this.synonyms && changes === this.changes && this.engine.trouble === null) return;
    Object.assign(this, { synonyms, changes });
    this.forget();
  }

  private forget(): void {
    this.kept = null;
  }
}

const valuesIn = ({ ids, facets, highlight, understood }: SearchResult): number =>
  [ids, highlight, ...Object.values(facets), ...understood.synonyms].reduce((sum, { length }) => sum + length, 1);
