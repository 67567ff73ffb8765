import { type ArgumentMetadata, Injectable, type PipeTransform, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { DomainError, type FieldError, invalidFields } from '../kernel/domain-error.js';

const UNKNOWN = 'Trường này không tồn tại. / This field is not known.';

const flatten = (errors: ValidationError[], prefix = ''): FieldError[] =>
  errors.flatMap((error) => {
    const field = prefix ? `${prefix}.${error.property}` : error.property;
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      field,
      code: rule === 'whitelistValidation' ? 'unknown' : rule,
      message: rule === 'whitelistValidation' ? UNKNOWN : message,
    }));
    return [...own.slice(0, 1), ...flatten(error.children ?? [], field)];
  });

const pipe = new ValidationPipe({
  whitelist: true,
  forbidNonWhitelisted: true,
  transform: true,
  stopAtFirstError: false,
  validationError: { target: false, value: false },
  exceptionFactory: (errors) => invalidFields(flatten(errors)),
});

const PLAIN = new Set<unknown>([Object, String, Number, Boolean, Array, undefined]);

/** Checks shapes at the edge: unknown fields and query names are refused, every faulty field is named. */
@Injectable()
export class InputPipe implements PipeTransform {
  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'custom' || PLAIN.has(metadata.metatype)) return value;
    if (metadata.type === 'body' && (typeof value !== 'object' || value === null || Array.isArray(value))) {
      if (value === undefined || value === null) return pipe.transform({}, metadata);
      throw invalidFields([{ field: '', code: 'object', message: 'Cần một đối tượng JSON. / A JSON object is needed.' }]);
    }
    const reserved = reservedKeys(value);
    if (reserved.length === 0) return pipe.transform(value, metadata);
    const others = await faultsOf(pipe.transform(withoutReserved(value), metadata));
    throw invalidFields([...reserved.map((field) => ({ field, code: 'unknown', message: UNKNOWN })), ...others]);
  }
}

const faultsOf = async (checked: Promise<unknown>): Promise<FieldError[]> => {
  try {
    await checked;
    return [];
  } catch (error) {
    if (error instanceof DomainError) return error.fields;
    throw error;
  }
};

// The mapper to classes skips these names without a word.
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

const reservedKeys = (value: unknown, prefix = ''): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (RESERVED.has(key) ? [`${prefix}${key}`] : reservedKeys(inner, `${prefix}${key}.`)));
};

const withoutReserved = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutReserved);
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (RESERVED.has(key) ? [] : [[key, withoutReserved(inner)]])));
};
