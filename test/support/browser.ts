import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { WebModule } from '../../apps/web/src/web.module.js';
import { openFloor, PASSWORD, type Person, type WholeFloor } from './floor.js';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const executablePath = PLACES.find((path) => existsSync(path));

/** `describe` where the system has a Chromium; elsewhere skipped, and said so. */
export const describeInBrowser = (name: string, tests: () => void): void => {
  if (executablePath) return describe(name, tests);
  process.stderr.write(`SKIPPED: ${name}: no Chromium at ${PLACES.join(', ')}\n`);
  return describe.skip(name, tests);
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

export interface BrowserFloor {
  floor: WholeFloor;
  origin: string;
  /** What consoles said that they should not: refusals of the content policy, errors of scripts. */
  complaints: string[];
  context(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** A context in which somebody has signed in by the page. */
  as(person: Person, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** The whole floor behind a real port, and a browser to go there. */
export const openBrowserFloor = async (): Promise<BrowserFloor> => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const floor = await openFloor({ PUBLIC_URL: origin }, [WebModule]);
  await floor.http.listen(port, '127.0.0.1');
  const browser: Browser = await chromium.launch({ executablePath, args: ARGS });
  const complaints: string[] = [];
  const context = async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
    const made = await browser.newContext({ baseURL: origin, locale: 'vi-VN', viewport: { width: 1280, height: 900 }, ...options });
    made.setDefaultTimeout(60_000);
    made.on('console', (message) => {
      // The browser itself notes every answer of 4xx here; the tests look at those by themselves.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(`${message.page()?.url()}: ${message.text()}`);
    });
    made.on('weberror', (error) => complaints.push(`${error.page()?.url()}: ${error.error().message}`));
    return made;
  };
  return {
    floor, origin, complaints, context,
    as: async (person, options) => {
      const page = await (await context(options)).newPage();
      await page.goto('/vi/dang-nhap');
      await page.getByLabel('Thư điện tử').fill(`${person}@techfloor.example`);
      await page.getByLabel('Mật khẩu').fill(PASSWORD);
      await page.getByRole('main').getByRole('button', { name: 'Đăng nhập' }).click();
      return page;
    },
    close: async () => {
      await browser.close();
      await floor.close();
    },
  };
};
