import type { ComponentChildren } from 'preact';
import type { Moment } from '../i18n/formats.js';
import { useSay } from '../i18n/say.js';
import { Icon } from './icon.js';

export type DeskQueue = 'all' | 'offers' | 'requests' | 'open';

/** Something that waits for a broker. */
export interface DeskItem {
  kind: 'offer' | 'request';
  id: string;
  title: string;
  /** It has been live before, so this is a change. */
  isChange: boolean;
  /** Whose it is. */
  organization: string;
  /** When it was sent; for an open request since when it is open. */
  at: Moment;
  /** For an open request: offers that fit. */
  matchCount?: number;
}

export interface DeskRail {
  all: number;
  offers: number;
  requests: number;
  open: number;
  current: DeskQueue;
  /** The reader may edit how people reach the centre. */
  editsCentre: boolean;
}

const QUEUES = [
  ['all', 'desk.all'],
  ['offers', 'desk.offers'],
  ['requests', 'desk.requests'],
  ['open', 'desk.matching'],
] as const;

/** The whole queue has the plain address. */
const queueValue = (queue: DeskQueue): DeskQueue | undefined => (queue === 'all' ? undefined : queue);

const Rail = ({ rail }: { rail: DeskRail }) => {
  const { t, path, count } = useSay();
  return (
    <nav class="desk-rail" aria-label={t('desk.work')}>
      <h2>{t('desk.work')}</h2>
      <ul>
        {QUEUES.map(([name, key]) => (
          <li key={name}>
            <a href={path('desk', {}, { queue: queueValue(name) })} aria-current={name === rail.current ? 'page' : undefined}>
              <span>{t(key)}</span>
              <span class="count">{count(rail[name])}</span>
            </a>
          </li>
        ))}
        <li><a href={path('connections')}>{t('desk.connections')}</a></li>
        <li><a href={path('deskSearches')}>{t('nav.deskSearches')}</a></li>
        {rail.editsCentre ? <li><a href={path('deskCentre')}>{t('desk.centre')}</a></li> : null}
      </ul>
    </nav>
  );
};

const whatOf = ({ kind, isChange, matchCount }: DeskItem, { t }: ReturnType<typeof useSay>): string => {
  if (matchCount !== undefined) return t('request.matches', { n: matchCount });
  if (kind === 'offer') return t(isChange ? 'desk.changedOffer' : 'desk.newOffer');
  return t(isChange ? 'desk.changedRequest' : 'desk.newRequest');
};

const QueueItem = ({ item, current }: { item: DeskItem; current: boolean }) => {
  const say = useSay();
  const href = say.path(item.kind === 'offer' ? 'deskOffer' : 'deskRequest', { id: item.id });
  return (
    <li>
      <a href={href} aria-current={current ? 'true' : undefined}>
        <Icon name={item.kind === 'offer' ? 'file-text' : 'message-square'} />
        <span class="desk-words">
          <strong>{item.title}</strong>
          <span class="desk-line">
            <span>{whatOf(item, say)} · {item.organization}</span>
            <time>{say.date(item.at)}</time>
          </span>
        </span>
      </a>
    </li>
  );
};

export interface DeskFrameProps {
  rail: DeskRail;
  items: DeskItem[];
  /** Id of the item that is open. */
  current?: string;
  pagination?: ComponentChildren;
  /** The open item; on a phone list and detail are two pages. */
  children: ComponentChildren;
}

/** Rail of counts, queue, detail. */
export const DeskFrame = ({ rail, items, current, pagination, children }: DeskFrameProps) => {
  const { t, path } = useSay();
  const title = rail.current === 'open' ? t('desk.open', { n: rail.open }) : t('desk.queue', { n: rail[rail.current] });
  return (
    <div class={current ? 'desk has-item' : 'desk'}>
      <Rail rail={rail} />
      <section class="desk-queue" aria-labelledby="queue-title">
        {current ? <h2 id="queue-title">{title}</h2> : <h1 id="queue-title">{title}</h1>}
        <ul>{items.map((item) => <QueueItem key={item.id} item={item} current={item.id === current} />)}</ul>
        {pagination}
      </section>
      <div class="desk-detail">
        {current ? <p class="desk-back"><a href={path('desk', {}, { queue: queueValue(rail.current) })}><Icon name="chevron-left" /> {title}</a></p> : null}
        {children}
      </div>
    </div>
  );
};
