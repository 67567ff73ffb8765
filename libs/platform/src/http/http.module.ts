import { Global, Module } from '@nestjs/common';
import { AuthGuard } from '../auth/auth.guard.js';
import { Logger } from '../logging/logger.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { ProblemFilter } from './problem.filter.js';
import { UnexpectedInputGuard } from './unexpected-input.guard.js';

/** What stands before every route; the identity module must provide `AuthSource`. */
@Global()
@Module({
  providers: [AuthGuard, ProblemFilter, UnexpectedInputGuard, IdempotencyInterceptor, Logger],
  exports: [AuthGuard, ProblemFilter, UnexpectedInputGuard, IdempotencyInterceptor],
})
export class HttpModule {}
