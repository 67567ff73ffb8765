import { Global, Module } from '@nestjs/common';
import { AuthGuard } from '../auth/auth.guard.js';
import { Logger } from '../logging/logger.js';
import { ProblemFilter } from './problem.filter.js';
import { UnexpectedInputGuard } from './unexpected-input.guard.js';

/** What stands before every route; the identity module must provide `AuthSource`. */
@Global()
@Module({
  providers: [AuthGuard, ProblemFilter, UnexpectedInputGuard, Logger],
  exports: [AuthGuard, ProblemFilter, UnexpectedInputGuard],
})
export class HttpModule {}
