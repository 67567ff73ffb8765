import { Injectable } from '@nestjs/common';
import { writtenLanguage, parseQuantity, type Quantity, readQuantities, type RowReader, SUMMARY_MAX, TEXT_MAX, TITLE_MAX } from '@app/platform';
import { CodeReader, type Scheme, type WordMap } from '@app/taxonomy';
import { EMPTY_CONTENT, type IpAssetContent, type OfferContent, type Price, type Translation } from '../domain/offer-revision.js';

const SHORT = 300;
const MAX_FIELDS = 10;
const MAX_KEYWORDS = 30;
const KEYWORD_LENGTH = 100;
const EMAIL = /^[^\s@<>"']{1,64}@[^\s@<>"']{1,190}\.[^\s@<>"'.]{2,}$/;
const TAX_CODE = /^[0-9A-Za-z][0-9A-Za-z .-]{2,30}$/;
const ADDRESS = /^https?:\/\/[^\s<>"]+$/i;
const BARE_ADDRESS = /^(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:[/?#][^\s<>"]*)?$/iu;
const FILE_NAME = /^[\p{L}\d][^<>:"\\|?*\u0000-\u001f]*$/u;

/** What one row of an import says. */
export interface OfferRow {
  code: string;
  supplier: { name: string; taxCode: string | null };
  /** The slug of another centre than the installation's own. */
  centre: string | null;
  contact: { name: string | null; email: string | null; phone: string | null } | null;
  content: OfferContent;
}

/** Turns rows into content. What is wrong stands in the reader's issues; without an error among them the row can land. */
@Injectable()
export class OfferRowReader {
  constructor(private readonly codes: CodeReader) {}

  read(row: RowReader, words: WordMap): OfferRow | null {
    const code = (row.code = row.text('code', 100, { required: true }));
    const supplier = row.text('supplier', SHORT, { required: true });
    const taxCode = this.taxCode(row);
    const centre = row.text('centre', 100)?.toLowerCase() ?? null;
    const content = this.content(row, words);
    const contact = this.contact(row);
    if (row.failed || code === null || supplier === null) return null;
    return { code, supplier: { name: supplier, taxCode }, centre, contact, content };
  }

  private content(row: RowReader, words: WordMap): OfferContent {
    const sourceWords: Record<string, string[]> = {};
    const one = (column: string, scheme: Scheme): string | null => {
      const { code, unknown } = this.codes.one(row, column, scheme, words);
      if (unknown.length > 0) sourceWords[column] = unknown;
      return code;
    };
    const several = (column: string, scheme: Scheme, max: number): string[] => {
      const { codes, unknown } = this.codes.list(row, column, scheme, words);
      if (unknown.length > 0) sourceWords[column] = unknown.map((word) => word.slice(0, SHORT));
      return codes.slice(0, max);
    };
    const texts = {
      title: row.text('title', TITLE_MAX, { required: true }) ?? '',
      summary: row.text('summary', SUMMARY_MAX) ?? '',
      description: row.text('description', TEXT_MAX) ?? '',
    };
    return {
      ...EMPTY_CONTENT,
      ...texts,
      kind: one('kind', 'kind') ?? 'technology',
      lang: this.lang(row, `${texts.title} . ${texts.summary} . ${texts.description}`),
      fields: several('fields', 'field', MAX_FIELDS),
      keywords: this.keywords(row),
      province: one('province', 'province'),
      trl: row.whole('trl', 1, 9),
      transferModes: several('transferModes', 'transferMode', 12),
      price: this.price(row, one),
      specs: this.specs(row),
      ip: this.ip(row, sourceWords, words),
      condition: one('condition', 'condition'),
      origin: row.text('origin', SHORT),
      maker: row.text('maker', SHORT),
      year: row.whole('year', 1900, 2100),
      warranty: row.text('warranty', SHORT),
      readyToTransfer: row.flag('readyToTransfer'),
      validUntil: row.day('validUntil'),
      en: this.translation(row),
      images: this.images(row),
      url: this.address(row, 'url', row.text('url', 2_000)),
      sourceWords,
    };
  }

  /** The given language; else Vietnamese, or what the text is built like, which is said. */
  private lang(row: RowReader, text: string): string {
    const given = row.text('lang', 40)?.toLowerCase() ?? null;
    if (given !== null) {
      if (/^(vi|vn|vie|vi-vn|tiếng việt|vietnamese)$/.test(given)) return 'vi';
      if (/^(en|eng|en-[a-z]+|tiếng anh|english)$/.test(given)) return 'en';
    }
    const detected = writtenLanguage(text) ?? 'vi';
    if (given !== null) row.warn('lang', `Ngôn ngữ không có trên sàn; theo nội dung, ghi là "${detected}". / Not a language of the floor; by the text it is taken as "${detected}".`);
    else if (detected !== 'vi') row.warn('lang', `Không ghi ngôn ngữ; nội dung có vẻ là tiếng Anh, ghi là "en". / No language given; the text looks like English.`, null);
    return detected;
  }

  private keywords(row: RowReader): string[] {
    const words = row.list('keywords');
    const kept = words.filter((word) => word.length <= KEYWORD_LENGTH).slice(0, MAX_KEYWORDS);
    if (kept.length < words.length) {
      row.warn('keywords', `Chỉ giữ ${kept.length} trên ${words.length} từ khoá: nhiều nhất ${MAX_KEYWORDS}, mỗi từ ${KEYWORD_LENGTH} ký tự. / ${kept.length} of ${words.length} keywords are kept.`);
    }
    return kept;
  }

  private price(row: RowReader, one: (column: string, scheme: Scheme) => string | null): Price | null {
    const [min, max, kind, vat] = [row.money('priceMin'), row.money('priceMax'), one('priceKind', 'priceKind'), one('priceVat', 'vat')];
    const unit = row.text('priceUnit', SHORT);
    if (min !== null && max !== null && min > max) row.error('priceMax', 'Giá cao nhất nhỏ hơn giá thấp nhất. / The highest price is below the lowest.');
    return min === null && max === null && kind === null ? null : { kind, min, max, vat, unit };
  }

  private specs(row: RowReader): Quantity[] {
    const specs = readQuantities(row.raw('specs') ?? '');
    if (typeof specs === 'string') {
      row.error('specs', specs);
      return [];
    }
    if (specs.length <= 100) return specs.map(parseQuantity);
    row.error('specs', 'Nhiều nhất 100 thông số. / At most 100 specifications.');
    return [];
  }

  private ip(row: RowReader, sourceWords: Record<string, string[]>, words: WordMap): IpAssetContent[] {
    const kinds = this.codes.each(row, 'ipKind', 'ipKind', words);
    const states = this.codes.each(row, 'ipState', 'ipState', words);
    const [numbers, territories] = [row.aligned('ipNumber'), row.aligned('ipTerritory')];
    if (kinds.unknown.length > 0) sourceWords['ipKind'] = kinds.unknown;
    if (states.unknown.length > 0) sourceWords['ipState'] = states.unknown;
    for (const [column, texts] of [['ipNumber', numbers], ['ipTerritory', territories]] as const) {
      if (texts.some((text) => text !== null && text.length > 100)) row.error(column, 'Nhiều nhất 100 ký tự. / At most 100 characters.');
    }
    if (numbers.some((number, i) => number !== null && !kinds.codes[i])) row.warn('ipNumber', 'Số văn bằng không có loại đi kèm nên không được ghi. / A number without a kind is left out.');
    const assets = kinds.codes.map((kind, i) => ({ kind, number: numbers[i] ?? null, state: states.codes[i] ?? null, territory: territories[i] ?? null }));
    return assets.filter((asset): asset is IpAssetContent => asset.kind !== null).slice(0, 20);
  }

  private translation(row: RowReader): Translation | null {
    const title = row.text('titleEn', TITLE_MAX);
    const summary = row.text('summaryEn', SUMMARY_MAX);
    const description = row.text('descriptionEn', TEXT_MAX);
    if (title === null && summary === null && description === null) return null;
    return { ...(title ? { title } : {}), ...(summary ? { summary } : {}), ...(description ? { description } : {}) };
  }

  private images(row: RowReader): string[] {
    const images = row.list('images');
    const bad = images.find((image) => image.length > 2_000 || !(ADDRESS.test(image) || FILE_NAME.test(image)));
    if (bad !== undefined) row.error('images', 'Cần địa chỉ http(s) hoặc tên tệp ảnh. / Must be http(s) addresses or file names.', bad);
    return images.slice(0, 50);
  }

  private address(row: RowReader, column: string, text: string | null): string | null {
    if (text === null || ADDRESS.test(text)) return text;
    if (BARE_ADDRESS.test(text)) return `https://${text}`;
    row.error(column, 'Cần địa chỉ bắt đầu bằng http:// hoặc https://. / Must be an address beginning with http:// or https://.');
    return null;
  }

  private taxCode(row: RowReader): string | null {
    const text = row.text('supplierCode', 40);
    if (text === null) return null;
    if (TAX_CODE.test(text)) return text.replace(/[\s.]/g, '').toUpperCase();
    row.error('supplierCode', 'Không đọc được mã số thuế. / Not readable as a tax code.');
    return null;
  }

  private contact(row: RowReader): OfferRow['contact'] {
    const contact = { name: row.text('contactName', SHORT), email: row.text('contactEmail', 254), phone: row.text('contactPhone', 50) };
    if (contact.email !== null && !EMAIL.test(contact.email)) row.error('contactEmail', 'Không phải địa chỉ thư điện tử. / Not a mail address.');
    return contact.name ?? contact.email ?? contact.phone ? contact : null;
  }
}
