import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProfileService } from '@app/identity';
import { NotificationService } from '@app/notifications';
import { type Centre, CentreService } from '@app/organizations';
import { type Actor, Clock, CONFIG, type Config, languageOf, type RequestWithActor } from '@app/platform';
import type { Lang } from '../i18n/languages.js';
import { hereOf } from './addresses.js';
import { flashOf } from './flash.js';
import type { CentreContact, PageView, Viewer } from './page-view.js';

export type ViewedRequest = FastifyRequest & RequestWithActor;

const KEPT_MS = 60_000;

const contactIn = (lang: Lang, centre: Centre): CentreContact => ({
  name: lang === 'vi' ? centre.name : centre.nameEn,
  phone: centre.phone ?? '',
  hours: (lang === 'vi' ? centre.hours : (centre.hoursEn ?? centre.hours)) ?? '',
});

/** Gathers what every page gets besides its own data. */
@Injectable()
export class PageViews {
  private kept: { at: number; centre: Promise<Centre> } | undefined;

  constructor(
    private readonly profiles: ProfileService,
    private readonly notifications: NotificationService,
    private readonly centres: CentreService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(request: ViewedRequest): Promise<PageView> {
    const { actor } = request;
    const [view, viewer] = await Promise.all([this.forVisitor(request), actor?.isSignedIn ? this.viewerOf(actor) : null]);
    const notice = request.method === 'GET' ? flashOf(request, view.lang) : undefined;
    return { ...view, viewer, ...(notice ? { notice } : {}) };
  }

  /** The same without asking who is there. */
  async forVisitor(request: FastifyRequest): Promise<PageView> {
    const lang = languageOf(request);
    return { ...this.bare(request), centre: contactIn(lang, await this.ownCentre()) };
  }

  /** What needs no database: for the page that says that there is none. */
  bare(request: FastifyRequest): PageView {
    const lang = languageOf(request);
    return { lang, origin: new URL(this.config.publicUrl).origin, here: hereOf(request), viewer: null, centre: { name: 'Techfloor', phone: '', hours: '' } };
  }

  private async viewerOf(actor: Actor): Promise<Viewer> {
    const [profile, unread] = await Promise.all([this.profiles.of(actor), this.notifications.unread(actor)]);
    const own = actor.isStaff ? undefined : profile.organizations[0]?.name;
    return {
      name: own ?? profile.name ?? profile.email,
      isSupplier: actor.organizationsOf('supplier').length > 0,
      isEnterprise: actor.organizationsOf('enterprise').length > 0,
      isStaff: actor.isStaff,
      unread,
    };
  }

  /** After a change, so that the next page of this process shows it; the others follow within a minute. */
  forgetCentre(): void {
    this.kept = undefined;
  }

  /** The running centre hardly ever changes, and every page names it. */
  private ownCentre(): Promise<Centre> {
    const now = this.clock.now().getTime();
    if (!this.kept || now - this.kept.at >= KEPT_MS || now < this.kept.at) {
      const centre = this.centres.own();
      centre.catch(() => (this.kept = undefined));
      this.kept = { at: now, centre };
    }
    return this.kept.centre;
  }
}
