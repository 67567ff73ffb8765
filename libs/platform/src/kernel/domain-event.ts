import { uuidv7 } from './ids.js';

export type EventData = Record<string, string | number | boolean | null | string[]>;

/** A fact of the past. `data` holds ids and the facts that consumers need, never text of persons. */
export interface DomainEvent<T extends EventData = EventData> {
  id: string;
  type: string;
  /** The row version of the subject after the change. */
  version: number;
  subject: string;
  organizationId: string | null;
  centreId: string | null;
  from: string | null;
  to: string | null;
  data: T;
}

interface EventContext {
  version?: number;
  organizationId?: string | null;
  centreId?: string | null;
  from?: string | null;
  to?: string | null;
}

/** Makes an event; `type` is `context.past_tense.vN`. The actor, the time and the origin are added when it is appended. */
export const event = <T extends EventData>(
  type: string,
  subject: string,
  data: T,
  context: EventContext = {},
): DomainEvent<T> => ({
  id: uuidv7(),
  type,
  subject,
  data,
  version: context.version ?? 1,
  organizationId: context.organizationId ?? null,
  centreId: context.centreId ?? null,
  from: context.from ?? null,
  to: context.to ?? null,
});

/** An event as it stands in the log. */
export interface RecordedEvent<T extends EventData = EventData> extends DomainEvent<T> {
  sequence: string;
  actor: string | null;
  at: Date;
  origin: string;
}
