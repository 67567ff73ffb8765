import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Lang } from '../i18n/languages.js';
import type { MessageKey } from '../i18n/message-params.js';
import { MESSAGES, t } from '../i18n/translate.js';
import type { NoticeText } from './page-view.js';

/** What can be said on the page that follows an action: the texts `done.<code>`. */
export type NoticeCode = Extract<MessageKey, `done.${string}`> extends `done.${infer Code}` ? Code : never;

const COOKIE = 'notice';
const MAX_AGE_SECONDS = 120;

const options = (secure: boolean) => ({ httpOnly: true, secure, sameSite: 'lax' as const, path: '/' });

/** Only a code travels in the cookie, never words or names. */
export const setFlash = (reply: FastifyReply, code: NoticeCode, secure: boolean): void => {
  void reply.setCookie(COOKIE, code, { ...options(secure), maxAge: MAX_AGE_SECONDS });
};

export const clearFlash = (reply: FastifyReply, secure: boolean): void => {
  void reply.clearCookie(COOKIE, options(secure));
};

const keyOf = (request: FastifyRequest): Extract<MessageKey, `done.${string}`> | undefined => {
  const key = `done.${request.cookies?.[COOKIE] ?? ''}`;
  return Object.hasOwn(MESSAGES.vi, key) ? (key as Extract<MessageKey, `done.${string}`>) : undefined;
};

export const hasFlash = (request: FastifyRequest): boolean => request.cookies?.[COOKIE] !== undefined;

export const flashOf = (request: FastifyRequest, lang: Lang): NoticeText | undefined => {
  const key = keyOf(request);
  return key && { tone: 'done', lead: t(lang)(key) };
};
