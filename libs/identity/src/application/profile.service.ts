import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Lang } from '@app/platform';

export interface Profile {
  id: string;
  email: string;
  name: string | null;
  lang: Lang;
  roles: string[];
  centre: { id: string; slug: string; name: string } | null;
  organizations: { id: string; slug: string; name: string; kind: string }[];
}

/** What `/me` shows of the one who asks. */
@Injectable()
export class ProfileService {
  constructor(private readonly database: Database) {}

  async of(actor: Actor): Promise<Profile> {
    const [row] = await this.database.query<Profile & { roles: string[] }>(
      `select a.id, a.email, p.name, a.lang, a.roles,
         (select json_build_object('id', c.id, 'slug', c.slug, 'name', c.name) from centre_card c where c.id = a.centre_id) as centre,
         coalesce((select json_agg(json_build_object('id', m.organization_id, 'slug', m.slug, 'name', m.name, 'kind', m.kind) order by m.joined_at)
           from actor_membership m where m.account_id = a.id), '[]'::json) as organizations
       from account a left join person p on p.account_id = a.id where a.id = $1`,
      [actor.id],
    );
    const kinds = new Set(row.organizations.map((o) => o.kind));
    return { ...row, roles: [...row.roles, ...['supplier', 'enterprise'].filter((kind) => kinds.has(kind))] };
  }
}
