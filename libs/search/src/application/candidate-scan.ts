import { Injectable } from '@nestjs/common';
import type { Reader } from '@app/platform';
import type { WeightedTerm } from '../adapters/embedded-index.js';
import { best } from '../adapters/top.js';
import { WantedTerms } from '../adapters/wanted-terms.js';
import type { CurrentDocument } from '../data/search-document.repository.js';
import { AnalysedText, encodeAnalysed } from '../domain/analysis/analysed-text.js';
import { analyseOffer, WEIGHT_STEPS } from '../domain/analysis/analyse-offer.js';
import { DocumentFollower } from './document-follower.js';

export interface Candidate {
  id: string;
  score: number;
}

/** What the index in memory tells of terms (`termStatistics`, `candidates`), read from the stored documents in memory that does not grow with them. */
@Injectable()
export class CandidateScan {
  constructor(private readonly follower: DocumentFollower) {
    this.follower.form = 'terms';
  }

  /** In how many offers each of these folded words and pairs (`a_b`) is; every other counts as in none. */
  async statistics(names: ReadonlySet<string>, db: Reader): Promise<{ documents: number; df(term: string): number }> {
    const places = new Map([...names].map((name, place) => [name, place]));
    const wanted = new WantedTerms([...names]);
    const counts = new Int32Array(places.size);
    let documents = 0;
    await this.each(db, (_id, analysed) => {
      documents++;
      wanted.visit(analysed, (place) => counts[place]++);
    });
    return { documents, df: (term) => counts[places.get(term) ?? -1] ?? 0 };
  }

  /** For each need its offers by the sum of weight × the term's weight in the offer (0..1), best first, ties by id. */
  async candidates(needs: readonly (readonly WeightedTerm[])[], limit: number, db: Reader): Promise<Candidate[][]> {
    const places = new Map([...new Set(needs.flatMap((terms) => terms.map(({ term }) => term)))].map((name, place) => [name, place]));
    const wanted = new WantedTerms([...places.keys()]);
    const asking: { need: number; weight: number }[][] = Array.from(places, () => []);
    needs.forEach((terms, need) => terms.forEach(({ term, weight }) => asking[places.get(term)!].push({ need, weight })));
    const found = needs.map(() => new Best(limit));
    const scores = new Float64Array(needs.length);
    await this.each(db, (id, analysed) => {
      wanted.visit(analysed, (place, steps) => {
        for (const { need, weight } of asking[place]) scores[need] += weight * (steps / WEIGHT_STEPS);
      });
      scores.forEach((score, need) => found[need].add(id, score));
      scores.fill(0);
    });
    return found.map((kept) => kept.list());
  }

  private async each(db: Reader, take: (id: string, analysed: AnalysedText) => void): Promise<void> {
    await this.follower.readAll(async (page) => page.forEach((current) => take(current.offerId, new AnalysedText(textOf(current)))), db);
  }
}

const textOf = ({ analysed, document }: CurrentDocument): string | Buffer => analysed ?? encodeAnalysed(analyseOffer(document!));

const order = (a: Candidate, b: Candidate): number => b.score - a.score || (a.id < b.id ? -1 : 1);

/** The best so far, sifted now and then. */
class Best {
  private kept: Candidate[] = [];
  private least = Number.MIN_VALUE;

  constructor(private readonly limit: number) {}

  add(id: string, score: number): void {
    if (score < this.least || this.kept.push({ id, score }) < 2 * this.limit) return;
    this.kept = this.list();
    this.least = this.kept.at(-1)!.score;
  }

  list(): Candidate[] {
    return best(this.kept, this.limit, order);
  }
}
