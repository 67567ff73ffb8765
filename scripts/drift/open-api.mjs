// The OpenAPI 3.1 document: routes and inputs from the decorators (a preview boot, no database), answers from the types.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerSchemas } from './answer-schemas.mjs';

const WITH_BODY = new Set(['post', 'put', 'patch']);
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

const TAGS = {
  auth: 'Sign-in', me: 'What belongs to the caller', offers: 'Technologies and equipment on offer', requests: 'Needs of enterprises',
  matches: 'Offers and requests that fit', connections: 'Supply and demand in touch', notifications: 'Notices', moderation: 'What waits for review',
  'saved-searches': 'Saved searches', search: 'Help around the search box', suppliers: 'Suppliers', vocabularies: 'Reference data: codes', places: 'Reference data: places',
  statistics: 'Figures', audit: 'The event log', operations: 'Health, figures and this document',
};

const PROBLEMS = {
  400: 'The request could not be read.',
  401: 'Nobody is signed in, or the token is not valid (any more).',
  403: 'The caller may not do this, or the request comes from another site.',
  404: 'There is no such thing, or the caller may not know of it.',
  409: 'In conflict with the state, or the `version` of the body is stale.',
  412: 'The version in `If-Match` is stale.',
  413: 'The body has more than 1 MiB.',
  414: 'The address has more than 8,192 characters.',
  415: 'The body is neither JSON nor a form.',
  422: 'Fields or query names are wrong; each is named in `errors`.',
  428: 'No `version` was given.',
  429: 'Too many requests; `Retry-After` says when to come back.',
  431: 'The headers have more than 32 KiB.',
  503: 'Not available right now; `Retry-After` says when to come back.',
};
const LIMITED = new Set(['429', '503']);

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457 problem details.',
  properties: {
    type: { type: 'string', description: 'A stable code, such as `catalog.under_review`.' },
    title: { type: 'string', description: 'A text for people in the language of the caller.' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
        required: ['field', 'code', 'message'],
      },
    },
  },
  required: ['type', 'title', 'status', 'requestId'],
};

const problemResponse = (status) => ({
  description: PROBLEMS[status],
  ...(LIMITED.has(status) ? { headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds.' } } } : {}),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const HEADERS = {
  IdempotencyKey: {
    name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', minLength: 1, maxLength: 200 },
    description: 'Per account and route, 24 hours: the stored answer again.',
  },
  IfMatch: { name: 'If-Match', in: 'header', required: false, schema: { type: 'string' }, description: 'The `version` that the caller has read, quoted.' },
  Lang: { name: 'lang', in: 'query', required: false, schema: { type: 'string', enum: ['vi', 'en'] }, description: 'The language of labels and texts; else Accept-Language, else the account\'s.' },
};

/** Every route's permission, If-Match and content type, from the metadata that the guards read. */
const routeFacts = (app, platform) => {
  const facts = {};
  for (const module of app.container.getModules().values()) {
    for (const { metatype } of module.controllers.values()) {
      for (const name of Object.getOwnPropertyNames(metatype.prototype)) {
        const handler = metatype.prototype[name];
        if (typeof handler !== 'function') continue;
        const requires = Reflect.getMetadata(platform.REQUIRES, handler) ?? Reflect.getMetadata(platform.REQUIRES, metatype);
        const args = Object.values(Reflect.getMetadata('__routeArguments__', metatype, name) ?? {});
        const headers = Reflect.getMetadata('__headers__', handler) ?? [];
        facts[`${metatype.name}_${name}`] = {
          permission: requires ?? 'public',
          ifMatch: args.some((arg) => arg.factory === platform.IF_MATCH),
          contentType: headers.find((header) => header.name.toLowerCase() === 'content-type')?.value,
        };
      }
    }
  }
  return facts;
};

// OpenAPI 3.1 says null as a type; parameters of a query cannot be null at all.
const modern = (schema) => {
  if (Array.isArray(schema)) return schema.map(modern);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, ...rest } = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, modern(value)]));
  if (!nullable) return rest;
  if (rest.allOf?.length === 1 || rest.$ref) return { anyOf: [...(rest.allOf ?? [rest]), { type: 'null' }] };
  return rest.type ? { ...rest, type: [rest.type, 'null'], ...(rest.enum ? { enum: [...rest.enum, null] } : {}) } : rest;
};

