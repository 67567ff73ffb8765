import { Injectable } from '@nestjs/common';
import { Clock, Database, dayInVietnam } from '@app/platform';

export interface PublicFigures {
  asOf: string;
  offers: number;
  suppliers: number;
  views: number;
  requests: number;
  connectedOrganizations: number;
  readyToTransfer: number;
}

const KEPT_MS = 2_000;

/** The figures that the floor shows of itself, each from the tables that hold its facts. */
@Injectable()
export class PublicStatistics {
  private kept: { at: number; figures: Promise<PublicFigures> } | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Computed at most every two seconds: every visitor of the first page asks. */
  figures(): Promise<PublicFigures> {
    const now = this.clock.now().getTime();
    if (!this.kept || now - this.kept.at >= KEPT_MS || now < this.kept.at) {
      const figures = this.compute();
      figures.catch(() => (this.kept = undefined));
      this.kept = { at: now, figures };
    }
    return this.kept.figures;
  }

  private async compute(): Promise<PublicFigures> {
    const now = this.clock.now();
    const [row] = await this.database.query<Omit<PublicFigures, 'asOf'>>(
      `select
         (select count(*)::int from offer o join offer_revision r on r.id = o.live_revision_id
          where o.visibility = 'live' and (r.valid_until is null or r.valid_until >= $1::date)) as offers,
         (select count(distinct o.organization_id)::int from offer o where o.visibility = 'live') as suppliers,
         (select coalesce(sum(views), 0)::float8 from view_bucket) as views,
         (select count(*)::int from request where live_revision_id is not null) as requests,
         (select count(distinct buyer_id)::int from connection where confirmed_at is not null) as "connectedOrganizations",
         (select count(*)::int from offer o join offer_revision r on r.id = o.live_revision_id
          where o.visibility = 'live' and r.ready_to_transfer and (r.valid_until is null or r.valid_until >= $1::date)) as "readyToTransfer"`,
      [dayInVietnam(now)],
    );
    return { asOf: now.toISOString(), ...row };
  }
}
