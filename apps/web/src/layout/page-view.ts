import type { Lang } from '../i18n/languages.js';

/** Who reads the page; the roles only decide what is offered, the services decide what is allowed. */
export interface Viewer {
  name: string;
  isSupplier: boolean;
  isEnterprise: boolean;
  isStaff: boolean;
  unread: number;
}

export type NoticeTone = 'info' | 'done' | 'mind' | 'failed';

export interface NoticeText {
  tone: NoticeTone;
  /** First clause, set in bold. */
  lead: string;
  text?: string;
  link?: { href: string; text: string };
}

/** The centre that runs the floor, for the footer and for those who would rather talk. */
export interface CentreContact {
  name: string;
  phone: string;
  hours: string;
}

/** Staff without an organization of their own work on the desk only. */
export const hasOwn = (viewer: Viewer): boolean => viewer.isSupplier || viewer.isEnterprise || !viewer.isStaff;

/** Posting is offered to whoever may do it, and to visitors, who sign in for it first. */
export const mayPostNeed = (viewer: Viewer | null): boolean => viewer === null || viewer.isEnterprise;
export const mayPostOffer = (viewer: Viewer | null): boolean => viewer === null || viewer.isSupplier;

/** What every page gets besides its own data. */
export interface PageView {
  lang: Lang;
  /** Origin of PUBLIC_URL, without a slash at the end. */
  origin: string;
  /** Path and query of this page in each language. */
  here: Record<Lang, string>;
  viewer: Viewer | null;
  centre: CentreContact;
  /** Said once on top of the page, after something was done. */
  notice?: NoticeText;
  /** A person's own choice; absent: as the system says. */
  theme?: 'light' | 'dark';
}
