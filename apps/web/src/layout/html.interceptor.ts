import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isValidElement, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { map, type Observable } from 'rxjs';
import { CONFIG, type Config, type RequestWithActor } from '@app/platform';
import { Returned, SeeOther } from './answers.js';
import { clearFlash, hasFlash, setFlash } from './flash.js';

export const htmlOf = (page: VNode): string => `<!doctype html>${renderToString(page)}`;

/** Turns what the handlers of pages answer into HTML or a redirect, with the headers for caches. */
@Injectable()
export class HtmlInterceptor implements NestInterceptor {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    return next.handle().pipe(map((answer: unknown) => this.answer(answer, http.getRequest(), http.getResponse())));
  }

  private answer(answer: unknown, request: FastifyRequest & RequestWithActor, reply: FastifyReply): unknown {
    if (answer instanceof SeeOther) return this.redirect(answer, reply);
    if (answer instanceof Returned) return this.page(answer.page, answer.status, reply);
    return isValidElement(answer) ? this.fresh(answer, request, reply) : answer;
  }

  private redirect({ url, status, notice }: SeeOther, reply: FastifyReply): string {
    if (notice) setFlash(reply, notice, this.isSecure);
    void reply.status(status).header('location', url).header('cache-control', 'no-store').type('text/plain; charset=utf-8');
    return '';
  }

  private page(page: VNode, status: number, reply: FastifyReply): string {
    void reply.status(status).type('text/html; charset=utf-8').header('cache-control', 'no-store');
    return htmlOf(page);
  }

  /** A page that was asked for: kept by the browser, but asked again with its tag. */
  private fresh(page: VNode, request: FastifyRequest & RequestWithActor, reply: FastifyReply): string {
    const html = this.page(page, 200, reply);
    if (hasFlash(request)) {
      clearFlash(reply, this.isSecure);
      return html;
    }
    const tag = `W/"${createHash('sha1').update(html).digest('base64url')}"`;
    void reply.header('cache-control', request.actor?.isSignedIn ? 'private, no-cache' : 'no-cache').header('vary', 'cookie').header('etag', tag);
    if (request.headers['if-none-match'] !== tag) return html;
    void reply.status(304);
    return '';
  }

  private get isSecure(): boolean {
    return this.config.publicUrl.startsWith('https:');
  }
}
