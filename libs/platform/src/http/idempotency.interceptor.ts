import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { RequestWithActor } from '../auth/auth.decorators.js';
import { commitHook, Database, type Tx } from '../database/database.js';
import { defineErrors } from '../kernel/domain-error.js';

export const idempotencyErrors = defineErrors('idempotency', {
  running: { kind: 'conflict', vi: 'Yêu cầu cùng Idempotency-Key đang chạy.', en: 'A request with this Idempotency-Key is still running.' },
  other_body: { kind: 'invalid', vi: 'Idempotency-Key này đã dùng cho nội dung khác.', en: 'This Idempotency-Key was used with another body.' },
  answer_lost: {
    kind: 'conflict',
    vi: 'Việc này đã làm xong, nhưng câu trả lời bị mất do sự cố. Hãy đọc lại nội dung, đừng gửi lần nữa.',
    en: 'This call was carried out, but its answer was lost in a failure. Read the content again instead of sending it once more.',
  },
  bad_key: { kind: 'invalid', vi: 'Idempotency-Key dài từ 1 đến 200 ký tự.', en: 'Idempotency-Key must have 1 to 200 characters.' },
});

/** A call that was cut off by a crash may be made again after this long. */
const ABANDONED_AFTER = '60 seconds';
const KEPT_FOR = '24 hours';

const ONE_KEY = 'where account_id = $1 and route = $2 and key = $3';

interface StoredAnswer {
  body_hash: string;
  committed: boolean;
  fresh: boolean;
  status: number | null;
  answer: unknown;
}

/**
 * `Idempotency-Key` of the API: per account and route, for 24 hours, the stored answer again. Failures are not stored. That the work is done is noted in its own transaction, so that a crash
 * before the answer is stored never lets it be done twice.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly database: Database) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest & RequestWithActor>();
    const key = request.headers['idempotency-key'];
    const { actor } = request;
    if (typeof key !== 'string' || !actor?.id || actor.origin !== 'api' || request.method === 'GET' || request.method === 'HEAD') return next.handle();
    return from(this.once(key, actor.id, request, context.switchToHttp().getResponse<FastifyReply>(), next));
  }

  private async once(key: string, account: string, request: FastifyRequest, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    if (key.length === 0 || key.length > 200) throw idempotencyErrors.bad_key();
    const route = `${request.method} ${request.url.split('?')[0]}`.slice(0, 500);
    const hash = createHash('sha256').update(JSON.stringify(request.body ?? null)).digest('hex');
    const claimed = await this.claim(account, route, key, hash);
    if (claimed) return this.run(account, route, key, reply, next);
    const [stored] = await this.database.query<StoredAnswer>(
      `select body_hash, committed, created_at > now() - interval '${ABANDONED_AFTER}' as fresh, status, answer
       from idempotency_key ${ONE_KEY}`,
      [account, route, key],
    );
    if (stored && stored.body_hash !== hash) throw idempotencyErrors.other_body();
    if (stored?.committed && stored.status === null && !stored.fresh) throw idempotencyErrors.answer_lost();
    if (!stored || stored.status === null) throw idempotencyErrors.running();
    void reply.status(stored.status).header('idempotency-replayed', 'true');
    return stored.answer ?? undefined;
  }

  private async claim(account: string, route: string, key: string, hash: string): Promise<boolean> {
    const rows = await this.database.query(
      `insert into idempotency_key as k (account_id, route, key, body_hash) values ($1, $2, $3, $4)
       on conflict (account_id, route, key) do update set body_hash = $4, created_at = now(), status = null, answer = null, committed = false
         where k.created_at < now() - interval '${KEPT_FOR}'
            or (k.status is null and not k.committed and k.body_hash = $4 and k.created_at < now() - interval '${ABANDONED_AFTER}')
       returning 1`,
      [account, route, key, hash],
    );
    return rows.length === 1;
  }

  private async run(account: string, route: string, key: string, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    try {
      const noteDone = (tx: Tx): Promise<unknown> => tx.query(`update idempotency_key set committed = true ${ONE_KEY}`, [account, route, key]);
      const answer: unknown = await commitHook.run(async (tx) => void (await noteDone(tx)), () => lastValueFrom(next.handle(), { defaultValue: undefined }));
      await this.database.query(
        `update idempotency_key set status = $4, answer = $5 ${ONE_KEY}`,
        [account, route, key, reply.statusCode, JSON.stringify(answer ?? null)],
      );
      return answer;
    } catch (error) {
      await this.database.query(`delete from idempotency_key ${ONE_KEY} and status is null and not committed`, [account, route, key]);
      throw error;
    }
  }
}
