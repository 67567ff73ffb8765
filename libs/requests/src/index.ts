export { ImportRequests } from './application/import-requests.use-case.js';
export { type BulkRequest, RequestBulkWriter } from './application/request-bulk-writer.js';
export { type OpenRequest, type RequestQueueItem, RequestReader } from './application/request-reader.js';
export { type RequestDetails, RequestService } from './application/request.service.js';
export { EMPTY_REQUEST, type RequestContent } from './domain/request.js';
export { CreateRequestBody, EditRequestBody, requestContentOf, type RequestView, toRequestView } from './http/request.dto.js';
export { RequestsHttpModule, RequestsModule } from './requests.module.js';
