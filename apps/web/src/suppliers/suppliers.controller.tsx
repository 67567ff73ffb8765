import { Param, Query } from '@nestjs/common';
import { ConnectionService } from '@app/connections';
import { OrganizationService, SupplierCounts, type SupplierView, toSupplierView } from '@app/organizations';
import { IdOrSlugPipe, Public } from '@app/platform';
import { OfferSearchQuery, OfferSearchService } from '@app/search';
import { TaxonomyService } from '@app/taxonomy';
import { OfferPresenter } from '../catalogue/offer-presenter.js';
import type { SummaryRow } from '../components/offer-detail.js';
import type { Lang } from '../i18n/languages.js';
import { countedLabels } from '../components/tags.js';
import { path } from '../i18n/routes.js';
import { t } from '../i18n/translate.js';
import { type PageAnswer, SeeOther } from '../layout/answers.js';
import { GetPage, PageController, View } from '../layout/page-controller.decorator.js';
import type { PageView } from '../layout/page-view.js';
import { pageIn, pagingOf } from '../layout/paging.js';
import { SupplierPage } from './supplier.page.js';
import { SuppliersPage } from './suppliers.page.js';

const NEWEST = 10;
const MOST_FIELDS = 6;

@PageController()
export class SuppliersController {
  constructor(
    private readonly organizations: OrganizationService,
    private readonly counts: SupplierCounts,
    private readonly connections: ConnectionService,
    private readonly offers: OfferSearchService,
    private readonly taxonomy: TaxonomyService,
    private readonly present: OfferPresenter,
  ) {}

  @GetPage('suppliers')
  @Public()
  async list(@View() view: PageView, @Query() query: Record<string, unknown>): Promise<PageAnswer> {
    const found = await this.organizations.list('supplier', pageIn(query));
    const counts = await this.counts.liveOffers(found.items.map(({ id }) => id));
    const items = found.items.map(({ id, slug, name, province, verifiedAt }) => ({
      slug, name, province: this.province(province, view.lang), offerCount: counts.get(id) ?? 0, verified: verifiedAt !== null,
    }));
    return <SuppliersPage view={view} items={items} total={found.total} paging={pagingOf(view, found)} />;
  }

  @GetPage('supplier')
  @Public()
  async show(@View() view: PageView, @Param('slug', IdOrSlugPipe) slug: string): Promise<PageAnswer> {
    const supplier = await this.organizations.get(slug, 'supplier');
    if (supplier.slug !== slug) return new SeeOther(path(view.lang, 'supplier', { slug: supplier.slug }), undefined, 302);
    const search = Object.assign(new OfferSearchQuery(), { supplier: [supplier.id], sort: 'newest', size: NEWEST, facets: 'field' });
    const [found, connected] = await Promise.all([this.offers.search(search, view.lang), this.connections.connectedBuyers(supplier.id)]);
    const profile = toSupplierView(supplier, found.total);
    return (
      <SupplierPage
        view={view}
        slug={profile.slug}
        name={profile.name}
        about={(view.lang === 'en' && profile.descriptionEn) || profile.description}
        province={this.province(profile.province, view.lang)}
        facts={factsOf(profile, view.lang)}
        verified={profile.verified}
        claimed={profile.claimed}
        offerCount={profile.counts.offers}
        connected={connected}
        fields={countedLabels(found.facets.field).slice(0, MOST_FIELDS)}
        offers={found.items.map((offer) => this.present.found(offer, view.lang))}
      />
    );
  }

  private province(code: string | null, lang: Lang): string | null {
    return code && this.taxonomy.label('province', code, lang);
  }
}

const isWebAddress = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);

const factsOf = ({ website }: SupplierView, lang: Lang): SummaryRow[] =>
  website && isWebAddress(website) ? [{ label: t(lang)('suppliers.website'), value: <a href={website} rel="nofollow noopener">{website}</a> }] : [];
