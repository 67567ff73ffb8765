import { Readable } from 'node:stream';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { CONFIG, type Config } from '../config/config.js';

export interface OutgoingMail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Stable per delivery: a repeat after an unknown outcome carries the same one. */
  messageId: string;
  lang: 'vi' | 'en';
}

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
}

const TIMEOUT_MS = 10_000;

/** The server has certainly not taken the message: it may be sent again without anybody getting it twice. */
export class MailRefused extends Error {
  constructor(error: SmtpError) {
    // A server's answer may repeat the address: only codes are kept.
    super(`${error.code ?? 'error'} ${error.responseCode ?? ''}`.trim(), { cause: error });
  }
}

/** Sends mail over SMTP. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private transport: Transporter | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Throws {@link MailRefused}; any other error leaves it unknown whether the server has taken the message. */
  async send(mail: OutgoingMail): Promise<void> {
    const message = await this.compose(mail);
    // What the server's connection has not even read it cannot have taken.
    let handedOver = false;
    const raw = Readable.from([message]).once('end', () => (handedOver = true));
    try {
      await this.open().sendMail({ envelope: { from: this.config.mailFrom, to: mail.to }, raw });
    } catch (error) {
      if (!handedOver || (error as SmtpError).responseCode !== undefined) throw new MailRefused(error as SmtpError);
      throw error;
    }
  }

  private compose(mail: OutgoingMail): Promise<Buffer> {
    const { to, subject, text, html, messageId, lang } = mail;
    const headers = { 'Content-Language': lang, 'Auto-Submitted': 'auto-generated' };
    return new MailComposer({ from: this.config.mailFrom, to, subject, text, html, messageId, headers }).compile().build();
  }

  private open(): Transporter {
    if (!this.config.smtpUrl) throw new Error('SMTP_URL is not set.');
    this.transport ??= createTransport({
      url: this.config.smtpUrl,
      pool: true,
      maxConnections: 2,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
    } as never);
    return this.transport;
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
