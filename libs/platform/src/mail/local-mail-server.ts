import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { makeFolder } from '../files/make-folder.js';

const MAX_MESSAGE = 10 * 1024 * 1024;
const CLOSE_MS = 300;

/** A real SMTP server on a loopback port that keeps each message as a file `*.eml`. */
export class LocalMailServer {
  private constructor(
    private readonly server: SMTPServer,
    readonly url: string,
  ) {}

  /** Starts on a free port; messages land in `folder` whole or not at all. */
  static async start(folder: string): Promise<LocalMailServer> {
    await makeFolder(folder, 0o700);
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      size: MAX_MESSAGE,
      closeTimeout: CLOSE_MS,
      logger: false,
      onData: (stream, _session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          keep(folder, Buffer.concat(chunks)).then(() => done(), done);
        });
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.server.address() as AddressInfo;
    return new LocalMailServer(server, `smtp://127.0.0.1:${port}`);
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

const keep = async (folder: string, message: Buffer): Promise<void> => {
  const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}`;
  const draft = join(folder, `.${name}.part`);
  await writeFile(draft, message, { mode: 0o600, flush: true });
  await rename(draft, join(folder, `${name}.eml`));
};
