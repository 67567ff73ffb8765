import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  buildMessage,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { isCleanText, trimmed } from '../kernel/clean-text.js';
import { isDay } from '../kernel/day.js';
import { MAX_VND } from '../kernel/money.js';

export const TITLE_MAX = 300;
export const SUMMARY_MAX = 2_000;
export const TEXT_MAX = 50_000;

const IsCleanText = () =>
  ValidateBy({
    name: 'text',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isCleanText(value),
      defaultMessage: buildMessage(() => 'Cần văn bản hợp lệ, không có ký tự điều khiển. / Must be text without control characters.'),
    },
  });

const normalize = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? trimmed(value.normalize('NFC')) : value);

// What is named twice counts once.
const distinct = ({ value }: { value: unknown }): unknown => (Array.isArray(value) ? [...new Set<unknown>(value)] : value);

/** Text in NFC without surrounding blanks; `min` 1 refuses an empty one. */
export const Text = (max: number, { min = 0 }: { min?: number } = {}) =>
  applyDecorators(
    Transform(normalize),
    IsCleanText(),
    MaxLength(max, { message: `Dài nhất ${max} ký tự. / At most ${max} characters.` }),
    ...(min > 0 ? [Matches(/\S/, { message: 'Không được để trống. / Must not be empty.' })] : []),
    ApiProperty({ type: String, maxLength: max, ...(min ? { minLength: min } : {}) }),
  );

const FLAG_MESSAGE = 'Cần true hoặc false. / Must be true or false.';
const OBJECT_MESSAGE = 'Cần một đối tượng JSON. / A JSON object is needed.';

const atMost = (max: number) => ArrayMaxSize(max, { message: `Nhiều nhất ${max} mục. / At most ${max} items.` });

const listOf = (max: number, min = 0) => [
  IsArray({ message: 'Cần một danh sách. / Must be a list.' }),
  ArrayMinSize(min, { message: `Cần ít nhất ${min} mục. / At least ${min} items are needed.` }),
  atMost(max),
];

const within = (min: number, max: number) => [
  Min(min, { message: `Cần từ ${min} trở lên. / Must be at least ${min}.` }),
  Max(max, { message: `Cần không quá ${max}. / Must be at most ${max}.` }),
];

const CODE = /^[a-z0-9][a-z0-9-]{0,39}$/;
const CODE_MESSAGE = 'Cần một mã. / Must be a code.';

/** A code of a vocabulary. Whether it exists is the service's question. */
export const Code = () => applyDecorators(Matches(CODE, { message: CODE_MESSAGE }), ApiProperty({ type: String, pattern: CODE.source }));

/** A list of distinct vocabulary codes. */
export const Codes = (max = 20) =>
  applyDecorators(
    Transform(distinct),
    ...listOf(max),
    Matches(CODE, { each: true, message: CODE_MESSAGE }),
    ApiProperty({ type: 'array', items: { type: 'string', pattern: CODE.source }, maxItems: max }),
  );

/** A list of distinct short texts, such as keywords. */
export const Texts = (max: number, length: number, { min = 0 }: { min?: number } = {}) =>
  applyDecorators(
    Transform(({ value }): unknown => distinct({ value: Array.isArray(value) ? value.map((item: unknown) => normalize({ value: item })) : value })),
    ...listOf(max, min),
    ValidateBy({
      name: 'texts',
      validator: {
        validate: (value: unknown) => Array.isArray(value) && value.every((t) => typeof t === 'string' && t.length > 0 && t.length <= length && isCleanText(t)),
        defaultMessage: buildMessage(() => `Mỗi mục là văn bản dài nhất ${length} ký tự. / Each must be text of at most ${length} characters.`),
      },
    }),
    ApiProperty({ type: 'array', items: { type: 'string', minLength: 1, maxLength: length }, minItems: min, maxItems: max }),
  );

/** Whole VND from 0 to 10^15. */
export const Vnd = () =>
  applyDecorators(
    IsInt({ message: 'Cần số tiền nguyên (đồng). / Must be whole VND.' }),
    ...within(0, MAX_VND),
    ApiProperty({ type: 'integer', format: 'int64', minimum: 0, maximum: MAX_VND }),
  );

export const WholeNumber = (min: number, max: number) =>
  applyDecorators(IsInt({ message: 'Cần một số nguyên. / Must be a whole number.' }), ...within(min, max), ApiProperty({ type: 'integer', minimum: min, maximum: max }));

// Only what is written as one: `Number` reads nothing as 0, and 0x5 and 1e3 too.
const digits = ({ value }: { value: unknown }): unknown => (typeof value === 'string' && /^-?\d{1,20}$/.test(value) ? Number(value) : value);

