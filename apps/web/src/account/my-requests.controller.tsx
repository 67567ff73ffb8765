import { Body, Param, Query } from '@nestjs/common';
import { MatchService } from '@app/matching';
import { type Actor, Code, commonErrors, CurrentActor, IdPipe, Optional, Requires, Text, TEXT_MAX } from '@app/platform';
import { EditRequestBody, requestContentOf, type RequestDetails, RequestService, toRequestView } from '@app/requests';
import type { RequestState } from '../components/state-tag.js';
import { checked, inWords, type Posted, returnedForm, textIn, typedOf, versionIn } from '../forms/posted-form.js';
import { path } from '../i18n/routes.js';
import { addressesOf } from '../layout/addresses.js';
import { type PageAnswer, Returned, SeeOther } from '../layout/answers.js';
import type { NoticeCode } from '../layout/flash.js';
import { GetPage, PageController, PostTo, View } from '../layout/page-controller.decorator.js';
import type { PageView } from '../layout/page-view.js';
import { pageIn, pagingOf } from '../layout/paging.js';
import { REQUEST_NAMES, requestBodyOf, typedRequest, valuesOfRequest } from '../requests/request-form.js';
import { RequestPages } from '../requests/request-pages.js';
import { MyRequestsPage } from './my-requests.page.js';

class CloseForm {
  @Code() outcome: string;
  @Optional() @Text(TEXT_MAX) note?: string | null;
}

const DONE = { submit: 'requestSubmitted', recall: 'requestRecalled', withdraw: 'requestWithdrawn', reopen: 'requestReopened' } as const satisfies Record<string, NoticeCode>;

const isPlain = (action: string): action is keyof typeof DONE => Object.hasOwn(DONE, action);

@PageController()
@Requires('request:write')
export class MyRequestsController {
  constructor(
    private readonly requests: RequestService,
    private readonly matches: MatchService,
    private readonly pages: RequestPages,
  ) {}

  @GetPage('myRequests')
  async list(@View() view: PageView, @CurrentActor() actor: Actor, @Query() query: Record<string, unknown>): Promise<PageAnswer> {
    const found = await this.requests.mine(actor, pageIn(query));
    const counts = await this.matches.counts(found.items.map(({ request }) => request.id));
    const items = found.items.map((details) => {
      const { id, slug, title, state, deadline } = toRequestView(details, actor);
      return { id, slug, title, state: state as RequestState, deadline, matchCount: counts.get(id) ?? 0 };
    });
    return <MyRequestsPage view={view} items={items} total={found.total} paging={pagingOf(view, found)} />;
  }

  @GetPage('myRequest')
  async edit(@View() view: PageView, @CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PageAnswer> {
    const details = await this.requests.get(actor, id);
    if (!toRequestView(details, actor).allowedActions.includes('edit')) return new SeeOther(this.address(view, details), undefined, 302);
    return this.pages.formOf(view, actor, details);
  }

  @PostTo('myRequest')
  async save(@View() view: PageView, @CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: Posted): Promise<PageAnswer> {
    const values = typedRequest(body);
    try {
      const { plain, faults } = requestBodyOf(body);
      const valid = await checked(EditRequestBody, { ...plain, version: versionIn(body) }, faults);
      await this.requests.edit(actor, id, requestContentOf(valid), { version: valid.version });
      if (textIn(body, 'then') !== 'submit') return new SeeOther(path(view.lang, 'myRequest', { id }), 'requestSaved');
      return new SeeOther(this.address(view, await this.requests.submit(actor, id)), 'requestSubmitted');
    } catch (error) {
      const { form, status } = returnedForm(error, values, { lang: view.lang, names: REQUEST_NAMES });
      return new Returned(status, this.pages.form(view, form, toRequestView(await this.requests.get(actor, id), actor)));
    }
  }

  @PostTo('myRequestAct')
  async act(@View() view: PageView, @CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Param('action') action: string, @Body() body: Posted): Promise<PageAnswer> {
    if (action === 'close') return this.close(view, actor, id, body);
    if (!isPlain(action)) throw commonErrors.not_found();
    try {
      return new SeeOther(this.address(view, await this.requests[action](actor, id, { version: versionIn(body) })), DONE[action]);
    } catch (error) {
      return this.refused(view, actor, await this.requests.get(actor, id), error);
    }
  }

  /** What is missing is asked for in the form; any other refusal is said on the request's page, beside what can be done now. */
  private async refused(view: PageView, actor: Actor, details: RequestDetails, error: unknown): Promise<PageAnswer> {
    const request = toRequestView(details, actor);
    const { form, status } = returnedForm(error, valuesOfRequest(request), { lang: view.lang, names: REQUEST_NAMES });
    if (request.allowedActions.includes('edit') && form.errors.some(({ field }) => field)) return new Returned(status, this.pages.form(view, form, request));
    return new Returned(status, await this.pages.page({ ...view, here: addressesOf('request', { slug: request.slug }) }, actor, details, inWords(form)));
  }

  private async close(view: PageView, actor: Actor, id: string, body: Posted): Promise<PageAnswer> {
    try {
      const { outcome, note } = await checked(CloseForm, { outcome: textIn(body, 'outcome'), note: textIn(body, 'note') || null });
      return new SeeOther(this.address(view, await this.requests.close(actor, id, outcome, note ?? null)), 'requestClosed');
    } catch (error) {
      const { form, status } = returnedForm(error, typedOf(body), { lang: view.lang, scope: 'close' });
      const details = await this.requests.get(actor, id);
      const here = addressesOf('request', { slug: details.request.slug });
      return new Returned(status, await this.pages.page({ ...view, here }, actor, details, form));
    }
  }

  private address(view: PageView, { request: { slug } }: RequestDetails): string {
    return path(view.lang, 'request', { slug });
  }
}
