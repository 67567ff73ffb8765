import { isCleanText, trimmed } from '../kernel/clean-text.js';
import { parseDay } from '../kernel/day.js';
import { MAX_VND, parseMoney } from '../kernel/money.js';
import { type ImportIssue, shownValue } from './import-issue.js';

// What a spreadsheet would compute. A number, a telephone number or a dash before a word in a list is none.
const FORMULA = /^(?:[=@\t\r]|[+-](?![\d\s.,(]))/;
/** Our own exports put an apostrophe before such a cell. */
const DEFUSED = /^'(?=[=@+\-\t\r])/;
const TRUE = new Set(['true', '1', 'co', 'có', 'yes', 'y', 'x', 'đúng', 'sẵn sàng']);
const FALSE = new Set(['false', '0', 'không', 'khong', 'no', 'n', 'sai', 'chưa']);

/** Reads the cells of one record; every fault is kept, so that a report names all of them at once. */
export class RowReader {
  readonly issues: ImportIssue[] = [];
  private readonly faulty = new Set<string>();
  /** The record's own code, for the report. */
  code: string | null = null;

  constructor(
    private readonly row: number,
    private readonly values: Readonly<Record<string, unknown>>,
  ) {}

  get failed(): boolean {
    return this.issues.some((issue) => issue.level === 'error');
  }

  error(column: string | null, reason: string, value: unknown = column === null ? null : this.values[column]): void {
    if (column !== null) this.faulty.add(column);
    this.issues.push({ row: this.row, code: this.code, column, value: shownValue(value), level: 'error', reason });
  }

  warn(column: string | null, reason: string, value: unknown = column === null ? null : this.values[column], suggestion?: string): void {
    this.issues.push({ row: this.row, code: this.code, column, value: shownValue(value), level: 'warning', reason, ...(suggestion ? { suggestion } : {}) });
  }

  isFaulty(column: string): boolean {
    return this.faulty.has(column);
  }

  /** Text in NFC without surrounding blanks; null when the cell is empty. */
  text(column: string, max: number, { required = false }: { required?: boolean } = {}): string | null {
    const value = this.plain(column);
    if (value === null) {
      if (required && !this.faulty.has(column)) this.error(column, 'Cột bắt buộc đang để trống. / Required, but empty.');
      return null;
    }
    if (value.length > max) {
      this.error(column, `Dài ${value.length} ký tự; nhiều nhất ${max}. / ${value.length} characters; at most ${max}.`);
      return null;
    }
    if (FORMULA.test(value)) this.warn(column, 'Giống công thức bảng tính; được giữ như văn bản. / Looks like a formula; kept as text.');
    return value.replace(DEFUSED, '');
  }

  /** Values of a list: an array, or text with `;` between (`\;` is a semicolon of a value). Repeats are left out. */
  list(column: string): string[] {
    const value = this.values[column];
    const parts = Array.isArray(value) ? value : splitList(this.plain(column) ?? '');
    const texts = parts.flatMap((part: unknown) => {
      const text = this.scalar(column, part);
      return text === null ? [] : [text.replace(DEFUSED, '')];
    });
    return [...new Set(texts)];
  }

  /** Values of a list that keep their places beside those of other lists: empty ones are null, repeats stay. */
  aligned(column: string): (string | null)[] {
    const value = this.values[column];
    const parts = Array.isArray(value) ? value : typeof value === 'string' && value.trim() !== '' ? splitAligned(value) : [value];
    const texts = parts.map((part: unknown) => this.scalar(column, part)?.replace(DEFUSED, '') ?? null);
    return texts.every((text) => text === null) ? [] : texts;
  }

  whole(column: string, min: number, max: number): number | null {
    const text = this.plain(column);
    if (text === null) return null;
    const match = /^(?:TRL\s*)?([+-]?\d{1,9})(?:[.,]0+)?$/i.exec(text);
    const number = match ? Number(match[1]) : NaN;
    if (Number.isNaN(number)) return this.unreadable(column, 'Cần một số nguyên. / Must be a whole number.');
    if (number < min || number > max) return this.unreadable(column, `Cần từ ${min} đến ${max}. / Must be from ${min} to ${max}.`);
    return number;
  }

  money(column: string): number | null {
    const value = this.values[column];
    const text = this.plain(column);
    if (text === null) return null;
    const amount = typeof value === 'number' ? value : parseMoney(text.replace(/\s+(?=[\d.])/g, ''));
    if (amount !== null && Number.isSafeInteger(amount) && amount >= 0 && amount <= MAX_VND) return amount;
    return this.unreadable(column, 'Cần số tiền nguyên không âm bằng đồng, ví dụ 180000000 hoặc 180 triệu. / Must be a whole amount in VND, not negative.');
  }

  day(column: string): string | null {
    const text = this.plain(column);
    if (text === null) return null;
    return parseDay(text) ?? this.unreadable(column, 'Cần ngày có thật, dạng YYYY-MM-DD hoặc DD/MM/YYYY. / Must be an existing date.');
  }

  flag(column: string): boolean {
    const text = this.plain(column)?.toLowerCase() ?? null;
    if (text === null || FALSE.has(text)) return false;
    if (TRUE.has(text)) return true;
    this.unreadable(column, 'Cần "có" hoặc "không". / Must be yes or no.');
    return false;
  }

  raw(column: string): unknown {
    const value = this.values[column];
    return typeof value === 'string' ? value.replace(DEFUSED, '') : value;
  }

  private unreadable(column: string, reason: string): null {
    this.error(column, reason);
    return null;
  }

  private plain(column: string): string | null {
    return this.scalar(column, this.values[column]);
  }

  private scalar(column: string, value: unknown): string | null {
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      return this.unreadable(column, 'Cần một giá trị đơn, không phải danh sách hay đối tượng. / Must be a single value.');
    }
    const text = trimmed(String(value).normalize('NFC'));
    if (text === '') return null;
    if (isCleanText(text)) return text;
    return this.unreadable(column, 'Có ký tự hỏng hoặc ký tự điều khiển. / Has broken or control characters.');
  }
}

const splitAligned = (text: string): string[] => text.split(/(?<!\\);/).map((part) => part.replace(/\\([;\\])/g, '$1'));
const splitList = (text: string): string[] => (text.match(/(?:\\.|[^;\\])+|\\$/gs) ?? []).map((part) => part.replace(/\\([;\\])/g, '$1'));

/** The counterpart of reading a list. */
export const joinList = (values: readonly string[]): string => values.map((value) => value.replace(/[;\\]/g, '\\$&')).join('; ');
