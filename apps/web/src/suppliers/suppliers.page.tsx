import { Pagination, type Paging } from '../components/pagination.js';
import { Tag, Tags } from '../components/tags.js';
import { sayIn } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';

export interface SupplierRow {
  slug: string;
  name: string;
  province: string | null;
  offerCount: number;
  verified: boolean;
}

export interface SuppliersPageProps {
  view: PageView;
  items: SupplierRow[];
  total: number;
  paging: Paging;
}

export const SuppliersPage = ({ view, items, total, paging }: SuppliersPageProps) => {
  const { t, path } = sayIn(view.lang);
  return (
    <Page view={view} title={t('suppliers.title')} current="suppliers" crumbs={[{ text: t('nav.home'), href: path('home') }, { text: t('suppliers.title') }]}>
      <div class="page-head"><h1>{t('suppliers.count', { n: total })}</h1></div>
      <ul class="rows">
        {items.map((supplier) => (
          <li class="row" key={supplier.slug}>
            <Tags>
              <Tag>{t('suppliers.offers', { n: supplier.offerCount })}</Tag>
              {supplier.verified ? <Tag tone="ok">{t('suppliers.verified')}</Tag> : null}
            </Tags>
            <h2><a href={path('supplier', { slug: supplier.slug })}>{supplier.name}</a></h2>
            {supplier.province ? <p class="meta">{supplier.province}</p> : null}
          </li>
        ))}
      </ul>
      <Pagination {...paging} />
    </Page>
  );
};
