import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AuthGuard, type Problem, ProblemFilter } from '@app/platform';
import { path } from '../i18n/routes.js';
import { cameFrom } from './addresses.js';
import { ErrorPage } from './error.page.js';
import { htmlOf } from './html.interceptor.js';
import type { PageView } from './page-view.js';
import { PageViews, type ViewedRequest } from './page-views.js';

/** Worth asking the database who is there; after the others it may be away or under load. */
const NAMES_THE_READER = new Set([403, 404, 409, 412, 422]);

/** A text of its own says more than the general one of the status. */
const detailOf = ({ type, title }: Problem): string | undefined => (/^(http|common)\./.test(type) ? undefined : title);

/** Draws errors for people who asked for a page; who is not signed in is led to do so and back. */
@Injectable()
export class ErrorPages implements OnModuleInit {
  constructor(
    private readonly filter: ProblemFilter,
    private readonly guard: AuthGuard,
    private readonly views: PageViews,
  ) {}

  onModuleInit(): void {
    this.filter.errorPage = (problem, request, reply) => this.draw(problem, request, reply);
  }

  private async draw(problem: Problem, request: ViewedRequest, reply: FastifyReply): Promise<void> {
    void reply.header('cache-control', 'no-store');
    if (problem.status === 401) return this.toSignIn(request, reply);
    const view = await this.viewOf(problem, request);
    const page = <ErrorPage view={view} status={problem.status} detail={detailOf(problem)} requestId={problem.requestId} />;
    void reply.status(problem.status).type('text/html; charset=utf-8').send(htmlOf(page));
  }

  private toSignIn(request: ViewedRequest, reply: FastifyReply): void {
    const { lang, here, origin } = this.views.bare(request);
    const next = request.method === 'GET' ? here[lang] : cameFrom(request, origin);
    void reply.redirect(path(lang, 'signIn', {}, { next }), 303);
  }

  private async viewOf(problem: Problem, request: ViewedRequest): Promise<PageView> {
    try {
      if (!NAMES_THE_READER.has(problem.status)) return await this.views.forVisitor(request);
      // Where no route was found, nobody has asked yet who is there.
      request.actor ??= await this.guard.actorOf(request);
      return { ...(await this.views.of(request)), notice: undefined };
    } catch {
      return this.views.bare(request);
    }
  }
}
