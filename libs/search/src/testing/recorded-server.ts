import { createHash } from 'node:crypto';

/** One call to a Meilisearch server and what it answered. */
export interface Exchange {
  method: string;
  path: string;
  /** The sent body, so that a reader sees what was asked. */
  body: unknown;
  status: number;
  answer: unknown;
}

type Fetch = typeof fetch;

const keyOf = (method: string, path: string, body: string): string =>
  `${method} ${path} ${createHash('sha256').update(body).digest('hex')}`;

/** Calls a real server and keeps every exchange, or answers from kept ones; a call that was never recorded fails loudly. */
export class RecordedServer {
  private readonly kept = new Map<string, Exchange[]>();
  readonly exchanges: Exchange[] = [];

  constructor(
    recorded: readonly Exchange[],
    private readonly real: Fetch | null = null,
  ) {
    for (const exchange of recorded) {
      const key = keyOf(exchange.method, exchange.path, JSON.stringify(exchange.body));
      this.kept.set(key, [...(this.kept.get(key) ?? []), exchange]);
    }
  }

  /** For the client's `httpClient`: the parsed answer, as the client itself would read it. */
  readonly call = async (...[input, init]: Parameters<Fetch>): Promise<unknown> => {
    const { pathname, search } = new URL(input instanceof Request ? input.url : input);
    const [method, path] = [init?.method ?? 'GET', `${pathname}${search}`];
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
    const found = this.real ? await this.ask(input, init, method, path, body) : this.next(method, path, body);
    if (found.status >= 400) throw new Error(`${found.status}: ${JSON.stringify(found.answer)}`);
    return found.answer;
  };

  private async ask(input: Parameters<Fetch>[0], init: Parameters<Fetch>[1], method: string, path: string, body: unknown): Promise<Exchange> {
    const response = await this.real!(input, init);
    const exchange: Exchange = { method, path, body, status: response.status, answer: (await response.json()) as unknown };
    this.exchanges.push(exchange);
    return exchange;
  }

  /** Repeated calls get their answers in the recorded order; the last one stays. */
  private next(method: string, path: string, body: unknown): Exchange {
    const list = this.kept.get(keyOf(method, path, JSON.stringify(body)));
    if (!list) throw new Error(`This call was never recorded: ${method} ${path} ${JSON.stringify(body)}`);
    return list.length > 1 ? list.shift()! : list[0];
  }
}
