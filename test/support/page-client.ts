import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { parseHTML } from 'linkedom';
import { PASSWORD, type Person } from './floor.js';

export interface PageAnswer {
  status: number;
  headers: Record<string, unknown>;
  location: string | undefined;
  html: string;
  document: Document;
  /** Words of the page, blanks made one. */
  text: string;
}

type Fields = Record<string, string | string[]>;

const encode = (fields: Fields): string => {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one);
  return form.toString();
};

const namesOf = (form: Element): Fields => {
  const fields: Fields = {};
  const add = (name: string, value: string): void => void (fields[name] = name in fields ? [fields[name], value].flat() : value);
  for (const input of form.querySelectorAll('input[name], textarea[name], select[name]')) {
    const type = input.getAttribute('type');
    if ((type === 'checkbox' || type === 'radio') && !input.hasAttribute('checked')) continue;
    if (input.tagName === 'SELECT') add(input.getAttribute('name')!, input.querySelector('option[selected]')?.getAttribute('value') ?? '');
    else add(input.getAttribute('name')!, input.tagName === 'TEXTAREA' ? (input.textContent ?? '') : (input.getAttribute('value') ?? ''));
  }
  return fields;
};

/** A browser without a screen: cookies, pages and plain forms. */
export class PageClient {
  private readonly cookies = new Map<string, string>();
  private last: PageAnswer | undefined;
  /** Where the last page stands, as the browser tells it to the next one. */
  address = '/';

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly origin = 'http://localhost:3000',
  ) {}

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get(url: string, headers: Record<string, string> = {}): Promise<PageAnswer> {
    return this.ask('GET', url, undefined, headers);
  }

  post(url: string, fields: Fields, headers: Record<string, string> = {}): Promise<PageAnswer> {
    return this.ask('POST', url, encode(fields), { 'content-type': 'application/x-www-form-urlencoded', origin: this.origin, ...headers });
  }

  /** Fills in and sends a form of the last page: what it holds, with what is given over it. */
  submit(action: string, fields: Fields = {}): Promise<PageAnswer> {
    const forms = [...(this.last?.document.querySelectorAll('form') ?? [])];
    const form = forms.find((one) => one.getAttribute('action')?.endsWith(action));
    if (!form) throw new Error(`No form to ${action} among ${forms.map((one) => one.getAttribute('action')).join(', ')}`);
    return this.post(form.getAttribute('action')!, { ...namesOf(form), ...fields });
  }

  /** Follows a redirect, as every browser does. */
  async follow(answer: PageAnswer): Promise<PageAnswer> {
    if (!answer.location) throw new Error(`${answer.status} leads nowhere: ${answer.text.slice(0, 400)}`);
    return this.get(answer.location);
  }

  async signIn(person: Person): Promise<this> {
    const answer = await this.post('/vi/dang-nhap', { email: `${person}@techfloor.example`, password: PASSWORD });
    if (answer.status !== 303) throw new Error(`${person} could not sign in: ${answer.status}`);
    return this;
  }

  private async ask(method: 'GET' | 'POST', url: string, payload: string | undefined, headers: Record<string, string>): Promise<PageAnswer> {
    const { cookie } = this;
    const response = await this.app.inject({
      method, url: url.split('#')[0], ...(payload === undefined ? {} : { payload }),
      headers: { accept: 'text/html', 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)', ...(cookie ? { cookie } : {}), referer: this.origin + this.address, ...headers },
    });
    if (response.statusCode < 300 || response.statusCode >= 400) this.address = url;
    for (const { name, value } of response.cookies) {
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    const isPage = String(response.headers['content-type'] ?? '').startsWith('text/html');
    const { document } = parseHTML(isPage && response.body ? response.body : '<html><body></body></html>');
    const location = response.headers.location;
    this.last = {
      status: response.statusCode, headers: response.headers, location: typeof location === 'string' ? location : undefined, html: response.body,
      document: document, text: (document.body?.textContent ?? '').replace(/\s+/g, ' '),
    };
    return this.last;
  }
}
