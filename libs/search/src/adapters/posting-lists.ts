import { type ForwardStore, pack, packedSize, weightOf } from './forward-store.js';

/** Called for each document that holds a term, with the term's weight in it (0..1). */
export type Visit = (document: number, weight: number) => void;

/**
 * Which documents hold a term. The bulk lies packed in one array ordered by term, documents as gaps with a byte of weight;
 * what came since the last rebuild lies in small lists. Dead documents are still visited: the caller knows who lives.
 */
export class PostingLists {
  private offsets = new Float64Array(1);
  private bytes = new Uint8Array(0);
  private recent = new Map<number, { documents: number[]; weights: number[] }>();

  rebuild(forward: ForwardStore, termCount: number): void {
    const last = new Int32Array(termCount);
    const offsets = new Float64Array(termCount + 1);
    this.everything(forward, (document, term) => {
      offsets[term + 1] += packedSize(document - last[term]) + 1;
      last[term] = document;
    });
    for (let term = 0; term < termCount; term++) offsets[term + 1] += offsets[term];
    const bytes = new Uint8Array(offsets[termCount]);
    const next = offsets.slice(0, termCount);
    last.fill(0);
    this.everything(forward, (document, term, weight) => {
      const at = pack(bytes, next[term], document - last[term]);
      bytes[at] = weight;
      next[term] = at + 1;
      last[term] = document;
    });
    this.bytes = bytes;
    this.offsets = offsets;
    this.recent = new Map();
  }

  append(forward: ForwardStore, document: number): void {
    forward.visit(document, (term, weight) => {
      let list = this.recent.get(term);
      if (!list) this.recent.set(term, (list = { documents: [], weights: [] }));
      list.documents.push(document);
      list.weights.push(weightOf(weight));
    });
  }

  visit(term: number, visit: Visit): void {
    if (term < 0) return;
    if (term + 1 < this.offsets.length) this.visitBulk(this.offsets[term], this.offsets[term + 1], visit);
    const list = this.recent.get(term);
    if (list) for (let i = 0; i < list.documents.length; i++) visit(list.documents[i], list.weights[i]);
  }

  private visitBulk(start: number, end: number, visit: Visit): void {
    const { bytes } = this;
    let document = 0;
    for (let at = start; at < end; ) {
      let shift = 0;
      let byte: number;
      do {
        byte = bytes[at++];
        document += (byte & 0x7f) << shift;
        shift += 7;
      } while (byte >= 0x80);
      visit(document, weightOf(bytes[at++]));
    }
  }

  private everything(forward: ForwardStore, visit: (document: number, term: number, weight: number) => void): void {
    for (let document = 0; document < forward.size; document++) forward.visit(document, (term, weight) => visit(document, term, weight));
  }
}
