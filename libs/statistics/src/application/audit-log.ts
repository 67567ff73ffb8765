import { Injectable } from '@nestjs/common';
import { type Actor, Database, EventRow, offsetOf, type Page } from '@app/platform';

export interface AuditFilter {
  subject?: string;
  actor?: string;
  type?: string;
  from?: string;
  to?: string;
  page: number;
  size: number;
  cursor?: string;
}

/** The event log, newest first: managers see their own centre's events, administrators all. */
@Injectable()
export class AuditLog {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, filter: AuditFilter): Promise<Page<EventRow>> {
    const offset = filter.cursor ? 0 : offsetOf(filter);
    const where = this.database.repository(EventRow).createQueryBuilder('e');
    if (!actor.isAdmin) where.andWhere('e.centre = :centre', { centre: actor.centreId });
    if (filter.subject) where.andWhere('e.subject = :subject', { subject: filter.subject });
    if (filter.actor) where.andWhere('e.actor = :by', { by: filter.actor });
    if (filter.type) where.andWhere('e.type = :type', { type: filter.type });
    if (filter.from) where.andWhere('e.at >= :from', { from: filter.from });
    if (filter.to) where.andWhere('e.at < :to', { to: filter.to });
    const total = await where.getCount();
    if (filter.cursor) where.andWhere('e.sequence < :cursor', { cursor: filter.cursor });
    else where.offset(offset);
    const items = await where.orderBy('e.sequence', 'DESC').limit(filter.size).getMany();
    const last = items.length === filter.size ? items.at(-1)!.sequence : undefined;
    return { items, total, page: filter.page, size: filter.size, ...(last ? { nextCursor: last } : {}) };
  }
}
