import { Body, Param, Query } from '@nestjs/common';
import { ConnectionService, type ConnectionView } from '@app/connections';
import { type Actor, Code, commonErrors, CurrentActor, IdPipe, Optional, Requires, Text, TEXT_MAX, Vnd } from '@app/platform';
import { checked, type Posted, returnedForm, textIn, typedOf } from '../forms/posted-form.js';
import { sumIn } from '../forms/typed-values.js';
import { path } from '../i18n/routes.js';
import { type PageAnswer, Returned, SeeOther } from '../layout/answers.js';
import type { NoticeCode } from '../layout/flash.js';
import { GetPage, PageController, PostTo, View } from '../layout/page-controller.decorator.js';
import type { PageView } from '../layout/page-view.js';
import { pageIn, pagingOf } from '../layout/paging.js';
import { ConnectionPages } from './connection-pages.js';
import { type ConnectionRow, ConnectionsPage } from './connections.page.js';

class MessageForm {
  @Text(TEXT_MAX, { min: 1 }) text: string;
}

class DeclineForm {
  @Text(TEXT_MAX, { min: 1 }) reason: string;
}

class OutcomeForm {
  @Code() outcome: string;
  @Optional() @Vnd() valueMin?: number | null;
  @Optional() @Vnd() valueMax?: number | null;
  @Optional() @Text(TEXT_MAX) note?: string | null;
}

const OUTCOME_NAMES = { valueMin: 'valueMinMillions', valueMax: 'valueMaxMillions' };

const DONE = { confirm: 'connectionConfirmed', decline: 'connectionDeclined', messages: 'messageSent', outcome: 'outcomeSaved' } as const satisfies Record<string, NoticeCode>;

const isAction = (action: string): action is keyof typeof DONE => Object.hasOwn(DONE, action);

@PageController()
@Requires('connection:act')
export class ConnectionsController {
  constructor(
    private readonly connections: ConnectionService,
    private readonly pages: ConnectionPages,
  ) {}

  @GetPage('connections')
  async list(@View() view: PageView, @CurrentActor() actor: Actor, @Query() query: Record<string, unknown>): Promise<PageAnswer> {
    const found = await this.connections.list(actor, pageIn(query));
    return <ConnectionsPage view={view} items={found.items.map(rowOf)} paging={pagingOf(view, found)} />;
  }

  @GetPage('connection')
  async show(@View() view: PageView, @CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PageAnswer> {
    return this.pages.page(view, await this.connections.get(actor, id));
  }

  @PostTo('connectionAct')
  async act(@View() view: PageView, @CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Param('action') action: string, @Body() body: Posted): Promise<PageAnswer> {
    if (!isAction(action)) throw commonErrors.not_found();
    try {
      const { state } = await this[action](actor, id, body);
      return new SeeOther(path(view.lang, 'connection', { id }), action === 'confirm' && state === 'confirmed' ? 'connectionBoth' : DONE[action]);
    } catch (error) {
      const { form, status } = returnedForm(error, typedOf(body), { lang: view.lang, scope: action, names: OUTCOME_NAMES });
      return new Returned(status, await this.pages.page(view, await this.connections.get(actor, id), form));
    }
  }

  private confirm(actor: Actor, id: string): Promise<ConnectionView> {
    return this.connections.confirm(actor, id);
  }

  private async decline(actor: Actor, id: string, body: Posted): Promise<ConnectionView> {
    const { reason } = await checked(DeclineForm, { reason: textIn(body, 'reason') });
    return this.connections.decline(actor, id, reason);
  }

  private async messages(actor: Actor, id: string, body: Posted): Promise<ConnectionView> {
    const { text } = await checked(MessageForm, { text: textIn(body, 'text') });
    return this.connections.post(actor, id, text);
  }

  private async outcome(actor: Actor, id: string, body: Posted): Promise<ConnectionView> {
    const faults: Parameters<typeof sumIn>[2] = [];
    const plain = {
      outcome: textIn(body, 'outcome'), valueMin: sumIn(body, 'valueMinMillions', faults), valueMax: sumIn(body, 'valueMaxMillions', faults), note: textIn(body, 'note') || null,
    };
    const { outcome, valueMin, valueMax, note } = await checked(OutcomeForm, plain, faults);
    return this.connections.outcome(actor, id, { outcome, valueMin: valueMin ?? null, valueMax: valueMax ?? null, note: note ?? null });
  }
}

const rowOf = ({ id, state, offer, request, supplier, buyer, createdAt }: ConnectionView): ConnectionRow => ({
  id, state, offerTitle: offer.title, requestTitle: request?.title ?? null, supply: supplier.name, demand: buyer?.name ?? null, createdAt,
});
