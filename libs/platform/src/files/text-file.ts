import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { fileErrors } from './file.errors.js';

const CHUNK = 256 * 1024;
const SNIFFED = 4096;
const BOM = '\ufeff';

/**
 * A text file of any size, plain or gzip, read as a stream. It is checked whole before anything of it is used: an
 * import must not stop half way at a byte that is not UTF-8.
 */
export class TextFile {
  /** Bytes read so far of the file as it lies on the disk; with `size` the share that is done. */
  bytesRead = 0;

  private constructor(
    readonly path: string,
    readonly size: number,
    private readonly gzip: boolean,
  ) {}

  /** Throws `files.not_found`, `files.not_text`, `files.not_utf8` or `files.truncated`. */
  static async open(path: string): Promise<TextFile> {
    const info = await stat(path).catch(() => null);
    if (!info?.isFile()) throw fileErrors.not_found({ path });
    const head = await headOf(path);
    const file = new TextFile(path, info.size, head[0] === 0x1f && head[1] === 0x8b);
    await file.assertUtf8();
    file.bytesRead = 0;
    return file;
  }

  /** The text in pieces, without a byte order mark. */
  async *text(): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    let first = true;
    for await (const bytes of this.bytes()) {
      const text = decoder.decode(bytes, { stream: true });
      yield first && text.startsWith(BOM) ? text.slice(1) : text;
      first = false;
    }
  }

  private async assertUtf8(): Promise<void> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let offset = 0;
    try {
      for await (const bytes of this.bytes()) {
        if (offset === 0) refuseOtherKinds(bytes);
        try {
          decoder.decode(bytes, { stream: true });
        } catch {
          throw notUtf8(bytes, offset);
        }
        offset += bytes.length;
      }
      decoder.decode();
    } catch (error) {
      const { code } = error as { code?: string };
      if (code?.startsWith('Z_')) throw fileErrors.truncated();
      if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw fileErrors.not_utf8({ encoding: 'UTF-8 cắt ngang / cut-off UTF-8', offset });
      throw error;
    }
    if (offset === 0) throw fileErrors.empty();
  }

  private async *bytes(): AsyncGenerator<Buffer> {
    const raw = createReadStream(this.path, { highWaterMark: CHUNK });
    const counted = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        this.bytesRead += chunk.length;
        done(null, chunk);
      },
    });
    raw.on('error', (error) => counted.destroy(error));
    raw.pipe(counted);
    const stream: Readable = this.gzip ? counted.pipe(createGunzip({ chunkSize: CHUNK })) : counted;
    if (this.gzip) counted.on('error', (error) => stream.destroy(error));
    try {
      for await (const chunk of stream) yield chunk as Buffer;
    } finally {
      raw.destroy();
    }
  }
}

const headOf = async (path: string): Promise<Buffer> => {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

const refuseOtherKinds = (bytes: Buffer): void => {
  const head = bytes.subarray(0, SNIFFED);
  if (head[0] === 0x50 && head[1] === 0x4b) throw fileErrors.not_text({ what: 'XLSX/ZIP' });
  if (head[0] === 0xd0 && head[1] === 0xcf) throw fileErrors.not_text({ what: 'XLS' });
  if (head.subarray(0, 4).toString('latin1') === '%PDF') throw fileErrors.not_text({ what: 'PDF' });
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) throw fileErrors.not_utf8({ encoding: 'UTF-16', offset: 0 });
  // Half of the bytes of Latin text in UTF-16 are NUL.
  const nul = head.filter((byte) => byte === 0).length;
  if (nul > head.length / 8) throw fileErrors.not_utf8({ encoding: 'UTF-16', offset: head.indexOf(0) });
};

/** Where the first fault is. A legacy Vietnamese file is Windows-1258 more often than anything else. */
const notUtf8 = (bytes: Buffer, offset: number): Error => {
  let good = 0;
  // A cut through the middle of a character at the start belongs to the chunk before.
  while (good < 3 && (bytes[good] & 0xc0) === 0x80) good++;
  for (let step = bytes.length; step >= 1; step = Math.floor(step / 2)) {
    while (good + step <= bytes.length && isValidPrefix(bytes.subarray(0, good + step))) good += step;
  }
  return fileErrors.not_utf8({ encoding: 'Windows-1258, Windows-1252, TCVN3', offset: offset + good });
};

const isValidPrefix = (bytes: Buffer): boolean => {
  let from = 0;
  while (from < 3 && (bytes[from] & 0xc0) === 0x80) from++;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from), { stream: true });
    return true;
  } catch {
    return false;
  }
};
