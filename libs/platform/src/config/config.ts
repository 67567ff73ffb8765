import { resolve } from 'node:path';

/** The whole configuration, parsed once at start and frozen. */
export interface Config {
  port: number;
  host: string;
  /** The address in mails and links; its scheme decides the cookie's name and `Secure`. No slash at the end. */
  publicUrl: string;
  dataDir: string;
  demo: 'on' | 'off' | undefined;
  demoPassword: string | undefined;
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  meili: { url: string; key: string | undefined } | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Requests a minute and address; 0 switches the limit off. */
  loginRateLimit: number;
  rateLimit: number;
  /** MiB that the embedded search index may take in a process. */
  searchMemoryLimit: number;
  trustProxy: string[];
  metricsToken: string | undefined;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** Names every wrong variable at once. */
export class ConfigError extends Error {}

type Environment = Record<string, string | undefined>;

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

class Reader {
  readonly faults: string[] = [];
  constructor(private readonly environment: Environment) {}

  text(name: string): string | undefined {
    const value = this.environment[name]?.trim();
    return value === '' ? undefined : value;
  }

  number(name: string, fallback: number, min: number, max: number): number {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const value = Number(text);
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    this.faults.push(`${name} must be a whole number from ${min} to ${max}, not "${text}"`);
    return fallback;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const text = this.text(name);
    if (text === undefined || (allowed as readonly string[]).includes(text)) return text as T | undefined;
    this.faults.push(`${name} must be one of ${allowed.join(', ')}, not "${text}"`);
    return undefined;
  }

  url(name: string, schemes: string[]): string | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const scheme = URL.canParse(text) ? new URL(text).protocol.slice(0, -1) : '';
    if (schemes.includes(scheme)) return text;
    this.faults.push(`${name} must be an address beginning with ${schemes.map((s) => `${s}://`).join(' or ')}`);
    return undefined;
  }
}

/** Parses the environment. Throws {@link ConfigError} with every fault, one a line. */
export const parseConfig = (environment: Environment): Readonly<Config> => {
  const read = new Reader(environment);
  const port = read.number('PORT', 3000, 0, 65_535);
  const host = read.text('HOST') ?? '127.0.0.1';
  const publicUrl = read.url('PUBLIC_URL', ['http', 'https'])?.replace(/\/+$/, '');
  if (!publicUrl && !LOOPBACK.has(host)) {
    read.faults.push(`PUBLIC_URL is required when HOST (${host}) is not the loopback address`);
  }
  const meiliUrl = read.url('MEILI_URL', ['http', 'https']);
  const config: Config = {
    port,
    host,
    publicUrl: publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    dataDir: resolve(read.text('TECHFLOOR_DATA') ?? '.data'),
    demo: read.oneOf('TECHFLOOR_DEMO', ['on', 'off'] as const),
    demoPassword: read.text('TECHFLOOR_DEMO_PASSWORD'),
    databaseUrl: read.url('DATABASE_URL', ['postgres', 'postgresql']),
    redisUrl: read.url('REDIS_URL', ['redis', 'rediss']),
    meili: meiliUrl ? { url: meiliUrl, key: read.text('MEILI_KEY') } : undefined,
    smtpUrl: read.url('SMTP_URL', ['smtp', 'smtps']),
    mailFrom: read.text('MAIL_FROM') ?? 'Techfloor <no-reply@techfloor.example>',
    loginRateLimit: read.number('LOGIN_RATE_LIMIT', 20, 0, 1_000_000),
    rateLimit: read.number('RATE_LIMIT', 600, 0, 10_000_000),
    searchMemoryLimit: read.number('SEARCH_MEMORY_LIMIT', 400, 16, 65_536),
    trustProxy: (read.text('TRUST_PROXY') ?? '').split(',').map((s) => s.trim()).filter(Boolean),
    metricsToken: read.text('METRICS_TOKEN'),
    logLevel: read.oneOf('LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent'] as const) ?? 'info',
  };
  if (config.demoPassword !== undefined && config.demoPassword.length < 8) {
    read.faults.push('TECHFLOOR_DEMO_PASSWORD must have at least 8 characters');
  }
  if (read.faults.length > 0) throw new ConfigError(`The configuration is not valid:\n- ${read.faults.join('\n- ')}`);
  return Object.freeze(config);
};

/** Injection token of the parsed {@link Config}. */
export const CONFIG = Symbol('config');

/** The configuration of this process; the only place that reads the environment. `overrides` are set by a parent. */
export const readConfig = (overrides: Environment = {}): Readonly<Config> => parseConfig({ ...process.env, ...overrides });

/** The environment for a child process that shares this configuration. */
export const environmentFor = (overrides: Environment): NodeJS.ProcessEnv => ({ ...process.env, ...overrides });
