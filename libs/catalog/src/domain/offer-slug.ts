import { slugify } from '@app/platform/kernel/fold.js';

/** The words of an offer's public address. */
export const offerSlugWords = (title: string): string => slugify(title) || 'chao-ban';
