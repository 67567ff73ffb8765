import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { PUBLIC, type RequestWithActor } from '../auth/auth.decorators.js';
import { Database } from '../database/database.js';
import { defineErrors } from '../kernel/domain-error.js';

export const idempotencyErrors = defineErrors('idempotency', {
  running: { kind: 'conflict', vi: 'Yêu cầu cùng Idempotency-Key đang chạy.', en: 'A request with this Idempotency-Key is still running.' },
  other_body: { kind: 'invalid', vi: 'Idempotency-Key này đã dùng cho nội dung khác.', en: 'This Idempotency-Key was used with another body.' },
  bad_key: { kind: 'invalid', vi: 'Idempotency-Key dài từ 1 đến 200 ký tự.', en: 'Idempotency-Key must have 1 to 200 characters.' },
});

/** A call that was cut off by a crash may be made again after this long. */
const ABANDONED_AFTER = '60 seconds';
const KEPT_FOR = '24 hours';

interface StoredAnswer {
  body_hash: string;
  status: number | null;
  answer: unknown;
}

/**
 * `Idempotency-Key`: per account and route, for 24 hours, the stored answer again. Failures are not stored, nor is anything
 * of public routes: a sign-in's answer is a secret.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly database: Database) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest & RequestWithActor>();
    const key = request.headers['idempotency-key'];
    const account = request.actor?.id;
    const isPublic = [context.getHandler(), context.getClass()].some((target) => Reflect.getMetadata(PUBLIC, target) === true);
    if (typeof key !== 'string' || !account || isPublic || request.method === 'GET' || request.method === 'HEAD') return next.handle();
    return from(this.once(key, account, request, context.switchToHttp().getResponse<FastifyReply>(), next));
  }

  private async once(key: string, account: string, request: FastifyRequest, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    if (key.length === 0 || key.length > 200) throw idempotencyErrors.bad_key();
    const route = `${request.method} ${request.url.split('?')[0]}`.slice(0, 500);
    const hash = createHash('sha256').update(JSON.stringify(request.body ?? null)).digest('hex');
    const claimed = await this.claim(account, route, key, hash);
    if (claimed) return this.run(account, route, key, reply, next);
    const [stored] = await this.database.query<StoredAnswer>(
      'select body_hash, status, answer from idempotency_key where account_id = $1 and route = $2 and key = $3',
      [account, route, key],
    );
    if (stored && stored.body_hash !== hash) throw idempotencyErrors.other_body();
    if (!stored || stored.status === null) throw idempotencyErrors.running();
    void reply.status(stored.status).header('idempotency-replayed', 'true');
    return stored.answer ?? undefined;
  }

  private async claim(account: string, route: string, key: string, hash: string): Promise<boolean> {
    const rows = await this.database.query(
      `insert into idempotency_key as k (account_id, route, key, body_hash) values ($1, $2, $3, $4)
       on conflict (account_id, route, key) do update set body_hash = $4, created_at = now(), status = null, answer = null
         where k.created_at < now() - interval '${KEPT_FOR}'
            or (k.status is null and k.body_hash = $4 and k.created_at < now() - interval '${ABANDONED_AFTER}')
       returning 1`,
      [account, route, key, hash],
    );
    return rows.length === 1;
  }

  private async run(account: string, route: string, key: string, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    try {
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await this.database.query(
        'update idempotency_key set status = $4, answer = $5 where account_id = $1 and route = $2 and key = $3',
        [account, route, key, reply.statusCode, JSON.stringify(answer ?? null)],
      );
      return answer;
    } catch (error) {
      await this.database.query('delete from idempotency_key where account_id = $1 and route = $2 and key = $3 and status is null', [account, route, key]);
      throw error;
    }
  }
}
