import { Injectable } from '@nestjs/common';
import { type Actor, allow, assertFresh, Clock, commonErrors, Database, type Decision, event, EventStore, invalidFields, offsetOf, type Page, pageOf, type PageRequest, type Precondition, requireFresh, type Tx, uuidv7 } from '@app/platform';
import { TaxonomyService } from '@app/taxonomy';
import { type LoadedRequest, RequestRepository } from '../data/request.repository.js';
import { requestErrors } from '../domain/request.errors.js';
import { EMPTY_REQUEST, Request, type RequestContent, RequestRevision } from '../domain/request.js';
import { canEdit, canModerate, canRead, seesAll } from '../domain/request.policy.js';

export interface RequestDetails extends LoadedRequest {
  insider: boolean;
}

type Change = Partial<RequestContent> & { anonymous?: boolean };

const requestEvent = (verb: string, request: Request, from: string | null) =>
  event(
    `requests.request_${verb}.v1`,
    request.id,
    { requestId: request.id, organizationId: request.organizationId, centreId: request.centreId, version: request.version, revision: request.working.number },
    { version: request.version, organizationId: request.organizationId, centreId: request.centreId, from, to: request.state },
  );

@Injectable()
export class RequestService {
  constructor(
    private readonly database: Database,
    private readonly requests: RequestRepository,
    private readonly events: EventStore,
    private readonly taxonomy: TaxonomyService,
    private readonly clock: Clock,
  ) {}

  async get(actor: Actor, idOrSlug: string): Promise<RequestDetails> {
    const found = await this.requests.find(idOrSlug);
    if (!found) throw commonErrors.not_found();
    allow(canRead(actor, found.request));
    return { ...found, insider: seesAll(actor, found.request) };
  }

  /** Open requests, newest first; `centreId` keeps those of one centre. */
  async open(actor: Actor, query: PageRequest & { centreId?: string }): Promise<Page<RequestDetails>> {
    const { ids, total } = await this.requests.openPage(query.centreId, query.size, offsetOf(query));
    return pageOf(await this.stillOpen(actor, ids), total, query);
  }

  /** Those of these requests that are open now, in this order. */
  async stillOpen(actor: Actor, ids: string[]): Promise<RequestDetails[]> {
    const found = await this.requests.findMany(ids);
    return found.filter(({ request }) => request.isPublic).map((one) => ({ ...one, insider: seesAll(actor, one.request) }));
  }

  async mine(actor: Actor, query: PageRequest & { state?: string }): Promise<Page<RequestDetails>> {
    const { ids, total } = await this.requests.ownedIds(actor.organizationsOf('enterprise'), query.state, query.size, offsetOf(query));
    const found = await this.requests.findMany(ids);
    return pageOf(found.map((one) => ({ ...one, insider: true })), total, query);
  }

  async create(actor: Actor, content: Change & Pick<RequestContent, 'title' | 'need'>, organizationId?: string): Promise<RequestDetails> {
    const owner = organizationId ?? actor.organizationsOf('enterprise')[0];
    const membership = actor.memberships.find((m) => m.organizationId === owner && m.kind === 'enterprise');
    if (!membership) throw requestErrors.not_your_organization();
    this.assertCodes(content);
    const { anonymous, ...words } = content;
    const now = this.clock.now();
    const id = uuidv7();
    const request = Object.assign(new Request(), {
      id, code: null, organizationId: owner, centreId: membership.centreId,
      state: 'draft', liveRevisionId: null, anonymous: anonymous ?? false, openedAt: null, closedAt: null, outcome: null, outcomeNote: null,
      importedHash: null, createdAt: now, updatedAt: now, version: 1, live: null,
    } satisfies Partial<Request>);
    request.working = RequestRevision.begin({ id: uuidv7(), requestId: id, number: 1, by: actor.id, now }, { ...EMPTY_REQUEST, ...words });
    await this.database.transaction(async (tx) => {
      request.slug = await this.requests.freeSlug(tx, id, content.title);
      await this.requests.insert(tx, request);
      await this.events.append(tx, actor, requestEvent('created', request, null));
    });
    return this.get(actor, id);
  }

