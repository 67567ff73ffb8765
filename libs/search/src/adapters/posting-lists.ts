import type { AnalysedDocument } from './document-analyser.js';

/** Called for each document that holds a term, with the term's weight in it (0..1). */
export type Visit = (document: number, weight: number) => void;

/**
 * Which documents hold a term. The bulk lies in three flat arrays ordered by term; what came since the last rebuild
 * lies in small lists. Dead documents are still visited: the caller knows who lives.
 */
export class PostingLists {
  private offsets = new Int32Array(1);
  private documents = new Int32Array(0);
  private weights = new Float32Array(0);
  private recent = new Map<number, { documents: number[]; weights: number[] }>();

  rebuild(analysed: readonly AnalysedDocument[], termCount: number): void {
    const offsets = new Int32Array(termCount + 1);
    for (const { terms } of analysed) for (let i = 0; i < terms.length; i++) offsets[terms[i] + 1]++;
    for (let t = 0; t < termCount; t++) offsets[t + 1] += offsets[t];
    const next = offsets.slice(0, termCount);
    this.documents = new Int32Array(offsets[termCount]);
    this.weights = new Float32Array(offsets[termCount]);
    analysed.forEach((document, number) => {
      for (let i = 0; i < document.terms.length; i++) {
        const at = next[document.terms[i]]++;
        this.documents[at] = number;
        this.weights[at] = document.weights[i]!;
      }
    });
    this.offsets = offsets;
    this.recent = new Map();
  }

  append(number: number, { terms, weights }: AnalysedDocument): void {
    for (let i = 0; i < terms.length; i++) {
      let list = this.recent.get(terms[i]);
      if (!list) this.recent.set(terms[i], (list = { documents: [], weights: [] }));
      list.documents.push(number);
      list.weights.push(weights[i]);
    }
  }

  visit(termId: number, visit: Visit): void {
    if (termId < 0) return;
    if (termId + 1 < this.offsets.length) {
      for (let at = this.offsets[termId]; at < this.offsets[termId + 1]; at++) visit(this.documents[at], this.weights[at]);
    }
    const list = this.recent.get(termId);
    if (list) for (let i = 0; i < list.documents.length; i++) visit(list.documents[i], list.weights[i]);
  }
}
