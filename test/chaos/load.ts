import { PASSWORD, type Person } from '../support/floor.js';
import { wait } from '../support/real-floor.js';
import { Tally } from './tally.js';

/** What the floor has acknowledged of one thing: it may know more, since an answer may be lost, but never less. */
export interface Acknowledged {
  kind: 'offers' | 'requests' | 'connections';
  id: string;
  owner: Person;
  version: number;
  state: string;
  /** The last call was cut off: whether it happened is unknown. */
  unsure: boolean;
  busy: boolean;
}

export type Random = () => number;

/** Numbers from a seed, so that a run can be repeated. */
export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

const GOODS = ['máy sấy xoài bơm nhiệt', 'máy tách vỏ tôm', 'kho lạnh trái cây', 'hệ thống lọc nước ao cá tra', 'máy ép củi trấu', 'máy sạ lúa theo hàng'];
const SUPPLIERS: Person[] = ['supplier', 'supplier2'];
const ENTERPRISES: Person[] = ['enterprise', 'enterprise2'];
const MOST = 60;
const CALL_MS = 8_000;

interface Answer {
  status: number;
  body: { id: string; version: number; state: string; visibility?: string; items: { id: string; state: string }[]; confirmations?: { side: string }[] };
}

/** Thrown when nobody answered, or the floor said that it cannot now: what was asked for may have happened or not. */
class Unknown extends Error {}

/** Business over HTTP by all kinds of people at once, with a ledger of what was acknowledged. */
export class Load {
  readonly ledger: Acknowledged[] = [];
  readonly counts = { acknowledged: 0, unknown: 0, refused: 0 };
  readonly faults: string[] = [];
  readonly tally = new Tally();
  private readonly tokens = new Map<Person, string>();
  private running = false;
  private loops: Promise<void>[] = [];
  private serial = 0;

  constructor(private readonly url: string, private readonly random: Random) {}

  async signIn(): Promise<void> {
    for (const person of [...SUPPLIERS, ...ENTERPRISES, 'broker'] as Person[]) {
      const { body } = await this.call(null, 'POST', 'auth/login', { email: `${person}@techfloor.example`, password: PASSWORD });
      this.tokens.set(person, (body as unknown as { token: string }).token);
    }
  }

  /** So many people who act at once, and half as many who search. */
  start(people: number): void {
    this.running = true;
    this.loops = [...Array.from({ length: people }, () => this.loop()), ...Array.from({ length: people / 2 }, () => this.searchLoop())];
  }

  async stop(): Promise<void> {
    this.running = false;
    await Promise.all(this.loops);
  }

  /** Reads everything again and notes whatever stands behind what had been acknowledged. */
  async compare(): Promise<void> {
    for (const thing of this.ledger) await this.refresh(thing);
  }

  private async loop(): Promise<void> {
    while (this.running) {
      try {
        await this.act();
      } catch (error) {
        if (!(error instanceof Unknown)) throw error;
        await wait(100);
      }
      await wait(10 + this.random() * 40);
    }
  }

  private async searchLoop(): Promise<void> {
    while (this.running) {
      await this.search();
      await wait(20 + this.random() * 80);
    }
  }

  /** What was withdrawn before a search began and still is after it must not be among its finds. */
  private async search(): Promise<void> {
    const words = GOODS[Math.floor(this.random() * GOODS.length)];
    const gone = this.ledger.filter(isGone).map((thing) => ({ thing, version: thing.version }));
    const started = performance.now();
    try {
      const { status, body } = await this.call(null, 'GET', `offers?size=50&q=${encodeURIComponent(words)}`);
      this.tally.search(status === 200 ? performance.now() - started : null);
      if (status !== 200) return void this.faults.push(`a search is answered with ${status}: ${JSON.stringify(body)}`);
      const shown = new Set(body.items.map(({ id }) => id));
      for (const { thing, version } of gone) {
        if (isGone(thing) && thing.version === version && shown.has(thing.id)) this.faults.push(`a search shows offers/${thing.id}, which had been withdrawn`);
      }
    } catch (error) {
      if (!(error instanceof Unknown)) throw error;
      this.tally.search(null);
    }
  }

  private async act(): Promise<void> {
    const dice = this.random();
    const free = this.ledger.filter((thing) => !thing.busy);
    if (free.length < 4 || (dice < 0.25 && this.ledger.length < MOST)) return this.create();
    const thing = free[Math.floor(this.random() * free.length)];
    thing.busy = true;
    try {
      if (thing.unsure) await this.refresh(thing);
      if (thing.kind === 'connections') await this.moveConnection(thing);
      else if (thing.kind === 'requests' && thing.state === 'open' && this.random() < 0.5) await this.introduce(thing);
      else await this.move(thing);
    } finally {
      thing.busy = false;
    }
  }

  private async create(): Promise<void> {
    const kind = this.random() < 0.6 ? 'offers' : 'requests';
    const goods = GOODS[Math.floor(this.random() * GOODS.length)];
    const owner = (kind === 'offers' ? SUPPLIERS : ENTERPRISES)[Math.floor(this.random() * 2)];
    const title = `${goods} số ${++this.serial}`;
    const body =
      kind === 'offers'
        ? { title, kind: 'equipment', summary: `Nhà cung ứng giới thiệu ${goods}, bảo hành hai năm.`, description: `Thiết bị ${goods} cho cơ sở chế biến.`, fields: ['food-technology'], price: { kind: 'indicative', min: 100_000_000, max: 200_000_000 } }
        : { title: `Cần ${title}`, need: `Đơn vị cần mua ${goods} cho cơ sở chế biến.`, fields: ['food-technology'], budgetMax: 400_000_000 };
    const made = await this.write(owner, 'POST', kind, body);
    if (made) this.ledger.push({ kind, id: made.body.id, owner, version: made.body.version, state: made.body.state, unsure: false, busy: false });
  }

