import { TextArea } from '../components/field.js';
import { type FormState, emptyForm } from '../components/form-state.js';
import { Icon } from '../components/icon.js';
import type { IconName } from '../components/icons.js';
import { RequestMatchItem, type RequestMatchView } from '../components/match-item.js';
import { Notice } from '../components/notice.js';
import { IpTable, type OfferContent, OfferFacts, Specs, SummaryList } from '../components/offer-detail.js';
import { Pagination, type Paging } from '../components/pagination.js';
import { OfferBrief, type OfferCard } from '../components/offer-row.js';
import { PostButton } from '../components/post-button.js';
import { Price } from '../components/price.js';
import { OfferStateTags, type OfferState, type Visibility } from '../components/state-tag.js';
import { Tag, Tags } from '../components/tags.js';
import { TrlRod } from '../components/trl.js';
import { ErrorSummary } from '../components/field.js';
import type { Moment } from '../i18n/formats.js';
import { sayIn, useSay } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';

/** What the supplier's side panel tells. */
export interface SupplierFacts {
  slug: string;
  name: string;
  place: string | null;
  offers: number;
  connected: number;
  /** The tax code was checked by staff. */
  verified: boolean;
  claimed: boolean;
}

/** Present for the owner and the brokers of the offer's centre. */
export interface OfferManagement {
  version: number;
  revision: number;
  state: OfferState;
  visibility: Visibility;
  /** Why it was returned or suspended. */
  reason: string | null;
  allowed: string[];
  isOwner: boolean;
  /** One page of the requests that it fits, best first. */
  matches: RequestMatchView[];
  paging: Paging;
}

export interface OfferPageProps {
  view: PageView;
  offer: OfferContent;
  supplier: SupplierFacts;
  /** When and by whom the content was checked; null for what is not approved yet. */
  moderated: { at: Moment; centre: string } | null;
  viewCount: number;
  /** Live offers like this one. */
  related?: OfferCard[];
  /** The reader belongs to an enterprise and may ask. */
  mayEnquire: boolean;
  /** What came back: the question, or why something could not be done. */
  form?: FormState;
  manage: OfferManagement | null;
}

const ENQUIRE = 'enquire';

const Head = ({ offer, viewCount, manage }: OfferPageProps) => {
  const { t, date } = useSay();
  const line = [
    offer.supplier.name,
    offer.province,
    offer.code ? t('offer.code', { code: offer.code }) : null,
    offer.publishedAt ? t('offer.published', { date: date(offer.publishedAt) }) : null,
    t('offer.views', { n: viewCount }),
  ];
  const [field] = offer.fields;
  return (
    <header>
      <Tags>
        {manage ? <OfferStateTags state={manage.state} visibility={manage.visibility} /> : null}
        <Tag>{offer.kind.label}</Tag>
        {field ? <Tag>{field.label}</Tag> : null}
        {offer.readyToTransfer ? <Tag tone="ok">{t('offer.ready')}</Tag> : null}
      </Tags>
      <h1 class="offer-title" lang={offer.lang}>{offer.title}</h1>
      <p class="meta">{line.filter(Boolean).join(' · ')}</p>
    </header>
  );
};

const Content = ({ offer, mayEnquire }: OfferPageProps) => {
  const { t } = useSay();
  const [image] = offer.images;
  return (
    <>
      {image ? (
        <figure class="picture">
          <img src={image.url} alt={t('offer.image', { title: offer.title })} />
          {image.note ? <figcaption class="note">{image.note}</figcaption> : null}
        </figure>
      ) : null}
      {offer.summary ? <p class="lead" lang={offer.lang}>{offer.summary}</p> : null}
      {offer.trl ? <TrlRod trl={offer.trl} /> : null}
      <Specs specs={offer.specs} askHref={mayEnquire ? `#${ENQUIRE}` : undefined} />
      {offer.description ? (
        <section class="prose" aria-labelledby="description-title">
          <h2 id="description-title">{t('offer.description')}</h2>
          <p lang={offer.descriptionLang}>{offer.description}</p>
        </section>
      ) : null}
      <OfferFacts offer={offer} />
      <IpTable ip={offer.ip} />
    </>
  );
};

const Related = ({ related = [] }: Pick<OfferPageProps, 'related'>) => {
  const { t } = useSay();
  if (!related.length) return null;
  return (
    <section aria-labelledby="related-title">
      <h2 id="related-title">{t('offer.related')}</h2>
      <ul class="briefs two">{related.map((offer) => <OfferBrief key={offer.slug} offer={offer} />)}</ul>
    </section>
  );
};

const Enquire = ({ offer, mayEnquire, form = emptyForm, view, manage }: OfferPageProps) => {
  const { t, path } = useSay();
  return (
    <section class="panel hung side-price" id={ENQUIRE} aria-label={t('offer.price')}>
      <Price price={offer.price} />
      {mayEnquire ? (
        <form method="post" action={path('offerEnquire', { slug: offer.slug })} noValidate>
          <TextArea form={form} name="message" label={t('offer.enquire.label')} hint={t('offer.enquire.hint')} rows={4} maxLength={5000} required />
          <button class="button main" type="submit"><Icon name="message-square" /> {t('offer.enquire')}</button>
        </form>
      ) : null}
      {view.viewer ? null : (
        <a class="button main" href={path('signIn', {}, { next: view.here[view.lang] })}><Icon name="message-square" /> {t('offer.enquire')}</a>
      )}
      {manage ? null : <p class="note">{t(mayEnquire ? 'offer.enquire.note' : 'offer.enquire.signIn')}</p>}
    </section>
  );
};