  async edit(actor: Actor, id: string, content: Change, precondition: Precondition): Promise<RequestDetails> {
    this.assertCodes(content);
    return this.change(actor, id, canEdit, precondition, (request) => {
      requireFresh(request.version, precondition);
      request.edit(content, actor.id, this.clock.now(), uuidv7());
      return 'edited';
    }, true);
  }

  submit(actor: Actor, id: string, precondition: Precondition = {}): Promise<RequestDetails> {
    return this.change(actor, id, canEdit, precondition, (request) => {
      request.submit(actor.id, this.clock.now());
      return 'submitted';
    });
  }

  recall(actor: Actor, id: string, precondition: Precondition = {}): Promise<RequestDetails> {
    return this.change(actor, id, canEdit, precondition, (request) => {
      request.recall(this.clock.now());
      return 'recalled';
    });
  }

  withdraw(actor: Actor, id: string, precondition: Precondition = {}): Promise<RequestDetails> {
    return this.change(actor, id, canEdit, precondition, (request) => {
      request.withdraw(this.clock.now());
      return 'withdrawn';
    });
  }

  reopen(actor: Actor, id: string, precondition: Precondition = {}): Promise<RequestDetails> {
    return this.change(actor, id, canEdit, precondition, (request) => {
      request.reopen(this.clock.now());
      return 'reopened';
    });
  }

  async close(actor: Actor, id: string, outcome: string, note: string | null): Promise<RequestDetails> {
    this.taxonomy.requireValid([{ field: 'outcome', scheme: 'requestOutcome', codes: [outcome] }]);
    return this.change(actor, id, canEdit, {}, (request) => {
      request.close(outcome, note, this.clock.now());
      return 'closed';
    });
  }

  approve(actor: Actor, id: string, precondition: Precondition = {}): Promise<RequestDetails> {
    return this.change(actor, id, canModerate, precondition, async (request, tx) => {
      const first = request.approve(actor.id, this.clock.now());
      const slug = await this.requests.freeSlug(tx, id, request.working.title);
      // A draft's address was never public, and may say what its owner has taken back.
      if (slug !== request.slug && !first) await this.requests.keepSlug(tx, id, request.slug);
      request.slug = slug;
      return first ? 'opened' : 'revised';
    });
  }

  return(actor: Actor, id: string, reason: string, precondition: Precondition = {}): Promise<RequestDetails> {
    return this.change(actor, id, canModerate, precondition, (request) => {
      request.return(reason, actor.id, this.clock.now());
      return 'returned';
    });
  }

  /** The one way in which a request changes: lock, policy, rule, save, event (the rule names its verb). */
  private async change(
    actor: Actor,
    id: string,
    policy: (actor: Actor, request: Request) => Decision,
    precondition: Precondition,
    rule: (request: Request, tx: Tx) => string | Promise<string>,
    content = false,
  ): Promise<RequestDetails> {
    await this.database.transaction(async (tx) => {
      const found = await this.requests.findForUpdate(tx, id);
      if (!found) throw commonErrors.not_found();
      const { request } = found;
      allow(policy(actor, request));
      assertFresh(request.version, precondition);
      const from = request.state;
      const verb = await rule(request, tx);
      await this.requests.save(tx, request, { content });
      await this.events.append(tx, actor, requestEvent(verb, request, from));
    });
    return this.get(actor, id);
  }

  private assertCodes(content: Change): void {
    const errors = this.taxonomy.check([
      { field: 'fields', scheme: 'field', codes: content.fields ?? [] },
      { field: 'transferModes', scheme: 'transferMode', codes: content.transferModes ?? [] },
      { field: 'province', scheme: 'province', codes: [content.province] },
    ]);
    if (errors.length > 0) throw invalidFields(errors);
  }
}
