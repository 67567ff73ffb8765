/** Data of every `requests.request_*.v1` event. */
export interface RequestEventData {
  [key: string]: string | number;
  requestId: string;
  organizationId: string;
  centreId: string;
  version: number;
  revision: number;
}

/** Events after which an open request's approved content is new or back. */
export const REQUEST_OPENED = ['opened', 'revised', 'reopened'].map((verb) => `requests.request_${verb}.v1`);
/** Events after which a request is open no longer. */
export const REQUEST_LEFT = ['closed', 'withdrawn'].map((verb) => `requests.request_${verb}.v1`);
/** An import has opened or revised some requests: `requestIds`. */
export const REQUESTS_IMPORTED = 'requests.requests_imported.v1';
