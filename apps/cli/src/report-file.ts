import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { type ImportIssue, makeFolder } from '@app/platform';

const SHOWN = 10;

/** The report of an import as JSONL; without a file the first lines go to the terminal. */
export class ReportFile {
  warnings = 0;
  private told = 0;

  private constructor(
    private readonly file: WriteStream | null,
    private readonly err: NodeJS.WriteStream,
  ) {}

  /** Opened before anything is imported: a report that cannot be written must not come out at the end. */
  static async open(path: string | undefined, err: NodeJS.WriteStream = process.stderr): Promise<ReportFile> {
    if (path === undefined) return new ReportFile(null, err);
    await makeFolder(dirname(path));
    const file = createWriteStream(path);
    await once(file, 'open');
    return new ReportFile(file, err);
  }

  tell(issue: ImportIssue): void {
    this.told++;
    if (issue.level === 'warning') this.warnings++;
    if (this.file) this.file.write(`${JSON.stringify(issue)}\n`);
    else if (this.told <= SHOWN) this.err.write(`${this.err.isTTY ? '\r\u001b[K' : ''}${line(issue)}\n`);
  }

  async close(): Promise<void> {
    if (this.file) {
      this.file.end();
      await once(this.file, 'close');
    } else if (this.told > SHOWN) {
      this.err.write(`… còn ${this.told - SHOWN} dòng nữa; dùng --report FILE để xem hết. / ${this.told - SHOWN} more; use --report FILE to see all.\n`);
    }
  }
}

const line = ({ row, code, column, value, level, reason }: ImportIssue): string =>
  [level === 'error' ? 'LỖI' : 'Lưu ý', `dòng ${row}`, code, column, value === null ? null : JSON.stringify(value), reason].filter((part) => part !== null).join(' · ');
