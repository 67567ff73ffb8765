import { Injectable } from '@nestjs/common';
import { type Actor, Clock, commonErrors, Database, event, EventStore, offsetOf, type Page, pageOf, type PageRequest, type Precondition, requireFresh, uuidv7 } from '@app/platform';
import { type StoredSynonym, SynonymRepository } from '../data/synonym.repository.js';
import { assertNames, assertNew, type SynonymNames } from '../domain/synonym-names.js';
import { SynonymService } from './synonym.service.js';

/** Staff add, change and remove groups of synonyms; `SynonymPreviewer` shows beforehand what that does. */
@Injectable()
export class SynonymEditor {
  constructor(
    private readonly database: Database,
    private readonly groups: SynonymRepository,
    private readonly synonyms: SynonymService,
    private readonly events: EventStore,
    private readonly clock: Clock,
  ) {}

  async list(text: string, request: PageRequest): Promise<Page<StoredSynonym>> {
    const { items, total } = await this.groups.page(this.database, text, offsetOf(request), request.size);
    return pageOf(items, total, request);
  }

  /** Throws `common.not_found`. */
  async get(id: string): Promise<StoredSynonym> {
    const group = await this.groups.find(this.database, id);
    if (!group) throw commonErrors.not_found();
    return group;
  }

  /** Throws `common.invalid` for names that cannot be some, and for a group that is there already. */
  async add(actor: Actor, names: SynonymNames): Promise<StoredSynonym> {
    assertNames(names);
    const group = { id: uuidv7(), ...names, version: 1 };
    await this.database.transaction(async (tx) => {
      await this.groups.lock(tx);
      assertNew(names, await this.groups.all(tx));
      await this.groups.insert(tx, group, actor.id, this.clock.now());
      await this.log(tx, actor, 'added', group);
    });
    await this.synonyms.refresh();
    return group;
  }

  /** The group's names are those given. Needs the version that was read. Throws as `add`. */
  async change(actor: Actor, id: string, names: SynonymNames, precondition: Precondition): Promise<StoredSynonym> {
    assertNames(names);
    const changed = await this.database.transaction(async (tx) => {
      await this.groups.lock(tx);
      const held = await this.held(tx, id, precondition);
      assertNew(names, await this.groups.all(tx, id));
      const group = { ...held, ...names, version: held.version + 1 };
      await this.groups.update(tx, group);
      await this.log(tx, actor, 'changed', group);
      return group;
    });
    await this.synonyms.refresh();
    return changed;
  }

  /** Needs the version that was read. */
  async remove(actor: Actor, id: string, precondition: Precondition): Promise<void> {
    await this.database.transaction(async (tx) => {
      const held = await this.held(tx, id, precondition);
      await this.groups.delete(tx, id);
      await this.log(tx, actor, 'removed', held);
    });
    await this.synonyms.refresh();
  }

  private async held(tx: Parameters<SynonymRepository['hold']>[0], id: string, precondition: Precondition): Promise<StoredSynonym> {
    const held = await this.groups.hold(tx, id);
    if (!held) throw commonErrors.not_found();
    requireFresh(held.version, precondition);
    return held;
  }

  private log(tx: Parameters<EventStore['append']>[0], actor: Actor, verb: string, { id, words, onlyTo, version }: StoredSynonym): Promise<void> {
    return this.events.append(tx, actor, event(`search.synonym_${verb}.v1`, id, { synonymId: id, words, onlyTo }, { version }));
  }
}