/** A whole number in a query string. */
export const QueryNumber = (min: number, max: number) => applyDecorators(Optional(), Transform(digits), WholeNumber(min, max));

/** A calendar day `YYYY-MM-DD` that exists. */
export const Day = () =>
  applyDecorators(
    ValidateBy({
      name: 'day',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isDay(value),
        defaultMessage: buildMessage(() => 'Cần ngày dạng YYYY-MM-DD. / Must be a date YYYY-MM-DD.'),
      },
    }),
    ApiProperty({ type: String, format: 'date' }),
  );

/** The field may be absent, or null where that means "none". */
export const Optional = () => applyDecorators(IsOptional(), ApiProperty({ required: false, nullable: true }));

/** The field may be absent, but not null. */
export const MayBeAbsent = () => applyDecorators(ValidateIf((_object, value) => value !== undefined), ApiProperty({ required: false }));

export const Flag = () => applyDecorators(IsBoolean({ message: FLAG_MESSAGE }), ApiProperty({ type: Boolean }));

type Shape = new () => object;

/** An object of another shape. */
export const Nested = (shape: () => Shape) => applyDecorators(IsObject({ message: OBJECT_MESSAGE }), ValidateNested({ message: OBJECT_MESSAGE }), Type(shape), ApiProperty({ type: () => shape() }));

/** A list of at most `max` objects of another shape. */
export const NestedList = (shape: () => Shape, max: number) =>
  applyDecorators(
    ...listOf(max),
    IsObject({ each: true, message: OBJECT_MESSAGE }),
    ValidateNested({ each: true, message: OBJECT_MESSAGE }),
    Type(shape),
    ApiProperty({ type: () => shape(), isArray: true, maxItems: max }),
  );

/** An id that may be left out. */
export const OptionalId = () => applyDecorators(Optional(), IsUUID(undefined, { message: 'Cần một id (UUID). / Must be an id (UUID).' }), ApiProperty({ type: String, format: 'uuid' }));

// Of the many forms of ISO 8601 those that the database reads too.
const MOMENT_MESSAGE = 'Cần thời điểm dạng ISO 8601. / Must be a moment in ISO 8601.';
const MOMENT = /^(?:19|20|21)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/i;

/** A day or a moment in a query string, ISO 8601. */
export const QueryMoment = () =>
  applyDecorators(Optional(), Matches(MOMENT, { message: MOMENT_MESSAGE }), IsISO8601({ strict: true }, { message: MOMENT_MESSAGE }), ApiProperty({ type: String, format: 'date-time' }));

/** What a query name holds that may be repeated or hold a comma list. */
const listedIn = (value: unknown): unknown[] => [value].flat().flatMap((item: unknown) => (typeof item === 'string' ? item.split(',') : [item]));

/** A query name that may be repeated or hold a comma list: always an array afterwards. */
export const QueryList = (max = 50) =>
  applyDecorators(
    Optional(),
    Transform(({ value }) => (value === undefined ? undefined : listedIn(value).filter((item) => item !== ''))),
    atMost(max),
    ValidateBy({
      name: 'list',
      validator: {
        validate: (value: unknown) => Array.isArray(value) && value.every((v) => typeof v === 'string' && v.length <= 100 && isCleanText(v)),
        defaultMessage: buildMessage(() => 'Giá trị không hợp lệ. / Not a valid value.'),
      },
    }),
    ApiProperty({ type: 'array', items: { type: 'string', maxLength: 100 }, required: false, maxItems: max }),
  );

/** `true` or `false` in a query string. */
export const QueryFlag = () =>
  applyDecorators(
    Optional(),
    Transform(({ value }): unknown => flagOf(value)),
    IsBoolean({ message: FLAG_MESSAGE }),
    ApiProperty({ type: Boolean }),
  );

/** A filter that is `true` or `false` and may be repeated as others may: both are the same as none. */
export const QueryFlagFilter = () =>
  applyDecorators(
    Transform(({ value }): unknown => {
      const flags = new Set(listedIn(value).map(flagOf));
      return flags.size === 1 ? [...flags][0] : flags.size === 2 && flags.has(true) && flags.has(false) ? undefined : value;
    }),
    QueryFlag(),
  );

const flagOf = (value: unknown): unknown => (value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : value);

export const OneOf = (values: readonly string[]) => applyDecorators(IsIn(values, { message: `Cần một trong: ${values.join(', ')}. / Must be one of: ${values.join(', ')}.` }), ApiProperty({ enum: values }));
