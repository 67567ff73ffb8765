import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

export type HealthState = 'ok' | 'degraded' | 'down';

/** A part that says how it is; contexts add theirs at start. */
export interface HealthPart {
  name: string;
  check(): Promise<{ state: HealthState; detail?: string }>;
}

export interface HealthReport {
  state: HealthState;
  parts: Record<string, { state: HealthState; detail?: string }>;
}

/** The parts whose state decides whether this process is ready. */
@Injectable()
export class HealthParts {
  private readonly parts: HealthPart[] = [];

  constructor(database: Database) {
    this.add({
      name: 'database',
      check: () => database.query('select 1').then(() => ({ state: 'ok' as const }), () => ({ state: 'down' as const })),
    });
  }

  add(part: HealthPart): void {
    this.parts.push(part);
  }

  async report(): Promise<HealthReport> {
    const results = await Promise.all(this.parts.map(async (part) => [part.name, await part.check().catch(() => ({ state: 'down' as const }))] as const));
    const states = results.map(([, result]) => result.state);
    const state = states.includes('down') ? 'down' : states.includes('degraded') ? 'degraded' : 'ok';
    return { state, parts: Object.fromEntries(results) };
  }
}
