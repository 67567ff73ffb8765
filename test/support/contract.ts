import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

export interface Operation {
  operationId: string;
  method: string;
  path: string;
  'x-permission': string;
  parameters: { $ref?: string; name: string; in: string; required: boolean; schema: Schema }[];
  requestBody?: { required: boolean; content: Record<string, { schema: Schema }> };
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: Schema }> }>;
}

export type Schema = Record<string, any>;

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; parameters: Record<string, Schema>; responses: Record<string, any> };
}

export const DOCUMENT = JSON.parse(readFileSync(new URL('../../apps/api/openapi.json', import.meta.url), 'utf8')) as Document;

export const OPERATIONS: Operation[] = Object.entries(DOCUMENT.paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
);

/** The document lets answers grow; the code may say nothing that the document does not. */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return inner['properties'] && inner['additionalProperties'] === undefined ? { ...inner, additionalProperties: false } : inner;
};

const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormats as unknown as (a: Ajv2020) => void)(ajv);
ajv.addFormat('int64', true);
ajv.addSchema({ $id: 'techfloor', components: closed(DOCUMENT.components) as object });

const validators = new Map<string, ValidateFunction>();

const validatorOf = (key: string, schema: Schema): ValidateFunction => {
  const known = validators.get(key);
  if (known) return known;
  const text = JSON.stringify(closed(schema)).replaceAll('"#/components/', '"techfloor#/components/');
  const made = ajv.compile(JSON.parse(text) as object);
  validators.set(key, made);
  return made;
};

const patterns = OPERATIONS.map((operation) => ({ operation, pattern: new RegExp(`^${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`) }));

/** The operation of a call; fixed paths before those with an id. */
export const operationOf = (method: string, url: string): Operation | undefined => {
  const path = url.split('?')[0];
  const fits = patterns.filter(({ operation, pattern }) => operation.method === method && pattern.test(path));
  return fits.sort((a, b) => a.operation.path.split('{').length - b.operation.path.split('{').length)[0]?.operation;
};

/** Throws when an answer of the API is not what its document says: an unknown status, or another shape. */
export const assertDocumented = (method: string, url: string, answer: { status: number; body: unknown; headers: Record<string, unknown> }): void => {
  const operation = operationOf(method, url);
  if (!operation) return;
  const where = `${method} ${operation.path} → ${answer.status}`;
  const told = operation.responses[String(answer.status)];
  if (!told) throw new Error(`${where} is not in apps/api/openapi.json. ${JSON.stringify(answer.body).slice(0, 500)}`);
  const response = told.$ref ? (DOCUMENT.components.responses[told.$ref.split('/').at(-1)!] as typeof told) : told;
  const header = answer.headers['content-type'];
  const type = typeof header === 'string' ? header.split(';')[0] : '';
  if (!response.content) return;
  const schema = response.content[type]?.schema;
  if (!schema) throw new Error(`${where} answered ${type}, not ${Object.keys(response.content).join()}`);
  if (!type.includes('json')) return;
  const validate = validatorOf(`${operation.operationId} ${answer.status}`, schema);
  if (validate(answer.body)) return;
  const faults = validate.errors!.map((e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`);
  throw new Error(`${where} is not what apps/api/openapi.json says (npm run check -- --write rewrites it from the types):\n${[...new Set(faults)].slice(0, 10).join('\n')}`);
};
