import { DeskFrame, type DeskItem, type DeskRail } from '../components/desk-frame.js';
import { Empty } from '../components/empty.js';
import { Pagination, type Paging } from '../components/pagination.js';
import { sayIn } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';

export interface DeskPageProps {
  view: PageView;
  rail: DeskRail;
  items: DeskItem[];
  paging: Paging;
}

export const DeskPage = ({ view, rail, items, paging }: DeskPageProps) => {
  const { t } = sayIn(view.lang);
  return (
    <Page view={view} title={t('desk.title')} current="desk" wide unlisted>
      <DeskFrame rail={rail} items={items} pagination={<Pagination {...paging} />}>
        {items.length ? <p class="meta wide-only">{t('desk.pick')}</p> : <Empty title={t('desk.empty.title')} text={t('desk.empty.text')} />}
      </DeskFrame>
    </Page>
  );
};
