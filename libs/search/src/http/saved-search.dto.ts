import { Code, Text } from '@app/platform';
import type { SavedSearch } from '../data/saved-search.entity.js';

export class SavedSearchBody {
  @Text(200, { min: 1 }) name: string;
  @Text(4_000) query: string;
  @Code() frequency: string;
}

export class SavedSearchView {
  id: string;
  name: string;
  query: string;
  frequency: string;
  createdAt: string;
}

export const toSavedSearchView = ({ id, name, query, frequency, createdAt }: SavedSearch): SavedSearchView => ({
  id, name, query, frequency, createdAt: createdAt.toISOString(),
});
