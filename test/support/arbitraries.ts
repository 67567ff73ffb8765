import fc, { type Arbitrary } from 'fast-check';
import { DOCUMENT, type Schema } from './contract.js';

// Letters in both Unicode forms, markup, quotes, operators, emoji, digits in other scripts, things that look like formulas.
const PIECES = [
  'máy sấy', 'máy sấy'.normalize('NFD'), 'Đường ổn', '<script>alert(1)</script>', '"><img src=x onerror=1>', "'; drop table offer; --", '%_\\', '😀👩‍👩‍👧', '=1+1', '+cmd|x', '@SUM(A1)',
  '\u202eevil', '٣٤', 'ﬀ', '\t', '\n', '${7*7}', '{{x}}', '../../etc/passwd', 'null', 'a'.repeat(60), '500 kg/mẻ', '1,5 tỷ',
];

/** The codes that a field takes, by its path; none: any. */
export type CodesOf = (path: string) => string[] | undefined;

export const resolved = (schema: Schema): Schema => {
  if (schema['$ref']) return DOCUMENT.components.schemas[schema['$ref'].split('/').at(-1)];
  if (schema['anyOf']) return resolved((schema['anyOf'] as Schema[]).find((s) => s['type'] !== 'null')!);
  return schema;
};

const isNullable = (schema: Schema): boolean => [schema['type']].flat().includes('null') || ((schema['anyOf'] ?? []) as Schema[]).some((s) => s['type'] === 'null');
const typeOf = (schema: Schema): string => [resolved(schema)['type']].flat().find((type) => type !== 'null') as string;

const text = ({ minLength = 0, maxLength = 200 }: Schema): Arbitrary<string> =>
  fc.array(fc.constantFrom(...PIECES), { minLength: minLength > 0 ? 1 : 0, maxLength: 4 }).map((pieces) => {
    const cut = pieces.join(' ').slice(0, maxLength);
    const whole = /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
    return minLength > 0 && whole.trim() === '' ? 'chữ' : whole;
  });

const valueOf = (schema: Schema, codesOf: CodesOf, path: string): Arbitrary<unknown> => {
  const plain = resolved(schema);
  if (plain['enum']) return fc.constantFrom(...(plain['enum'] as unknown[]).filter((value) => value !== null));
  switch (typeOf(schema)) {
    case 'string':
      if (plain['format'] === 'date') return fc.constantFrom('2026-12-31', '2024-02-29', '2030-01-01');
      if (plain['format'] === 'uuid') return fc.uuid();
      return plain['pattern'] ? fc.constantFrom(...(codesOf(path) ?? ['x'])) : text(plain);
    case 'integer':
      return fc.oneof(fc.constantFrom<number>(plain['minimum'], plain['maximum']), fc.integer({ min: plain['minimum'], max: Math.min(plain['maximum'], 1e9) }));
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.uniqueArray(valueOf(plain['items'], codesOf, path), { selector: (item) => JSON.stringify(item).normalize('NFC'), minLength: plain['minItems'] ?? 0, maxLength: Math.min(plain['maxItems'] ?? 3, 3) });
    default:
      return bodyOf(plain, codesOf, `${path}.`);
  }
};

/** A body with every required field, and some of the others. */
export const bodyOf = (schema: Schema, codesOf: CodesOf = () => undefined, prefix = ''): Arbitrary<Record<string, unknown>> => {
  const { properties = {}, required = [] } = resolved(schema) as { properties?: Record<string, Schema>; required?: string[] };
  const field = (name: string, of: Schema): Arbitrary<unknown> => {
    const value = valueOf(of, codesOf, prefix + name);
    return isNullable(of) ? fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) }) : value;
  };
  const fields = Object.fromEntries(Object.entries(properties).map(([name, of]) => [name, field(name, of)]));
  return fc.record(fields, { requiredKeys: required });
};

const tooMany = (plain: Schema): unknown[] => (plain['maxItems'] ? [Array.from({ length: plain['maxItems'] + 1 }, (_item, i) => (typeOf(plain['items']) === 'object' ? {} : `x${i}`))] : []);

