import { Injectable } from '@nestjs/common';
import { type OfferDetails, type OfferView, toOfferView } from '@app/catalog';
import { ConnectionService } from '@app/connections';
import { MatchService, RelatedOffers } from '@app/matching';
import { CentreService, OrganizationService, SupplierCounts } from '@app/organizations';
import type { Actor } from '@app/platform';
import { ViewCounter } from '@app/statistics';
import { TaxonomyService } from '@app/taxonomy';
import type { VNode } from 'preact';
import type { FormState } from '../components/form-state.js';
import type { OfferState, Visibility } from '../components/state-tag.js';
import type { Lang } from '../i18n/languages.js';
import type { PageView } from '../layout/page-view.js';
import { OfferPage, type OfferManagement, type OfferPageProps, type SupplierFacts } from './offer.page.js';
import { OfferPresenter } from './offer-presenter.js';
import { pageOfMatches } from './match-paging.js';
import { requestMatchOf } from './match-presenter.js';

const RELATED = 4;

/** Gathers the page of one offer. */
@Injectable()
export class OfferPages {
  constructor(
    private readonly organizations: OrganizationService,
    private readonly counts: SupplierCounts,
    private readonly centres: CentreService,
    private readonly connections: ConnectionService,
    private readonly matches: MatchService,
    private readonly related: RelatedOffers,
    private readonly views: ViewCounter,
    private readonly taxonomy: TaxonomyService,
    private readonly present: OfferPresenter,
  ) {}

  async page(view: PageView, actor: Actor, details: OfferDetails, form?: FormState): Promise<VNode> {
    const offer = toOfferView(details, actor);
    const [supplier, manage, views, moderated, related] = await Promise.all([
      this.supplier(details, view.lang),
      details.insider ? this.management(view, actor, offer, details) : null,
      this.views.totals([offer.id]),
      this.moderated(details, view.lang),
      details.offer.isPublic ? this.related.like(offer, RELATED) : [],
    ]);
    return (
      <OfferPage
        view={view}
        offer={this.present.content(offer, view.lang)}
        supplier={supplier}
        moderated={moderated}
        related={related.map((card) => this.present.card(card, view.lang))}
        viewCount={views.get(offer.id) ?? 0}
        mayEnquire={offer.allowedActions.includes('enquire')}
        form={form}
        manage={manage}
      />
    );
  }

  private async supplier({ supplier }: OfferDetails, lang: Lang): Promise<SupplierFacts> {
    const [organization, counts, connected] = await Promise.all([
      this.organizations.get(supplier.id, 'supplier'),
      this.counts.liveOffers([supplier.id]),
      this.connections.connectedBuyers(supplier.id),
    ]);
    return {
      slug: organization.slug, name: organization.name,
      place: organization.province && this.taxonomy.label('province', organization.province, lang),
      offers: counts.get(supplier.id) ?? 0, connected, verified: organization.verifiedAt !== null, claimed: organization.claimedAt !== null,
    };
  }

  private async moderated({ offer, insider }: OfferDetails, lang: Lang): Promise<OfferPageProps['moderated']> {
    const shown = insider ? offer.working : offer.live;
    if (shown?.state !== 'approved' || !shown.decidedAt) return null;
    const centre = (await this.centres.all()).find(({ id }) => id === offer.centreId);
    return { at: shown.decidedAt, centre: (lang === 'vi' ? centre?.name : centre?.nameEn) ?? '' };
  }

  private async management(view: PageView, actor: Actor, offer: OfferView, { offer: { organizationId } }: OfferDetails): Promise<OfferManagement> {
    return {
      version: offer.version, revision: offer.revision, state: offer.state as OfferState, visibility: offer.visibility as Visibility,
      reason: offer.suspension?.reason ?? offer.returnReason ?? null,
      allowed: offer.allowedActions,
      isOwner: actor.memberOf(organizationId),
      ...(await this.matchesOf(view, actor, offer.id)),
    };
  }

  private async matchesOf(view: PageView, actor: Actor, offerId: string): Promise<Pick<OfferManagement, 'matches' | 'paging'>> {
    const matches = await this.matches.ofOffer(actor, offerId);
    const { shown, paging } = pageOfMatches(view, matches.filter(({ state }) => state !== 'dismissed'));
    return { matches: shown.flatMap((match) => requestMatchOf(match, (code) => this.taxonomy.label('province', code, view.lang))), paging };
  }
}
