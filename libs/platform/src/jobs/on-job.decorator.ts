import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';

const ON_JOB = Symbol('on-job');
const EVERY = Symbol('every');

type JobMethod = (data: Record<string, unknown>) => Promise<void>;

/** Marks a method as the worker of plain jobs of this name (added with `Queues.add`). It must be safe to run twice. */
export const OnJob =
  (name: string): MethodDecorator =>
  (_target, _key, descriptor) =>
    Reflect.defineMetadata(ON_JOB, name, descriptor.value as object);

/** Runs a method again and again in the worker process, `ms` after its last run has ended. Safe to run in two workers. */
export const Every =
  (ms: number): MethodDecorator =>
  (_target, _key, descriptor) =>
    Reflect.defineMetadata(EVERY, ms, descriptor.value as object);

/** Finds the plain jobs and the schedules of the modules that a process has loaded. */
@Injectable()
export class JobMethods {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  jobs(): Map<string, JobMethod> {
    return new Map(this.methods().flatMap(({ method, run }) => {
      const name = Reflect.getMetadata(ON_JOB, method) as string | undefined;
      return name ? [[name, run] as const] : [];
    }));
  }

  schedules(): { name: string; ms: number; run: () => Promise<void> }[] {
    return this.methods().flatMap(({ method, name, run }) => {
      const ms = Reflect.getMetadata(EVERY, method) as number | undefined;
      return ms ? [{ name, ms, run: () => run({}) }] : [];
    });
  }

  private methods(): { name: string; method: object; run: JobMethod }[] {
    return this.discovery.getProviders().flatMap(({ instance }) => {
      if (!instance || typeof instance !== 'object') return [];
      return this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object).flatMap((key) => {
        const method = (instance as Record<string, unknown>)[key];
        if (typeof method !== 'function') return [];
        return [{ name: `${(instance as object).constructor.name}.${key}`, method, run: (method as JobMethod).bind(instance) }];
      });
    });
  }
}
