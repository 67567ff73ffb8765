import {
  Code, Codes, Day, Flag, MayBeAbsent, Nested, NestedList, OneOf, Optional, PageQuery, parseQuantity, SUMMARY_MAX, Text, Texts, TEXT_MAX, TITLE_MAX, Vnd, WholeNumber,
} from '@app/platform';
import { EMPTY_CONTENT, type OfferContent } from '../domain/offer-revision.js';

const SHORT = 300;

export class PriceBody {
  @Optional() @Code() kind?: string | null;
  @Optional() @Vnd() min?: number | null;
  @Optional() @Vnd() max?: number | null;
  @Optional() @Code() vat?: string | null;
  @Optional() @Text(SHORT) unit?: string | null;
}

export class SpecBody {
  @Text(SHORT, { min: 1 }) name: string;
  @Text(1_000) value: string;
  @Optional() @Text(100) unit?: string | null;
}

export class IpBody {
  @Code() kind: string;
  @Optional() @Text(100) number?: string | null;
  @Optional() @Code() state?: string | null;
  @Optional() @Text(100) territory?: string | null;
}

export class TranslationBody {
  @Optional() @Text(TITLE_MAX) title?: string;
  @Optional() @Text(SUMMARY_MAX) summary?: string;
  @Optional() @Text(TEXT_MAX) description?: string;
}

class OfferFields {
  @MayBeAbsent() @Text(SUMMARY_MAX) summary?: string;
  @MayBeAbsent() @Text(TEXT_MAX) description?: string;
  @MayBeAbsent() @OneOf(['vi', 'en']) lang?: string;
  @MayBeAbsent() @Codes(10) fields?: string[];
  @MayBeAbsent() @Texts(30, 100) keywords?: string[];
  @Optional() @Code() province?: string | null;
  @Optional() @WholeNumber(1, 9) trl?: number | null;
  @MayBeAbsent() @Codes(12) transferModes?: string[];
  @Optional() @Nested(() => PriceBody) price?: PriceBody | null;
  @MayBeAbsent() @NestedList(() => SpecBody, 100) specs?: SpecBody[];
  @MayBeAbsent() @NestedList(() => IpBody, 20) ip?: IpBody[];
  @Optional() @Code() condition?: string | null;
  @Optional() @Text(SHORT) origin?: string | null;
  @Optional() @Text(SHORT) maker?: string | null;
  @Optional() @WholeNumber(1900, 2100) year?: number | null;
  @Optional() @Text(SHORT) warranty?: string | null;
  @MayBeAbsent() @Flag() readyToTransfer?: boolean;
  @Optional() @Day() validUntil?: string | null;
  @Optional() @Nested(() => TranslationBody) en?: TranslationBody | null;
}

export class CreateOfferBody extends OfferFields {
  @Text(TITLE_MAX, { min: 1 }) title: string;
  @Code() kind: string;
  /** One of the caller's suppliers; the first one when absent. */
  @MayBeAbsent() @Text(36) organizationId?: string;
}

export class EditOfferBody extends OfferFields {
  @MayBeAbsent() @WholeNumber(1, 2_000_000_000) version?: number;
  @MayBeAbsent() @Text(TITLE_MAX, { min: 1 }) title?: string;
  @MayBeAbsent() @Code() kind?: string;
}

export class DecisionBody {
  @Optional() @WholeNumber(1, 2_000_000_000) version?: number;
}

export class ReturnBody extends DecisionBody {
  @Text(TEXT_MAX, { min: 1 }) reason: string;
}

export class ReasonBody {
  @Text(TEXT_MAX, { min: 1 }) reason: string;
}

export class AdviceBody {
  @Texts(10, 60, { min: 1 }) keywords: string[];
}

export class MyOffersQuery extends PageQuery {
  @Optional() @OneOf(['draft', 'submitted', 'returned', 'approved', 'unpublished', 'live', 'withdrawn', 'suspended']) state?: string;
}

// Null in one language means the same as leaving it out.
const translationOf = (en: TranslationBody): OfferContent['en'] =>
  Object.fromEntries(Object.entries(en).filter(([, text]) => text !== null && text !== undefined));

const NULL_MEANS = EMPTY_CONTENT as Record<string, unknown>;

/** The domain's content from a body: specifications in canonical units, null where a value is cleared. */
export const contentOf = (body: OfferFields & { title?: string; kind?: string }): Partial<OfferContent> => {
  const { price, specs, ip, en, ...plain } = body;
  const content: Partial<OfferContent> = {};
  for (const [field, value] of Object.entries(plain)) {
    if (value === undefined || field === 'version' || field === 'organizationId') continue;
    Object.assign(content, { [field]: value ?? NULL_MEANS[field] });
  }
  if (price !== undefined) {
    content.price = price && { kind: price.kind ?? null, min: price.min ?? null, max: price.max ?? null, vat: price.vat ?? null, unit: price.unit ?? null };
  }
  if (en !== undefined) content.en = en && translationOf(en);
  if (specs) content.specs = specs.map(({ name, value, unit }) => parseQuantity({ name, value, unit: unit ?? null }));
  if (ip) content.ip = ip.map((asset) => ({ kind: asset.kind, number: asset.number ?? null, state: asset.state ?? null, territory: asset.territory ?? null }));
  return content;
};
