import { Injectable } from '@nestjs/common';
import { breather, Database, Logger } from '@app/platform';
import type { EmbeddedIndex } from '../adapters/embedded-index.js';
import { type AnalysedMark, type CurrentDocument, SearchDocumentRepository } from '../data/search-document.repository.js';
import { encodeAnalysed } from '../domain/analysis/analysed-text.js';
import { analyseOffer } from '../domain/analysis/analyse-offer.js';

/** Brings documents into an index in memory, by their stored terms where there are any. */
@Injectable()
export class IndexLoader {
  constructor(
    private readonly database: Database,
    private readonly documents: SearchDocumentRepository,
    private readonly logger: Logger,
  ) {}

  async bring(current: CurrentDocument[], index: EmbeddedIndex): Promise<void> {
    const analysedHere: AnalysedMark[] = [];
    // A page of offers at once would hold up every request of this process.
    const breathe = breather();
    for (const { offerId, writtenIn, document, analysed } of current) {
      if (analysed !== null) index.putAnalysed(analysed);
      else if (document === null) index.remove(offerId);
      else {
        const text = encodeAnalysed(analyseOffer(document));
        index.putAnalysed(text);
        analysedHere.push({ offerId, writtenIn, analysed: text });
      }
      await breathe();
    }
    await this.keep(analysedHere);
  }

  /** Documents of an older release, or of one with another analyser, are analysed once. */
  private async keep(analysed: AnalysedMark[]): Promise<void> {
    if (analysed.length === 0) return;
    await this.database
      .transaction((tx) => this.documents.keepTerms(tx, analysed))
      .catch((error: Error) => this.logger.warn('analysed terms could not be kept', { error: error.message }));
  }
}
