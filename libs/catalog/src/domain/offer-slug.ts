import { slugify } from '@app/platform/kernel/fold.js';

/** The public address of an offer: readable, and unique by the end of its id. */
export const offerSlug = (title: string, id: string): string => `${slugify(title) || 'chao-ban'}-${id.slice(-8)}`;