const Trust = ({ moderated, supplier }: OfferPageProps) => {
  const { t, date } = useSay();
  const sign = (icon: IconName, tone: string, text: string, note?: string) => (
    <li class={tone}>
      <Icon name={icon} />
      <span>{text}{note ? <small>{note}</small> : null}</span>
    </li>
  );
  return (
    <section class="panel" aria-labelledby="trust-title">
      <h2 id="trust-title">{t('offer.trust')}</h2>
      <ul class="signs">
        {moderated ? sign('shield-check', 'is-ok', t('offer.trust.moderated'), `${date(moderated.at)}, ${moderated.centre}`) : null}
        {supplier.verified ? sign('badge-check', 'is-ok', t('offer.trust.verified')) : null}
        {supplier.claimed ? null : sign('circle-question-mark', 'is-unknown', t('offer.trust.unclaimed'))}
        {sign('circle-dashed', 'is-unknown', t('offer.trust.untested'), t('offer.trust.untestedNote'))}
      </ul>
    </section>
  );
};

const Supplier = ({ supplier }: { supplier: SupplierFacts }) => {
  const { t, path, count } = useSay();
  return (
    <section class="panel" aria-labelledby="supplier-title">
      <h2 id="supplier-title">{t('offer.supplier')}</h2>
      <p><a href={path('supplier', { slug: supplier.slug })}><strong>{supplier.name}</strong></a></p>
      {supplier.place ? <p class="meta">{supplier.place}</p> : null}
      <SummaryList
        rows={[
          { label: t('offer.supplier.offers'), value: count(supplier.offers) },
          { label: t('offer.supplier.connected'), value: t('offer.supplier.organizations', { n: supplier.connected }) },
        ]}
      />
    </section>
  );
};

const OWNER_ACTIONS = ['submit', 'recall', 'relist', 'withdraw'] as const;

const Manage = ({ offer, manage }: { offer: OfferContent; manage: OfferManagement }) => {
  const { t, path } = useSay();
  const { id } = offer;
  return (
    <section class="panel" aria-labelledby="manage-title">
      <h2 id="manage-title">{t('offer.manage')}</h2>
      <div class="actions">
        {manage.allowed.includes('edit') ? <a class="button second small" href={path('myOffer', { id })}><Icon name="pencil" /> {t('offer.edit')}</a> : null}
        {OWNER_ACTIONS.filter((action) => manage.allowed.includes(action)).map((action) => (
          <PostButton key={action} small look={action === 'withdraw' ? 'remove' : 'second'} action={path('myOfferAct', { id, action })} fields={{ version: manage.version }}>
            {t(`offer.${action}`)}
          </PostButton>
        ))}
        {manage.isOwner ? null : <a class="button second small" href={path('deskOffer', { id })}>{t('nav.desk')}</a>}
      </div>
    </section>
  );
};

const ManageNotices = ({ manage }: { manage: OfferManagement }) => {
  const { t } = useSay();
  if (manage.visibility === 'suspended') return <Notice tone="failed" lead={t('offer.noticeSuspended')} text={manage.reason ?? undefined} />;
  if (manage.state === 'returned') return <Notice tone="mind" lead={t('returned.lead')} text={manage.reason ?? undefined} />;
  if (manage.state === 'approved') return null;
  return <Notice tone="info" lead={t('offer.preview', { revision: t('common.revision', { n: manage.revision }) })} />;
};

const Matches = ({ matches, paging }: Pick<OfferManagement, 'matches' | 'paging'>) => {
  const { t } = useSay();
  return (
    <section aria-labelledby="matches-title" id="matches">
      <h2 id="matches-title">{t('offer.matches')}</h2>
      {matches.length ? <ul class="rows">{matches.map((match) => <RequestMatchItem key={match.id} match={match} />)}</ul> : <p class="meta">{t('offer.noMatches')}</p>}
      <Pagination {...paging} />
    </section>
  );
};

export const OfferPage = (props: OfferPageProps) => {
  const { view, offer, manage, form, mayEnquire } = props;
  const { t, path } = sayIn(view.lang);
  const [field] = offer.fields;
  return (
    <Page
      view={view}
      title={offer.title}
      description={offer.summary ?? undefined}
      hasErrors={Boolean(form?.errors.length)}
      current="offers"
      unlisted={manage !== null && manage.visibility !== 'live'}
      crumbs={[
        { text: t('nav.home'), href: path('home') },
        { text: t('nav.offers'), href: path('offers') },
        ...(field ? [{ text: field.label, href: path('offers', {}, { field: field.code }) }] : []),
      ]}
    >
      {form ? <ErrorSummary form={form} /> : null}
      <div class="with-side">
        <article class="stack">
          <Head {...props} />
          {manage ? <ManageNotices manage={manage} /> : null}
          <Content {...props} />
          {manage ? <Matches {...manage} /> : null}
          <Related related={props.related} />
        </article>
        <aside>
          <Enquire {...props} />
          {manage ? <Manage offer={offer} manage={manage} /> : null}
          <Trust {...props} />
          <Supplier supplier={props.supplier} />
        </aside>
      </div>
      {mayEnquire || !view.viewer ? (
        <div class="bottom-bar">
          <BottomPrice offer={offer} />
        </div>
      ) : null}
    </Page>
  );
};

/** On a phone, price and question stay at the bottom. */
const BottomPrice = ({ offer }: { offer: OfferContent }) => {
  const { t } = useSay();
  return (
    <>
      <Price price={offer.price} />
      <a class="button main small" href={`#${ENQUIRE}`}><Icon name="message-square" /> {t('offer.enquireShort')}</a>
    </>
  );
};