const sentenceOf = (name) => {
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words[0].toUpperCase() + words.slice(1);
};

const errorsOf = (method, operation, facts) => {
  const statuses = ['400', '401', '414', '422', '429', '431', '503'];
  const isWrite = method !== 'get';
  if (facts.permission !== 'public' || isWrite) statuses.push('403');
  // Figures are hidden from whoever has not their token.
  if (operation.parameters.some((parameter) => parameter.in === 'path') || facts.contentType) statuses.push('404');
  if (isWrite) statuses.push('409');
  if (facts.ifMatch) statuses.push('412');
  if (method === 'patch' || (method === 'delete' && facts.ifMatch)) statuses.push('428');
  if (WITH_BODY.has(method)) statuses.push('413', '415');
  return Object.fromEntries(statuses.sort().map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]));
};

const withoutNull = ({ nullable: _nullable, ...schema }) => ({
  ...schema,
  ...(Array.isArray(schema.type) ? { type: schema.type.find((type) => type !== 'null') } : {}),
  ...(schema.enum ? { enum: schema.enum.filter((value) => value !== null) } : {}),
});

const parametersOf = (method, operation, facts) => {
  const own = (operation.parameters ?? []).map(({ schema, ...parameter }) => {
    const plain = withoutNull(schema ?? {});
    if (parameter.in === 'path' && parameter.name === 'id') plain.format = 'uuid';
    // The document may have one name only for a place in a path.
    if (parameter.name === 'idOrSlug') return { ...parameter, name: 'id', description: 'The id or the slug.', schema: plain };
    const shared = plain.type === 'array' ? { description: 'Any of these; repeated, or a comma list.', ...parameter } : parameter;
    return { ...shared, schema: plain };
  });
  const names = new Set(own.map((parameter) => parameter.name));
  const reference = (name) => ({ $ref: `#/components/parameters/${name}` });
  return [
    ...own,
    ...(names.has('lang') ? [] : [reference('Lang')]),
    ...(facts.ifMatch ? [reference('IfMatch')] : []),
    ...(method === 'get' || facts.permission === 'public' ? [] : [reference('IdempotencyKey')]),
  ];
};

const complete = (method, path, operation, facts, answer) => {
  const [status] = Object.keys(operation.responses);
  const contentType = facts.contentType ?? 'application/json';
  // A handler that names its content type answers with the text itself.
  const written = contentType.startsWith('application/json') ? { type: 'object' } : { type: 'string' };
  const content = { [contentType.split(';')[0]]: { schema: facts.contentType ? written : answer.schema } };
  const signIn = [{ bearer: [] }, { session: [] }];
  const isApi = path.startsWith('/api/v1/');
  const summary = (answer.comment.split(/(?<=\.)\s|\n/)[0] || `${sentenceOf(operation.operationId.split('_')[1])}.`).trim();
  const parameters = isApi ? parametersOf(method, operation, facts) : [];
  return {
    tags: [isApi ? path.split('/')[3] : 'operations'],
    operationId: operation.operationId,
    summary,
    ...(answer.comment.length > summary.length ? { description: answer.comment } : {}),
    'x-permission': facts.permission,
    security: facts.permission === 'public' ? [{}, ...signIn] : signIn,
    parameters,
    ...(operation.requestBody ? { requestBody: { required: facts.bodyRequired, content: { 'application/json': operation.requestBody.content['application/json'] } } } : {}),
    responses: {
      [status]: { description: status === '204' ? 'Done.' : 'As asked.', ...(answer.schema ? { content } : {}) },
      ...errorsOf(method, { parameters: operation.parameters ?? [] }, facts),
      // Not ready is an answer, with the same report.
      ...(path === '/health/ready' ? { 503: { description: PROBLEMS[503], content } } : {}),
      ...(operation.operationId === 'SavedSearchController_create' ? { 200: { description: 'Saved before: the one that is there.', content } } : {}),
    },
  };
};

