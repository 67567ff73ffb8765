import { type OfferCard, OfferRow } from '../components/offer-row.js';
import { type SummaryRow, SummaryList } from '../components/offer-detail.js';
import { Icon } from '../components/icon.js';
import { type CountedLabel, Tag, TagLinks, Tags } from '../components/tags.js';
import { sayIn, useSay } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';

export interface SupplierPageProps {
  view: PageView;
  slug: string;
  name: string;
  about: string | null;
  province: string | null;
  /** Further public facts, such as the web address, in words. */
  facts: SummaryRow[];
  verified: boolean;
  claimed: boolean;
  offerCount: number;
  connected: number;
  /** The newest ones. */
  offers: OfferCard[];
  /** What its offers are about, the largest first. */
  fields: CountedLabel[];
}

/** A search of the catalogue that stays with this supplier: the list that answers has filters and chips like any other. */
const SearchWithin = ({ slug, fields }: Pick<SupplierPageProps, 'slug' | 'fields'>) => {
  const { t, path } = useSay();
  return (
    <>
      <form class="inner-search" action={path('offers')} method="get" role="search" aria-label={t('suppliers.search')}>
        <input type="hidden" name="supplier" value={slug} />
        <label for="within">{t('suppliers.search')}</label>
        <input id="within" type="search" name="q" maxLength={400} autocomplete="off" />
        <button class="button main" type="submit"><Icon name="search" /> {t('nav.searchButton')}</button>
      </form>
      <TagLinks counts={fields} href={(field) => path('offers', {}, { supplier: slug, field })} />
    </>
  );
};

export const SupplierPage = (props: SupplierPageProps) => {
  const { view, slug, name, about, province, facts, verified, claimed, offerCount, connected, offers, fields } = props;
  const { t, path } = sayIn(view.lang);
  return (
    <Page view={view} title={name} description={about ?? undefined} current="suppliers" crumbs={[{ text: t('nav.home'), href: path('home') }, { text: t('nav.suppliers'), href: path('suppliers') }, { text: name }]}>
      <div class="with-side">
        <div class="stack">
          <header class="request-head">
            <Tags>
              <Tag>{t('offer.supplier')}</Tag>
              {verified ? <Tag tone="ok">{t('suppliers.verified')}</Tag> : null}
              {claimed ? null : <Tag tone="rice">{t('suppliers.unclaimed')}</Tag>}
            </Tags>
            <h1>{name}</h1>
            {about ? <p class="lead">{about}</p> : null}
          </header>
          <section aria-labelledby="offers-title">
            <div class="section-head">
              <h2 id="offers-title">{t('suppliers.offers', { n: offerCount })}</h2>
              {offerCount ? <a href={path('offers', {}, { supplier: slug })}>{t('suppliers.allOffers', { n: offerCount })}</a> : null}
            </div>
            {offerCount ? <SearchWithin slug={slug} fields={fields} /> : null}
            {offers.length ? <ul class="rows">{offers.map((offer) => <OfferRow key={offer.slug} offer={offer} />)}</ul> : <p class="meta">{t('suppliers.noOffers')}</p>}
          </section>
        </div>
        <aside>
          <section class="panel" aria-labelledby="facts-title">
            <h2 id="facts-title">{t('suppliers.facts')}</h2>
            <SummaryList rows={[...(province ? [{ label: t('offer.province'), value: province }] : []), ...facts, { label: t('offer.supplier.connected'), value: t('offer.supplier.organizations', { n: connected }) }]} />
          </section>
        </aside>
      </div>
    </Page>
  );
};
