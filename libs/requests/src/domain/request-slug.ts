import { slugify } from '@app/platform';

/** The public address of a request: readable, and unique by the end of its id. */
export const requestSlug = (title: string, id: string): string => `${slugify(title) || 'yeu-cau'}-${id.slice(-8)}`;
