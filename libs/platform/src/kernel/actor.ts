export type Role = 'broker' | 'manager' | 'admin';
export type Lang = 'vi' | 'en';
export type OrganizationKind = 'supplier' | 'enterprise';
export type Origin = 'api' | 'web' | 'job' | 'cli';

export interface Membership {
  organizationId: string;
  kind: OrganizationKind;
  centreId: string;
}

export interface ActorFacts {
  id: string | null;
  sessionId?: string | null;
  roles?: readonly Role[];
  centreId?: string | null;
  memberships?: readonly Membership[];
  lang?: Lang;
  origin?: Origin;
}

/** Who asks. A visitor has no id; the system (jobs, commands) has the right to everything. */
export class Actor {
  readonly id: string | null;
  readonly sessionId: string | null;
  readonly roles: readonly Role[];
  readonly centreId: string | null;
  readonly memberships: readonly Membership[];
  readonly lang: Lang;
  readonly origin: Origin;

  constructor(
    facts: ActorFacts,
    readonly isSystem = false,
  ) {
    this.id = facts.id;
    this.sessionId = facts.sessionId ?? null;
    this.roles = facts.roles ?? [];
    this.centreId = facts.centreId ?? null;
    this.memberships = facts.memberships ?? [];
    this.lang = facts.lang ?? 'vi';
    this.origin = facts.origin ?? 'api';
  }

  static visitor(lang: Lang = 'vi', origin: Origin = 'api'): Actor {
    return new Actor({ id: null, lang, origin });
  }

  /** The floor itself: jobs and commands. Events it causes carry no person. */
  static system(origin: Origin = 'job'): Actor {
    return new Actor({ id: null, origin }, true);
  }

  get isSignedIn(): boolean {
    return this.id !== null;
  }

  get isStaff(): boolean {
    return this.roles.length > 0;
  }

  get isAdmin(): boolean {
    return this.roles.includes('admin');
  }

  memberOf(organizationId: string): boolean {
    return this.memberships.some((membership) => membership.organizationId === organizationId);
  }

  /** The actor's organizations of one kind, in the order in which they were joined. */
  organizationsOf(kind: OrganizationKind): string[] {
    return this.memberships.filter((m) => m.kind === kind).map((m) => m.organizationId);
  }

  /** Whether the actor acts for a centre: its brokers and managers, and administrators everywhere. */
  actsFor(centreId: string): boolean {
    if (this.isSystem || this.isAdmin) return true;
    return this.isStaff && this.centreId === centreId;
  }

  in(lang: Lang, origin: Origin): Actor {
    return new Actor({ ...this, lang, origin }, this.isSystem);
  }
}
