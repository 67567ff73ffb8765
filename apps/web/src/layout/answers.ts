import type { VNode } from 'preact';
import type { NoticeCode } from './flash.js';

/** Leads on to another page after something was done; the notice is said there once. */
export class SeeOther {
  constructor(
    readonly url: string,
    readonly notice?: NoticeCode,
    readonly status: 301 | 302 | 303 = 303,
  ) {}
}

/** The same page again, with what has to be corrected. */
export class Returned {
  constructor(
    readonly status: number,
    readonly page: VNode,
  ) {}
}

/** What a handler of a page may answer. */
export type PageAnswer = VNode | SeeOther | Returned;
