import { Injectable } from '@nestjs/common';
import { type Actor, allow, Clock, commonErrors, Database, event, EventStore, invalidFields, isUuid, type Precondition, type Reader, requireFresh, saveVersioned, type Tx, uuidv7 } from '@app/platform';
import { Centre } from '../data/organization.entities.js';
import { canEditCentre } from '../domain/centre.policy.js';
import { idsByName } from './ids-by-name.js';

/** What the first start writes; the telephone number is a placeholder until the centre enters its own. */
const OWN = {
  slug: 'can-tho', name: 'Trung tâm Thông tin và Chuyển giao công nghệ Cần Thơ', nameEn: 'Can Tho Centre for Technology Information and Transfer', province: '92',
  phone: '0292 000 0000', hours: 'thứ hai đến thứ sáu, 7 giờ 30 đến 16 giờ 30', hoursEn: 'Monday to Friday, 7:30 to 16:30',
};

/** How people reach a centre; what is left out stays as it is. */
export type CentreContactChange = Partial<Pick<Centre, 'phone' | 'hours' | 'hoursEn'>>;

const PHONE = /^\+?[\d\s().-]{6,}$/;

@Injectable()
export class CentreService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventStore,
  ) {}

  /** The installation's own centre; its first use makes it. */
  async own(db: Reader = this.database): Promise<Centre> {
    const repository = db.repository(Centre);
    const centre = await repository.findOneBy({ isOwn: true });
    if (centre) return centre;
    await db.query(
      `insert into centre (id, slug, name, name_en, province, phone, hours, hours_en, is_own, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, true, $9) on conflict do nothing`,
      [uuidv7(), OWN.slug, OWN.name, OWN.nameEn, OWN.province, OWN.phone, OWN.hours, OWN.hoursEn, this.clock.now()],
    );
    return repository.findOneByOrFail({ isOwn: true });
  }

  /** Throws `common.not_found`. */
  async get(idOrSlug: string): Promise<Centre> {
    const centre = await this.database.repository(Centre).findOneBy(isUuid(idOrSlug) ? { id: idOrSlug } : { slug: idOrSlug });
    if (!centre) throw commonErrors.not_found();
    return centre;
  }

  /** Throws `common.version_required`, `common.stale_version`, `common.stale_if_match`, `common.invalid` naming the telephone. */
  async editContact(actor: Actor, id: string, change: CentreContactChange, precondition: Precondition): Promise<Centre> {
    if (change.phone && !PHONE.test(change.phone)) {
      throw invalidFields([{ field: 'phone', code: 'phone', message: 'Ghi số điện thoại bằng chữ số, ví dụ 0292 3 820 674. / Write the telephone number in digits.' }]);
    }
    return this.database.transaction(async (tx) => {
      const centre = await tx.repository(Centre).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!centre) throw commonErrors.not_found();
      allow(canEditCentre(actor, id));
      requireFresh(centre.version, precondition);
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      Object.assign(centre, given);
      await saveVersioned(tx, Centre, centre);
      await this.events.append(tx, actor, event('organizations.centre_contact_changed.v1', id, { centreId: id, fields: Object.keys(given) }, { version: centre.version, centreId: id }));
      return centre;
    });
  }

  /** Adds centres of other provinces; one whose slug exists stays as it is. */
  async add(tx: Tx, centres: Pick<Centre, 'id' | 'slug' | 'name' | 'nameEn' | 'province'>[]): Promise<void> {
    await tx.query(
      `insert into centre (id, slug, name, name_en, province, created_at)
       select id, slug, name, "nameEn", province, $2 from jsonb_to_recordset($1::jsonb) as r(id uuid, slug text, name text, "nameEn" text, province text)
       on conflict do nothing`,
      [JSON.stringify(centres), this.clock.now()],
    );
  }

  all(): Promise<Centre[]> {
    return this.database.repository(Centre).find({ order: { name: 'asc' } });
  }

  /** The id of each of these ids and slugs; an unknown slug gets an id that matches nothing. */
  async resolveIds(idsOrSlugs: string[]): Promise<Map<string, string>> {
    return idsByName(idsOrSlugs, (slugs) => this.database.query('select slug, id from centre where slug = any($1)', [slugs]));
  }

  /** Accounts of the brokers and managers of a centre. */
  async staffOf(centreId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select id from account where centre_id = $1 and roles && array['broker', 'manager'] and blocked_at is null`,
      [centreId],
    );
    return rows.map((row) => row.id);
  }
}