/** Builds the document from dist/, without a database. */
export const openApiDocument = async (root) => {
  const load = (file) => import(join(root, 'dist', file));
  await import('reflect-metadata');
  const [{ NestFactory }, { FastifyAdapter }, { DocumentBuilder, SwaggerModule }] = await Promise.all([
    import('@nestjs/core'), import('@nestjs/platform-fastify'), import('@nestjs/swagger'),
  ]);
  const platform = await load('libs/platform/src/index.js');
  const { ApiModule } = await load('apps/api/src/api.module.js');
  const config = platform.parseConfig({ DATABASE_URL: 'postgres://preview/none' });
  class DocumentRoot {}
  const root_ = { module: DocumentRoot, imports: [platform.PlatformModule.with(config), ApiModule] };
  const app = await NestFactory.create(root_, new FastifyAdapter(), { preview: true, logger: false, abortOnError: false });
  const { version, description, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const builder = new DocumentBuilder().setOpenAPIVersion('3.1.0').setTitle('Techfloor').setDescription(description).setVersion(version).setLicense(license, 'https://www.apache.org/licenses/LICENSE-2.0').addServer('/');
  const swagger = SwaggerModule.createDocument(app, builder.build(), { operationIdFactory: (controller, handler) => `${controller}_${handler}` });
  const { answers, components } = answerSchemas(root);
  const facts = routeFacts(app, platform);
  const paths = {};
  for (const given of Object.keys(swagger.paths).sort()) {
    const path = given.replace('{idOrSlug}', '{id}');
    paths[path] ??= {};
    for (const method of METHODS.filter((m) => swagger.paths[given][m])) {
      const operation = swagger.paths[given][method];
      const answer = answers[operation.operationId];
      if (!answer) throw new Error(`No handler ${operation.operationId} was found in the sources.`);
      const fact = { ...facts[operation.operationId], bodyRequired: hasRequired(operation, swagger.components.schemas) };
      paths[path][method] = modern(complete(method, path, operation, fact, answer));
    }
  }
  const used = new Set(Object.values(paths).flatMap((operations) => Object.values(operations).flatMap((operation) => operation.tags)));
  return {
    openapi: '3.1.0',
    info: swagger.info,
    servers: swagger.servers,
    tags: [...used].sort().map((name) => ({ name, description: TAGS[name] ?? name })),
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'The token of `POST /api/v1/auth/login`.' },
        session: { type: 'apiKey', in: 'cookie', name: 'sid', description: 'The session cookie; `__Host-sid` over HTTPS.' },
      },
      parameters: HEADERS,
      responses: Object.fromEntries(Object.keys(PROBLEMS).map((status) => [`Problem${status}`, problemResponse(status)])),
      schemas: sorted({ Problem: PROBLEM, ...namedIn(paths, { ...closed(modern(swagger.components.schemas)), ...components }) }),
    },
  };
};

// A body all of whose fields may be absent may be absent itself.
const hasRequired = (operation, schemas) => {
  const name = operation.requestBody?.content['application/json'].schema.$ref?.split('/').at(-1);
  return (schemas[name]?.required ?? []).length > 0;
};

// Bodies take known fields only.
const closed = (schemas) => Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, { ...schema, additionalProperties: false }]));

/** Those that the routes name, and that these name: what pages answer is no part of the document. */
const namedIn = (paths, schemas) => {
  const named = new Set();
  const read = (value) => {
    for (const [, name] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (named.has(name) || !schemas[name]) continue;
      named.add(name);
      read(schemas[name]);
    }
  };
  read(paths);
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => named.has(name)));
};

const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));

/** What @redocly/cli complains of; undefined when it does not. */
export const lintDocument = (root) => {
  const cli = join(root, 'node_modules/.bin/redocly');
  const result = spawnSync(cli, ['lint', '--config', 'redocly.yaml', '--format', 'stylish', 'apps/api/openapi.json'], {
    cwd: root, encoding: 'utf8', env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  return result.status === 0 ? undefined : `redocly: ${result.stdout}${result.stderr}`;
};
