import { Callable } from '../components/callable.js';
import { Icon } from '../components/icon.js';
import { fieldIcon } from '../components/icons.js';
import { OfferBrief, type OfferCard, OfferRow } from '../components/offer-row.js';
import { RequestRow, type RequestCard } from '../components/request-row.js';
import { SEARCH_MAX, SearchInput } from '../components/search-input.js';
import { type CountedLabel, TagLinks } from '../components/tags.js';
import type { Moment } from '../i18n/formats.js';
import { sayIn, useSay } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';

/** The public figures; all come from the event log, up to `asOf`. */
export interface HomeFigures {
  asOf: Moment;
  offers: number;
  suppliers: number;
  views: number;
  connectedOrganizations: number;
  readyToTransfer: number;
  requests: number;
}

export interface HomePageProps {
  view: PageView;
  figures: HomeFigures;
  kinds: CountedLabel[];
  /** The largest fields, eight of them for even rows. */
  fields: CountedLabel[];
  /** How many fields there are in all. */
  fieldCount: number;
  /** Searches worth offering, as people type them. */
  popular: string[];
  newest: OfferCard[];
  wanted: RequestCard[];
  /** How many are open in all. */
  openRequests: number;
  ready: OfferCard[];
}

const FindDoor = ({ figures, kinds, popular }: HomePageProps) => {
  const { t, path, count } = useSay();
  return (
    <section class="door" aria-labelledby="find-title">
      <h1 id="find-title">{t('home.find.title')}</h1>
      <p class="meta">{t('home.find.lead', { offers: count(figures.offers), suppliers: count(figures.suppliers) })}</p>
      <form class="door-search" action={path('offers')} method="get" role="search">
        <SearchInput id="home-q" label={t('home.find.label')} placeholder={t('home.find.placeholder')} />
        <button class="button main" type="submit"><Icon name="search" /> {t('nav.searchButton')}</button>
      </form>
      {popular.length ? (
        <p class="meta ink">
          {t('home.find.popular')}{' '}
          {popular.map((q, index) => (
            <>
              {index ? ', ' : ''}
              <a href={path('offers', {}, { q })}>{q}</a>
            </>
          ))}
        </p>
      ) : null}
      <p class="note" id="kinds-title">{t('home.find.kinds')}</p>
      <TagLinks counts={kinds} href={(kind) => path('offers', {}, { kind })} labelledBy="kinds-title" />
    </section>
  );
};

/** Who may post a need goes on to its form; everybody else sees at once what comes near, without signing in. */
const NeedDoor = ({ view: { viewer, centre } }: { view: PageView }) => {
  const { t, path, phone } = useSay();
  const asks = viewer?.isEnterprise ? ({ action: 'requestNew', name: 'need', maxLength: 2000 } as const) : ({ action: 'offers', name: 'q', maxLength: SEARCH_MAX } as const);
  return (
    <section class="door" aria-labelledby="need-title">
      <h2 id="need-title" class="as-h1">{t('home.need.title')}</h2>
      <p class="meta">{t('home.need.lead')}</p>
      <form action={path(asks.action)} method="get">
        <textarea name={asks.name} id="home-need" rows={3} aria-label={t('home.need.label')} placeholder={t('home.need.placeholder')} maxLength={asks.maxLength} />
        <button class="button second" type="submit">{t('home.need.button')} <Icon name="arrow-right" /></button>
      </form>
      <p class="meta"><Callable text={t('home.need.phone', { phone: phone(centre.phone) })} number={centre.phone} /></p>
    </section>
  );
};

const FieldTags = ({ fields, fieldCount }: HomePageProps) => {
  const { t, path, count } = useSay();
  return (
    <section aria-labelledby="fields-title">
      <h2 class="unseen" id="fields-title">{t('home.fields.title')}</h2>
      <ul class="hung-fields">
        {fields.map((field) => (
          <li key={field.code}>
            <a href={path('offers', {}, { field: field.code })}>
              <Icon name={fieldIcon(field.code)} />
              <span class="hung-words">
                <strong>{field.label}</strong>
                <span class="count">{count(field.count)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      <p class="meta aside">
        {t('home.fields.note')}
        <a href={path('offers')}>{t('home.fields.all', { n: fieldCount })}</a>
      </p>
    </section>
  );
};

const FIGURES = ['offers', 'suppliers', 'views', 'connectedOrganizations', 'readyToTransfer', 'requests'] as const;

const Figures = ({ figures }: { figures: HomeFigures }) => {
  const { t, path, date, bigCount } = useSay();
  return (
    <section aria-labelledby="figures-title">
      <div class="section-head">
        <h2 id="figures-title">{t('home.figures')}</h2>
        <p>
          {t('home.figures.asOf', { date: date(figures.asOf) })} · <a href={`${path('about')}#figures`}>{t('home.figures.how')}</a>
        </p>
      </div>
      <dl class="figures">
        {FIGURES.map((name) => (
          <div key={name}>
            <dt>{t(`figure.${name}`)}</dt>
            <dd>{bigCount(figures[name])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

const SectionHead = ({ id, title, href, link }: { id: string; title: string; href: string; link: string }) => (
  <div class="section-head">
    <h2 id={id}>{title}</h2>
    <a href={href}>{link}</a>
  </div>
);

const Lists = ({ newest, wanted, openRequests, ready, figures }: HomePageProps) => {
  const { t, path } = useSay();
  return (
    <>
      <div class="halves">
        <section aria-labelledby="newest-title">
          <SectionHead id="newest-title" title={t('home.newest')} href={path('offers', {}, { sort: 'newest' })} link={t('home.newest.all')} />
          <ul class="rows compact">{newest.map((offer) => <OfferRow key={offer.slug} offer={{ ...offer, summary: null, titleHighlighted: null, summaryHighlighted: null }} />)}</ul>
        </section>
        <section aria-labelledby="wanted-title">
          <SectionHead id="wanted-title" title={t('home.wanted')} href={path('requests')} link={t('home.wanted.all', { n: openRequests })} />
          <ul class="rows compact">{wanted.map((request) => <RequestRow key={request.slug} request={{ ...request, fields: [] }} />)}</ul>
        </section>
      </div>
      {ready.length ? (
        <section aria-labelledby="ready-title">
          <SectionHead
            id="ready-title"
            title={t('home.ready')}
            href={path('offers', {}, { readyToTransfer: 'true' })}
            link={t('home.ready.all', { n: figures.readyToTransfer })}
          />
          <ul class="briefs">{ready.map((offer) => <OfferBrief key={offer.slug} offer={offer} />)}</ul>
        </section>
      ) : null}
    </>
  );
};

export const HomePage = (props: HomePageProps) => {
  const { view } = props;
  const { t } = sayIn(view.lang);
  return (
    <Page view={view} title={t('home.title')} search={null} wide>
      <div class="band">
        <div class="frame">
          <div class="doors">
            <FindDoor {...props} />
            <NeedDoor view={view} />
          </div>
          <FieldTags {...props} />
        </div>
      </div>
      <div class="frame home-lists">
        <Lists {...props} />
        <Figures figures={props.figures} />
      </div>
    </Page>
  );
};
