import { Inject, Injectable, type LoggerService } from '@nestjs/common';
import pino, { type Logger as Pino } from 'pino';
import { CONFIG, type Config } from '../config/config.js';

type Fields = Record<string, unknown>;

/** Structured logs: one JSON object a line, with ids, never with personal data. */
@Injectable()
export class Logger implements LoggerService {
  private readonly pino: Pino;

  constructor(@Inject(CONFIG) config: Pick<Config, 'logLevel'>) {
    this.pino = pino({ level: config.logLevel, base: undefined }, pino.destination({ fd: 2, sync: true }));
  }

  info(message: string, fields: Fields = {}): void {
    this.pino.info(fields, message);
  }

  warn(message: string, fields: unknown = {}): void {
    this.pino.warn(fieldsOf(fields), message);
  }

  error(message: string, fields: unknown = {}): void {
    this.pino.error(fieldsOf(fields), message);
  }

  /** Nest's own start-up lines. */
  log(message: unknown): void {
    this.pino.debug(String(message));
  }
}

const fieldsOf = (fields: unknown): Fields => (typeof fields === 'object' && fields !== null ? (fields as Fields) : { context: String(fields) });
