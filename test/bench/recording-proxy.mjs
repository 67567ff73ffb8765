// Stands before an HTTP server and keeps what is posted to it, so that the same calls can be made again.
import { createServer } from 'node:http';

export class RecordingProxy {
  #server;
  #calls = [];
  #open = 0;

  /** Listens on a free port of this machine. */
  static async start(target) {
    const proxy = new RecordingProxy();
    proxy.#server = createServer((request, response) => void proxy.#pass(target, request, response));
    await new Promise((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  forget() {
    this.#calls = [];
  }

  /** Calls in their order; those that were under way at the same time stand together. */
  recorded() {
    return this.#calls;
  }

  close() {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(resolve));
  }

  async #pass(target, request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const { authorization, 'accept-encoding': encoding } = request.headers;
    const headers = { 'content-type': 'application/json', 'accept-encoding': encoding ?? 'identity', ...(authorization ? { authorization } : {}) };
    if (request.method === 'POST') this.#note({ path: request.url, headers, body });
    this.#open++;
    try {
      const answer = await fetch(target + request.url, { method: request.method, headers, ...(body ? { body } : {}) });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
    } catch {
      response.writeHead(502).end();
    } finally {
      this.#open--;
    }
  }

  #note(call) {
    if (this.#open > 0 && this.#calls.length > 0) this.#calls.at(-1).push(call);
    else this.#calls.push([call]);
  }
}
