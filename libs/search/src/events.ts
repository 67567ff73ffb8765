export const SEARCH_SAVED = 'search.search_saved.v1';
export const SAVED_SEARCH_REMOVED = 'search.saved_search_removed.v1';
