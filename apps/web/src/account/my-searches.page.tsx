import { Empty } from '../components/empty.js';
import { Pagination, type Paging } from '../components/pagination.js';
import { PostButton } from '../components/post-button.js';
import { Tag, Tags } from '../components/tags.js';
import type { Moment } from '../i18n/formats.js';
import { sayIn } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';

export interface MySearchRow {
  id: string;
  name: string;
  /** The catalogue page of the search. */
  href: string;
  /** In words. */
  frequency: string;
  createdAt: Moment;
  /** How many offers its owner has been told of. */
  told: number;
  /** The latest of them that are still on the floor. */
  latest: { slug: string; title: string }[];
}

export interface MySearchesPageProps {
  view: PageView;
  items: MySearchRow[];
  total: number;
  paging: Paging;
}

export const MySearchesPage = ({ view, items, total, paging }: MySearchesPageProps) => {
  const { t, path, count, date } = sayIn(view.lang);
  return (
    <Page view={view} title={t('mySearches.title')} account="mySearches" unlisted>
      <div class="page-head">
        <h1>{t('mySearches.title')} <span class="count">({count(total)})</span></h1>
      </div>
      {items.length ? (
        <ul class="rows">
          {items.map((row) => (
            <li class="row" key={row.id} id={`s-${row.id}`}>
              <Tags><Tag>{row.frequency}</Tag></Tags>
              <h2><a href={row.href}>{row.name}</a></h2>
              <p class="meta">{t('mySearches.since', { date: date(row.createdAt), n: row.told })}</p>
              {row.latest.length ? (
                <ul>
                  {row.latest.map(({ slug, title }) => <li key={slug}><a href={path('offer', { slug })}>{title}</a></li>)}
                </ul>
              ) : null}
              <div class="actions">
                <details class="fold boxed">
                  <summary class="button quiet small">{t('mySearches.remove')}…<span class="unseen"> {row.name}</span></summary>
                  <p>{t('mySearches.removeText', { name: row.name, n: row.told })}</p>
                  <PostButton small look="remove" action={path('mySearchAct', { id: row.id, action: 'remove' })}>{t('mySearches.removeNow')}</PostButton>
                </details>
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <Empty title={t('mySearches.empty.title')} text={t('mySearches.empty.text')}>
          <div class="actions"><a class="button main" href={path('offers')}>{t('mySearches.empty.action')}</a></div>
        </Empty>
      )}
      <Pagination {...paging} />
    </Page>
  );
};
