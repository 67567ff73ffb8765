import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/database.js';
import type { RecordedEvent } from '../kernel/domain-event.js';

const ON_EVENT = Symbol('on-event');

export type QueueName = 'interactive' | 'bulk';

export interface OnEventOptions {
  /** Interactive work (one offer, one message) and bulk work do not hold each other up. */
  queue?: QueueName;
  /** Lets the other jobs of the queue go first: for long work that nobody waits for. */
  late?: boolean;
  /**
   * True (default): the handler gets a transaction that also holds its handled mark, so its effects happen exactly once.
   * False: it runs before the mark is written, for calls to the outside; it must be safe to run twice.
   */
  transactional?: boolean;
}

interface Registration extends Required<OnEventOptions> {
  types: string[];
}

export type EventHandler = (event: RecordedEvent<never>, tx: Tx) => Promise<void>;

export interface RegisteredHandler extends Registration {
  /** `Class.method`; it is part of job ids and handled marks: renaming it makes a new handler. */
  name: string;
  run: EventHandler;
}

/** Marks a method `(event, tx)` of a provider in a context's JobsModule as a handler of these event types. */
export const OnEvent =
  (types: string | string[], options: OnEventOptions = {}): MethodDecorator =>
  (_target, _key, descriptor) => {
    const registration: Registration = {
      types: [types].flat(),
      queue: options.queue ?? 'interactive',
      late: options.late ?? false,
      transactional: options.transactional ?? true,
    };
    Reflect.defineMetadata(ON_EVENT, registration, descriptor.value as object);
  };

/** Finds every event handler of the modules that a process has loaded. */
@Injectable()
export class EventHandlers {
  private found: RegisteredHandler[] | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  all(): RegisteredHandler[] {
    this.found ??= this.discover();
    return this.found;
  }

  of(type: string): RegisteredHandler[] {
    return this.all().filter((handler) => handler.types.includes(type));
  }

  named(name: string): RegisteredHandler | undefined {
    return this.all().find((handler) => handler.name === name);
  }

  private discover(): RegisteredHandler[] {
    const handlers: RegisteredHandler[] = [];
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const prototype = Object.getPrototypeOf(instance) as object;
      for (const key of this.scanner.getAllMethodNames(prototype)) {
        const method = (instance as Record<string, unknown>)[key];
        const registration = typeof method === 'function' ? (Reflect.getMetadata(ON_EVENT, method) as Registration) : undefined;
        if (!registration) continue;
        const run = (method as EventHandler).bind(instance);
        handlers.push({ ...registration, name: `${(instance as object).constructor.name}.${key}`, run });
      }
    }
    return handlers;
  }
}
