import { Injectable } from '@nestjs/common';
import {
  type Actor, Clock, commonErrors, Database, event, EventStore, type FieldError, invalidFields, offsetOf, type Page, pageOf, type PageRequest, uuidv7,
} from '@app/platform';
import { tokens } from '@app/platform/kernel/fold.js';
import { EmbeddedEngine } from '../adapters/embedded.engine.js';
import { type StoredSynonym, SynonymRepository } from '../data/synonym.repository.js';
import { Synonyms } from '../domain/understanding/synonyms.js';
import type { SearchQuery, SearchResult } from '../ports/search-engine.port.js';
import { SynonymService } from './synonym.service.js';

export interface SynonymInput {
  words: string[];
  onlyTo: string[];
}

export interface PreviewedSearch {
  total: number;
  /** The best offers, best first. */
  ids: string[];
  relaxed: boolean;
}

const MOST_WORDS = 6;
const PREVIEWED = 10;

/** Staff add, change and remove groups of synonyms, and see beforehand what that does to a search. */
@Injectable()
export class SynonymEditor {
  constructor(
    private readonly database: Database,
    private readonly groups: SynonymRepository,
    private readonly synonyms: SynonymService,
    private readonly engine: EmbeddedEngine,
    private readonly events: EventStore,
    private readonly clock: Clock,
  ) {}

  async list(text: string, request: PageRequest): Promise<Page<StoredSynonym>> {
    const { items, total } = await this.groups.page(this.database, text, offsetOf(request), request.size);
    return pageOf(items, total, request);
  }

  async add(actor: Actor, input: SynonymInput): Promise<StoredSynonym> {
    assertNames(input);
    const group = { id: uuidv7(), ...input, version: 1 };
    await this.database.transaction(async (tx) => {
      await this.groups.insert(tx, group, actor.id, this.clock.now());
      await this.log(tx, actor, 'added', group);
    });
    await this.synonyms.refresh();
    return group;
  }

  /** Throws 428 without a version, 409 with a stale one. */
  async change(actor: Actor, id: string, input: SynonymInput, version: number | undefined): Promise<StoredSynonym> {
    assertNames(input);
    const changed = await this.database.transaction(async (tx) => {
      const held = await this.held(tx, id);
      if (version === undefined) throw commonErrors.version_required();
      if (held.version !== version) throw commonErrors.stale_version();
      const group = { ...held, ...input, version: held.version + 1 };
      await this.groups.update(tx, group);
      await this.log(tx, actor, 'changed', group);
      return group;
    });
    await this.synonyms.refresh();
    return changed;
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const held = await this.held(tx, id);
      await this.groups.delete(tx, id);
      await this.log(tx, actor, 'removed', held);
    });
    await this.synonyms.refresh();
  }

  /** A search as it answers now, and as it would with a group more. */
  async preview(query: SearchQuery, input: SynonymInput): Promise<{ before: PreviewedSearch; after: PreviewedSearch }> {
    assertNames(input);
    const asked = { ...query, offset: 0, limit: PREVIEWED, facets: [] };
    const answer = async (synonyms: Synonyms): Promise<PreviewedSearch> => summaryOf(await this.engine.searchWith(asked, synonyms));
    return { before: await answer(this.engine.synonyms), after: await answer(new Synonyms([...(await this.synonyms.all()), input])) };
  }

  private async held(tx: Parameters<SynonymRepository['hold']>[0], id: string): Promise<StoredSynonym> {
    const held = await this.groups.hold(tx, id);
    if (!held) throw commonErrors.not_found();
    return held;
  }

  private log(tx: Parameters<EventStore['append']>[0], actor: Actor, verb: string, { id, words, onlyTo, version }: StoredSynonym): Promise<void> {
    return this.events.append(tx, actor, event(`search.synonym_${verb}.v1`, id, { synonymId: id, words, onlyTo }, { version }));
  }
}

const summaryOf = ({ total, ids, understood }: SearchResult): PreviewedSearch => ({ total, ids, relaxed: understood.relaxed });

/** Form is checked at the edge; here that each name can be found in a query, and that the group says something. */
function assertNames({ words, onlyTo }: SynonymInput): void {
  const faults: FieldError[] = Object.entries({ words, onlyTo }).flatMap(([field, names]) =>
    names.flatMap((name, i) => {
      const count = tokens(name).length;
      if (count >= 1 && count <= MOST_WORDS) return [];
      return [{ field: `${field}.${i}`, code: 'words', message: `Mỗi tên có 1–${MOST_WORDS} từ. / A name has 1 to ${MOST_WORDS} words.` }];
    }),
  );
  if (words.length === 0 || words.length + onlyTo.length < 2) faults.push({ field: 'words', code: 'few', message: 'Cần ít nhất hai tên. / At least two names are needed.' });
  if (faults.length > 0) throw invalidFields(faults);
}