/** Values that a field of this schema must refuse. */
export const wrongValues = (schema: Schema): unknown[] => {
  const plain = resolved(schema);
  const empty = isNullable(schema) ? [] : [null];
  switch (typeOf(schema)) {
    case 'string':
      return [
        7, true, {}, [], ...empty, 'a\u0000b', 'a\ud800b', '\ufffd',
        ...(plain['maxLength'] ? ['a'.repeat(plain['maxLength'] + 1)] : []),
        ...(plain['minLength'] ? ['', ' \n '] : []),
        ...(plain['enum'] || plain['pattern'] || plain['format'] ? ['Không Phải!', ''] : []),
        ...(plain['format'] === 'date' ? ['2026-02-30', '2026-1-1', '0000-00-00', '31/12/2026'] : []),
      ];
    case 'integer':
      return ['1', 1.5, true, {}, [], ...empty, plain['minimum'] - 1, plain['maximum'] + 1];
    case 'boolean':
      return ['true', 1, {}, [], ...empty];
    case 'array':
      return ['x', 7, {}, ...empty, ...tooMany(plain), ...wrongValues(plain['items']).map((value) => [value])];
    default:
      return ['x', 7, [], true, ...empty, { noSuchField: 1 }];
  }
};

/** Paths of fields in a schema, one level of nesting included. */
export const fieldsOf = (schema: Schema): { path: string; schema: Schema; set(body: any, value: unknown): void }[] => {
  const { properties = {} } = resolved(schema) as { properties?: Record<string, Schema> };
  return Object.entries(properties).flatMap(([name, of]) => {
    const own = { path: name, schema: of, set: (body: any, value: unknown) => void (body[name] = value) };
    if (typeOf(of) !== 'object') return [own];
    const inner = fieldsOf(of).map((field) => ({
      path: `${name}.${field.path}`, schema: field.schema, set: (body: any, value: unknown) => field.set((body[name] = { ...body[name] }), value),
    }));
    return [own, ...inner];
  });
};

const deep = (depth: number): string => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);

/** Bodies that no client of ours would send. */
export const HOSTILE_BODIES: string[] = [
  '', 'null', '[]', '"text"', '7', 'true', '{', '{"a":}', '{"a":1,}', "{'a':1}", '\u0000', '\ufeff{}', '{"title":"\\ud800"}', '{"title":"\\u0000"}', '{"title":{"$gt":""}}',
  '{"__proto__":{"isAdmin":true}}', '{"constructor":{"prototype":{"x":1}}}', '{"constructor":1}', '{"toString":1,"hasOwnProperty":2}', '{"":1}', '{"a.b":1}', '{"title":1e400}', '{"version":1e400}',
  '{"version":-0}', '{"title":[["a"]]}', '{"title":"a","title":"b"}', deep(15), deep(25), deep(5_000), '['.repeat(10_000), `{"reason":"${'a'.repeat(60_000)}"}`, `{"${'k'.repeat(5_000)}":1}`,
  JSON.stringify(Object.fromEntries(Array.from({ length: 3_000 }, (_v, i) => [`k${i}`, i]))), `{"specs":${JSON.stringify(Array.from({ length: 5_000 }, () => null))}}`, '{"price":{"min":9007199254740993}}',
  '{"organizationId":"00000000-0000-0000-0000-000000000000"}', '{"items":[{"kind":"match","kind":"x"}]}', '<xml/>', 'a=1&b=2',
];

export const HOSTILE_QUERIES: string[] = [
  'page=-1', 'page=1e9', 'page=99999999999999999999', 'size=0', 'size=1000', 'cursor=', 'cursor=%00', 'cursor=bzk5OTk5OTk5OTk', 'lang=xx', 'q=%00', 'q=%ED%A0%80', 'q[]=1', 'q[a]=1', 'page=1&page=2',
  '__proto__=1', 'constructor=1', 'toString=1', '=1', '&&&', '%', '%zz=1', 'a'.repeat(4_000), 'sort=;drop table offer', 'q=%F0%9F%98%80', 'field=%27', 'state=%27%20or%201=1', 'from=x', 'subject=x', 'to=%00', 'province=' + '1,'.repeat(200),
];
