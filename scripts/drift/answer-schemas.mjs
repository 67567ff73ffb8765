// What each handler answers, as JSON Schema read from its return type, so that the document cannot say anything else.
import { join } from 'node:path';
import ts from 'typescript';

// What a type cannot say, by the property's name.
const FORMATS = [
  [/^(id|.*Id|.*Ids)$/, { format: 'uuid' }],
  [/^(at|asOf|.*At)$/, { format: 'date-time' }],
  [/^(validUntil|deadline|validFrom|validTo)$/, { format: 'date' }],
];
const WHOLE = /^(total|page|size|version|revision|ruleVersion|trl|trlMin|year|count|offers|suppliers|views|requests|connectedOrganizations|readyToTransfer|budgetMax|value(Min|Max)|min|max)$/;

const open = (root) => {
  const read = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const config = ts.parseJsonConfigFileContent(read.config, ts.sys, root);
  return ts.createProgram(config.fileNames.filter((file) => /\/(apps|libs)\/.*\.controller\.ts$/.test(file)), config.options);
};

/** Turns TypeScript's types into JSON Schema; named types of ours become components. */
class SchemaWriter {
  components = {};
  #names = new Map();

  constructor(checker) {
    this.checker = checker;
  }

  of(type, property = '') {
    const { checker } = this;
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
    if (type.isUnion()) return this.#union(type, property);
    if (type.flags & ts.TypeFlags.StringLiteral) return { type: 'string', enum: [type.value] };
    if (type.flags & ts.TypeFlags.BooleanLiteral) return { type: 'boolean', enum: [checker.typeToString(type) === 'true'] };
    if (type.flags & ts.TypeFlags.NumberLiteral) return { type: 'number', enum: [type.value] };
    if (type.flags & ts.TypeFlags.String) return { type: 'string', ...FORMATS.find(([name]) => name.test(property))?.[1] };
    if (type.flags & ts.TypeFlags.Boolean) return { type: 'boolean' };
    if (type.flags & ts.TypeFlags.Number) return { type: WHOLE.test(property) ? 'integer' : 'number' };
    if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
    if (checker.isArrayType(type)) return { type: 'array', items: this.of(checker.getTypeArguments(type)[0], property) };
    if (checker.typeToString(type) === 'Date') return { type: 'string', format: 'date-time' };
    return this.#object(type);
  }

  #union(type, property) {
    const parts = type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined));
    const isNull = parts.some((part) => part.flags & ts.TypeFlags.Null);
    const rest = parts.filter((part) => !(part.flags & ts.TypeFlags.Null));
    const schema = this.#alternatives(rest, property);
    if (!isNull) return schema;
    if (schema.$ref || schema.anyOf) return { anyOf: [...(schema.anyOf ?? [schema]), { type: 'null' }] };
    return { ...schema, type: [schema.type, 'null'], ...(schema.enum ? { enum: [...schema.enum, null] } : {}) };
  }

  #alternatives(parts, property) {
    if (parts.length === 1) return this.of(parts[0], property);
    if (parts.every((part) => part.flags & ts.TypeFlags.StringLiteral)) return { type: 'string', enum: parts.map((part) => part.value) };
    if (parts.every((part) => part.flags & ts.TypeFlags.BooleanLiteral)) return { type: 'boolean' };
    const schemas = new Map(parts.map((part) => [JSON.stringify(this.of(part, property)), this.of(part, property)]));
    return schemas.size === 1 ? [...schemas.values()][0] : { anyOf: [...schemas.values()] };
  }

  #object(type) {
    const name = this.#nameOf(type);
    if (!name) return this.#properties(type);
    if (!this.#names.has(name)) {
      this.#names.set(name, type);
      this.components[name] = {};
      this.components[name] = this.#properties(type);
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  #nameOf(type) {
    const symbol = type.aliasSymbol ?? type.symbol;
    const file = symbol?.declarations?.[0]?.getSourceFile().fileName ?? '';
    if (!/\/(apps|libs)\//.test(file) || symbol.name.startsWith('__')) return undefined;
    const parameters = type.aliasSymbol ? (type.aliasTypeArguments ?? []) : this.checker.getTypeArguments(type);
    return [...parameters.map((parameter) => (parameter.aliasSymbol ?? parameter.symbol)?.name ?? ''), symbol.name].join('');
  }

  #properties(type) {
    const { checker } = this;
    const index = checker.getIndexInfoOfType(type, ts.IndexKind.String);
    if (index && checker.getPropertiesOfType(type).length === 0) return { type: 'object', additionalProperties: this.of(index.type) };
    const properties = {};
    const required = [];
    for (const symbol of checker.getPropertiesOfType(type)) {
      const declared = checker.getTypeOfSymbol(symbol);
      if (declared.getCallSignatures().length > 0) continue;
      properties[symbol.name] = this.of(declared, symbol.name);
      const description = ts.displayPartsToString(symbol.getDocumentationComment(checker));
      if (description && !properties[symbol.name].$ref) properties[symbol.name].description = description;
      if (!(symbol.flags & ts.SymbolFlags.Optional)) required.push(symbol.name);
    }
    return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) };
  }
}

// `Json<T>` is text that says a `T`.
const WRAPPERS = ['Promise', 'Json'];
const unwrapped = (type) => (WRAPPERS.includes(type.symbol?.name) ? unwrapped(type.typeArguments[0]) : type);

/** Answers by `<controller>_<handler>`: the schema (none for void) and the first sentence of the comment above it. */
export const answerSchemas = (root) => {
  const program = open(root);
  const checker = program.getTypeChecker();
  const writer = new SchemaWriter(checker);
  const answers = {};
  const visitClass = (declaration) => {
    for (const member of declaration.members.filter((m) => ts.isMethodDeclaration(m) && ts.canHaveDecorators(m) && ts.getDecorators(m))) {
      const type = unwrapped(checker.getReturnTypeOfSignature(checker.getSignatureFromDeclaration(member)));
      const comment = ts.displayPartsToString(checker.getSymbolAtLocation(member.name).getDocumentationComment(checker));
      answers[`${declaration.name.text}_${member.name.text}`] = {
        comment,
        schema: type.flags & ts.TypeFlags.Void ? undefined : writer.of(type),
      };
    }
  };
  for (const file of program.getSourceFiles().filter((f) => f.fileName.endsWith('.controller.ts'))) {
    file.forEachChild((node) => ts.isClassDeclaration(node) && ts.getDecorators(node) && visitClass(node));
  }
  return { answers, components: writer.components };
};
