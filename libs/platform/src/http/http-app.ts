import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import type { Type, DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AuthGuard } from '../auth/auth.guard.js';
import type { Config } from '../config/config.js';
import { commonErrors } from '../kernel/domain-error.js';
import { Logger } from '../logging/logger.js';
import { Metrics } from '../metrics/metrics.js';
import { addressBlock } from './address-block.js';
import { isCrossOrigin } from './cross-origin.js';
import { etagOf } from './etag.js';
import { toJson } from './json.js';
import { plainPath } from './plain-path.js';
import { ProblemFilter } from './problem.filter.js';
import { problemOf } from './problem.js';
import { KnownRoutes } from './known-routes.js';
import { UnexpectedInputGuard } from './unexpected-input.guard.js';
import { securityHeaders } from './security-headers.js';
import { InputPipe } from './validation.js';

const BODY_LIMIT = 1024 * 1024;
const MAX_JSON_DEPTH = 20;
const MAX_URL = 8_192;
const MAX_HEADERS = 32 * 1024;
const REQUEST_TIMEOUT_MS = 60_000;
/** Quick, and with a window that fits a page: the default takes megabytes for each answer under way. */
const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18 };
/** Of one network; what watches a floor asks every few seconds. */
const PROBES_A_MINUTE = 240;
/** Held in memory, and a page needs several. */
const ASSET_ROUTE = '/assets/:name';
const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Makes the HTTP application: limits, headers, sign-in, validation and the one error shape. Not yet listening. */
export const createHttpApp = async (
  module: Type<unknown> | DynamicModule,
  config: Config,
): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    genReqId: () => randomUUID(),
    rewriteUrl: ({ url = '/' }: { url?: string }) => plainPath(url),
    // Without a Host Node would answer by itself, with nothing in it.
    http: { maxHeaderSize: MAX_HEADERS, requireHostHeader: false },
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    frameworkErrors: (error: Error & { statusCode?: number }, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply, error.statusCode ?? 400, String(request.id)),
    clientErrorHandler,
  } as never);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    abortOnError: false,
    logger: false,
    bodyParser: false,
  });
  app.useLogger(app.get(Logger));
  const fastify = adapter.getInstance<FastifyInstance>();
  answerForNode(fastify.server);
  const routes = new KnownRoutes(fastify);
  await registerEdge(fastify, config, app.get(Metrics));
  const filter = app.get(ProblemFilter);
  filter.routes = routes;
  app.useGlobalFilters(filter);
  app.useGlobalGuards(app.get(AuthGuard), app.get(UnexpectedInputGuard));
  app.useGlobalPipes(new InputPipe());
  // Instead of Nest's own, which knows less; Fastify warns when a second one is set over it.
  adapter.setErrorHandler = () => fastify.setErrorHandler((error, request, reply) => filter.answer(error, request, reply));
  await app.init();
  return app;
};

const registerEdge = async (fastify: FastifyInstance, config: Config, metrics: Metrics): Promise<void> => {
  replaceJsonParser(fastify);
  // Fastify sends bytes as well as text; its type knows text only.
  fastify.setReplySerializer(toJson as (answer: unknown) => string);
  const headers = securityHeaders(config);
  fastify.addHook('onRequest', (request, reply, next) => {
    void reply.headers(headers).header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    next();
  });
  await fastify.register(cookie);
  await fastify.register(formbody, { bodyLimit: BODY_LIMIT });
  await fastify.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], brotliOptions: { params: BROTLI } } as never);
  if (config.rateLimit > 0) {
    await fastify.register(rateLimit, {
      max: (request: FastifyRequest) => (isProbe(request) ? PROBES_A_MINUTE : config.rateLimit),
      timeWindow: '1 minute',
      keyGenerator: (request: FastifyRequest) => `${isProbe(request) ? 'probe ' : ''}${addressBlock(request.ip)}`,
      allowList: (request: FastifyRequest) => request.routeOptions.url === ASSET_ROUTE,
      errorResponseBuilder: () => commonErrors.rate_limited(),
    });
  }
  fastify.addHook('onRequest', (request, _reply, next) => {
    if (request.headers.host === undefined && request.raw.httpVersion !== '1.0') return next(refusal(400));
    if (request.url.length > MAX_URL) return next(refusal(414));
    if (WRITES.has(request.method) && isCrossOrigin(request, config.publicUrl)) return next(refusal(403));
    next();
  });
  fastify.addHook('preSerialization', (_request, reply, answer, next) => {
    const etag = etagOf(answer);
    if (etag !== undefined) void reply.header('etag', etag);
    next(null, answer);
  });
  fastify.addHook('onResponse', (request, reply, next) => {
    const route = request.routeOptions?.url ?? 'unknown';
    metrics.requests.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    next();
  });
};

/** Probes have a count of their own: who uses the floor much behind one address is still found well. */
const isProbe = (request: FastifyRequest): boolean => request.routeOptions.url?.startsWith('/health/') ?? false;

/** Answered by the filter, as JSON or as a page. */
const refusal = (statusCode: number): Error => Object.assign(new Error(`refused with ${statusCode}`), { statusCode });

/** JSON with a limit of depth; `__proto__` keys are refused by the parser (secure-json-parse in Fastify). */
const replaceJsonParser = (fastify: FastifyInstance): void => {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  fastify.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: BODY_LIMIT }, (request, body, done) => {
    const text = body as string;
    if (text.trim() === '') return done(null, undefined);
    if (depthOf(text) > MAX_JSON_DEPTH) return done(Object.assign(new Error('too deep'), { statusCode: 400 }));
    return parse(request, text, done);
  });
};

const depthOf = (json: string): number => {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < json.length; i++) {
    const c = json.charCodeAt(i);
    if (inString) {
      if (c === 92) i++;
      else if (c === 34) inString = false;
    } else if (c === 34) inString = true;
    else if (c === 123 || c === 91) deepest = Math.max(deepest, ++depth);
    else if (c === 125 || c === 93) depth--;
  }
  return deepest;
};

const sendProblem = (reply: FastifyReply, status: number, requestId: string): FastifyReply =>
  reply
    .status(status)
    .header('x-request-id', requestId)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemOf(status, requestId)));

const PARSER_STATUS: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };
const LONG_ADDRESS = new RegExp(`^[A-Z]{3,10} [^\\r\\n]{${MAX_URL}}`);

type ParserError = Error & { code?: string; rawPacket?: Buffer };

// The parser counts the address as part of the headers.
const parserStatus = ({ code, rawPacket }: ParserError): number =>
  code === 'HPE_HEADER_OVERFLOW' && LONG_ADDRESS.test(rawPacket?.toString('latin1') ?? '') ? 414 : (PARSER_STATUS[code ?? ''] ?? 400);

/** What the HTTP parser refuses never reaches a handler; it is answered in the same shape. */
function clientErrorHandler(error: ParserError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  refuseOn(socket, parserStatus(error));
}

/** What Node would answer without a word, or cut off. */
const answerForNode = (server: Server): void => {
  server.on('checkExpectation', (request: IncomingMessage) => refuseOn(request.socket, 417));
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => refuseOn(socket, 405));
};

const refuseOn = (socket: Duplex, status: number): void => {
  const id = randomUUID();
  const body = JSON.stringify(problemOf(status, id));
  const headers = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Error'}`, 'content-type: application/problem+json; charset=utf-8', `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${id}`, 'x-content-type-options: nosniff', 'connection: close',
  ];
  socket.end(`${headers.join('\r\n')}\r\n\r\n${body}`);
};
