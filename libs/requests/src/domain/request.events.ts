import { event } from '@app/platform';
import { REQUESTS_IMPORTED } from '../events.js';

/** Requests that an import has opened or revised, few in one event. */
export const requestsImported = (runId: string, centreId: string, requestIds: string[]) =>
  event(REQUESTS_IMPORTED, runId, { requestIds, centreId }, { centreId, to: 'open' });
