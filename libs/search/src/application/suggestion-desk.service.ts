import { Injectable } from '@nestjs/common';
import { type Actor, allow, Clock, commonErrors, Database, event, EventStore, fold, invalidFields, offsetOf, type Page, pageOf, type PageRequest, uuidv7 } from '@app/platform';
import { type WithheldSuggestion, WithheldSuggestionRepository } from '../data/withheld-suggestion.repository.js';
import { loggedQuery } from '../domain/logged-query.js';
import { canTendSearch } from '../domain/search-desk.policy.js';
import { SuggestedNames } from './suggested-names.js';

/** A query that everybody is offered while typing. */
export interface OfferedQuery {
  query: string;
  /** How often it found something as typed in the last 90 days. */
  searches: number;
}

/** Staff see which queries are suggested to everybody, take one away, and give it back. */
@Injectable()
export class SuggestionDeskService {
  constructor(
    private readonly database: Database,
    private readonly withheldOnes: WithheldSuggestionRepository,
    private readonly names: SuggestedNames,
    private readonly events: EventStore,
    private readonly clock: Clock,
  ) {}

  /** What is suggested now and holds a text, accents aside; most frequent first. */
  async suggested(actor: Actor, text: string, request: PageRequest): Promise<Page<OfferedQuery>> {
    allow(canTendSearch(actor));
    const { offered } = await this.names.current();
    const found = offered.filter(({ query }) => fold(query).includes(fold(text)));
    const offset = offsetOf(request);
    return pageOf(found.slice(offset, offset + request.size), found.length, request);
  }

  /** What staff have taken away and holds a text, newest first. */
  async withheld(actor: Actor, text: string, request: PageRequest): Promise<Page<WithheldSuggestion>> {
    allow(canTendSearch(actor));
    const { items, total } = await this.withheldOnes.page(this.database, text.toLowerCase(), offsetOf(request), request.size);
    return pageOf(items, total, request);
  }

  /**
   * From now on a query is suggested to nobody in this form, whoever searches for it, until it is restored; once more changes nothing. Other ways to
   * type it stay: of `lợn` and a word that differs by its marks one may have to go. Throws `common.invalid` for what is never suggested.
   */
  async withhold(actor: Actor, text: string): Promise<WithheldSuggestion> {
    allow(canTendSearch(actor));
    const query = loggedQuery(text)?.typed;
    if (!query) throw invalidFields([{ field: 'query', code: 'never', message: 'Câu này không bao giờ được gợi ý. / This is never suggested.' }]);
    const withheld = await this.database.transaction(async (tx) => {
      const one = { id: uuidv7(), query, withheldAt: this.clock.now() };
      if (!(await this.withheldOnes.insert(tx, one))) return this.withheldOnes.of(tx, query);
      await this.log(tx, actor, 'withheld', one.id);
      return one;
    });
    await this.names.refresh();
    return withheld;
  }

  /** It is suggested again when enough have asked for it. Throws `common.not_found`. */
  async restore(actor: Actor, id: string): Promise<void> {
    allow(canTendSearch(actor));
    await this.database.transaction(async (tx) => {
      if (!(await this.withheldOnes.delete(tx, id))) throw commonErrors.not_found();
      await this.log(tx, actor, 'restored', id);
    });
    await this.names.refresh();
  }

  /** Without the text, which may name a person: the log is kept for ever. */
  private log(tx: Parameters<EventStore['append']>[0], actor: Actor, verb: 'withheld' | 'restored', id: string): Promise<void> {
    return this.events.append(tx, actor, event(`search.suggestion_${verb}.v1`, id, { suggestionId: id }));
  }
}
