import { Injectable } from '@nestjs/common';
import { writtenLanguage, parseQuantity, type Quantity, readQuantities, type RowReader, TEXT_MAX, TITLE_MAX } from '@app/platform';
import { CodeReader, type WordMap } from '@app/taxonomy';
import type { RequestContent } from '../domain/request.js';

/** What one row of an import says. */
export interface RequestRow {
  code: string;
  organization: { name: string; taxCode: string | null };
  anonymous: boolean;
  content: RequestContent;
}

/** Turns rows into content; what is wrong stands in the reader's issues. */
@Injectable()
export class RequestRowReader {
  constructor(private readonly codes: CodeReader) {}

  read(row: RowReader, words: WordMap): RequestRow | null {
    const code = (row.code = row.text('code', 100, { required: true }));
    const name = row.text('organization', 300, { required: true });
    const taxCode = row.text('organizationCode', 40)?.replace(/[\s.]/g, '').toUpperCase() ?? null;
    const title = row.text('title', TITLE_MAX, { required: true }) ?? '';
    const need = row.text('need', TEXT_MAX, { required: true }) ?? '';
    const content: RequestContent = {
      title,
      need,
      lang: this.lang(row, `${title} . ${need}`),
      fields: this.codes.list(row, 'fields', 'field', words).codes.slice(0, 10),
      province: this.codes.one(row, 'province', 'province', words).code,
      budgetMax: row.money('budgetMax'),
      trlMin: row.whole('trlMin', 1, 9),
      transferModes: this.codes.list(row, 'transferModes', 'transferMode', words).codes.slice(0, 12),
      deadline: row.day('deadline'),
      quantities: this.quantities(row),
    };
    const anonymous = row.flag('anonymous');
    if (row.failed || code === null || name === null) return null;
    return { code, organization: { name, taxCode }, anonymous, content };
  }

  private lang(row: RowReader, text: string): string {
    const given = row.text('lang', 40)?.toLowerCase() ?? '';
    if (/^(vi|en)\b/.test(given)) return given.slice(0, 2);
    return writtenLanguage(text) ?? 'vi';
  }

  private quantities(row: RowReader): Quantity[] {
    const read = readQuantities(row.raw('quantities') ?? '');
    if (typeof read === 'string') row.error('quantities', read);
    else if (read.length > 50) row.error('quantities', 'Nhiều nhất 50 thông số. / At most 50 quantities.');
    else return read.map(parseQuantity);
    return [];
  }
}