  private async move(thing: Acknowledged): Promise<void> {
    const { kind, id, owner } = thing;
    const edit = kind === 'offers' ? { summary: `Nội dung sửa lần ${thing.version}.` } : { need: `Đơn vị cần mua thiết bị, sửa lần ${thing.version}.` };
    const dice = this.random();
    if (thing.state === 'draft') return this.step(thing, owner, 'POST', `${kind}/${id}/submit`);
    if (thing.state === 'submitted') return this.step(thing, 'broker', 'POST', `${kind}/${id}/${dice < 0.85 ? 'approve' : 'return'}`, dice < 0.85 ? {} : { reason: 'Thiếu số liệu' });
    if (thing.state === 'withdrawn') return this.step(thing, owner, 'POST', `${kind}/${id}/${kind === 'offers' ? 'relist' : 'reopen'}`);
    if (thing.state === 'approved' && dice < 0.2) return this.step(thing, owner, 'POST', `${kind}/${id}/withdraw`);
    return this.step(thing, owner, 'PATCH', `${kind}/${id}`, { version: thing.version, ...edit });
  }

  private async introduce(request: Acknowledged): Promise<void> {
    const { status, body } = await this.call('broker', 'GET', `requests/${request.id}/matches`);
    const match = status === 200 ? body.items.find(({ state }) => state === 'suggested') : undefined;
    if (!match) return;
    const made = await this.write('broker', 'POST', `matches/${match.id}/introduce`, { message: 'Xin giới thiệu hai đơn vị.' });
    if (made) this.ledger.push({ kind: 'connections', id: made.body.id, owner: request.owner, version: 0, state: made.body.state, unsure: false, busy: false });
  }

  private async moveConnection(connection: Acknowledged): Promise<void> {
    const people: Person[] = [connection.owner, ...SUPPLIERS];
    const person = people[Math.floor(this.random() * people.length)];
    if (this.random() < 0.5) return this.step(connection, person, 'POST', `connections/${connection.id}/messages`, { text: `Lời nhắn ${++this.serial}` });
    return this.step(connection, person, 'POST', `connections/${connection.id}/confirm`);
  }

  private async step(thing: Acknowledged, person: Person, method: string, path: string, body: object = {}): Promise<void> {
    try {
      const answer = await this.write(person, method, path, body);
      if (answer) this.take(thing, answer.body);
    } catch (error) {
      thing.unsure = true;
      throw error;
    }
  }

  private async refresh(thing: Acknowledged): Promise<void> {
    const { status, body } = await this.call(thing.owner, 'GET', `${thing.kind}/${thing.id}`);
    if (status !== 200) this.faults.push(`${thing.kind}/${thing.id} was acknowledged and is answered with ${status}`);
    else this.take(thing, body);
  }

  private take(thing: Acknowledged, { version = 0, state: revision, visibility }: Answer['body']): void {
    const state = visibility === 'withdrawn' && revision === 'approved' ? visibility : revision;
    const lost = version < thing.version || (version === thing.version && thing.kind !== 'connections' && state !== thing.state);
    if (lost) this.faults.push(`${thing.kind}/${thing.id} was acknowledged as ${thing.state} in version ${thing.version} and is ${state} in version ${version}`);
    Object.assign(thing, { version, state, unsure: false });
  }

  /** A write that was carried out; undefined when it was refused, as happens when people act at once. */
  private async write(person: Person, method: string, path: string, body: object): Promise<Answer | undefined> {
    const answer = await this.call(person, method, path, body);
    if (answer.status < 300) {
      this.counts.acknowledged++;
      return answer;
    }
    this.counts.refused++;
    if (![403, 404, 409, 422].includes(answer.status)) this.faults.push(`${method} ${path} is answered with ${answer.status}: ${JSON.stringify(answer.body)}`);
    return undefined;
  }

  private async call(person: Person | null, method: string, path: string, body?: object): Promise<Answer> {
    try {
      const response = await fetch(`${this.url}/api/v1/${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...(person ? { authorization: `Bearer ${this.tokens.get(person)}` } : {}) },
        signal: AbortSignal.timeout(CALL_MS),
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const text = await response.text();
      this.tally.count(response.status < 300 ? 'done' : response.status < 500 ? 'refused' : response.status === 503 ? 'later' : 'failed');
      // 503 says that the floor cannot now; during an outage a call may also be cut off after it was begun.
      if (response.status === 503) throw new Unknown(text);
      return { status: response.status, body: JSON.parse(text) as Answer['body'] };
    } catch (error) {
      if (!(error instanceof Unknown)) {
        this.counts.unknown++;
        this.tally.count('cut');
      }
      throw new Unknown(String(error));
    }
  }
}

const isGone = (thing: Acknowledged): boolean => thing.kind === 'offers' && thing.state === 'withdrawn' && !thing.busy && !thing.unsure;
