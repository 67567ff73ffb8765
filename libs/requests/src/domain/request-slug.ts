import { slugify } from '@app/platform/kernel/fold.js';

/** The words of a request's public address. */
export const requestSlugWords = (title: string): string => slugify(title) || 'yeu-cau';
