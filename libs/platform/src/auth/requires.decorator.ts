import { applyDecorators, SetMetadata, UseInterceptors } from '@nestjs/common';
import { IdempotencyInterceptor } from '../http/idempotency.interceptor.js';
import { REQUIRES } from './auth.decorators.js';
import type { Permission } from './permissions.js';

/**
 * The permission that a route demands. A route with neither this nor `@Public()` is refused to everybody. Writes take an
 * `Idempotency-Key`; public routes do not, since an answer of theirs may be a secret (a sign-in's).
 */
export const Requires = (permission: Permission) => applyDecorators(SetMetadata(REQUIRES, permission), UseInterceptors(IdempotencyInterceptor));
