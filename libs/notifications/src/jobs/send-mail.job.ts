import { Injectable } from '@nestjs/common';
import { Every, OnJob, Queues } from '@app/platform';
import { MailSender } from '../application/mail-sender.js';

const LOOK_MS = 1_000;

/** Mail goes out as BullMQ jobs, one per delivery; the table, not the queue, knows what is due. */
@Injectable()
export class SendMailJob {
  constructor(
    private readonly sender: MailSender,
    private readonly queues: Queues,
  ) {}

  @Every(LOOK_MS)
  async enqueueDue(): Promise<void> {
    const ids = await this.sender.due();
    if (ids.length === 0) return;
    await this.queues.add('interactive', ids.map((id) => ({ name: 'send-mail', id: `mail.${id}`, data: { deliveryId: id } })));
  }

  @OnJob('send-mail')
  async run(data: Record<string, unknown>): Promise<void> {
    await this.sender.send(String(data['deliveryId']));
  }
}
