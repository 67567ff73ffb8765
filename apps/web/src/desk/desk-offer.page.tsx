import { DeskFrame, type DeskItem, type DeskRail } from '../components/desk-frame.js';
import { ErrorSummary } from '../components/field.js';
import type { FormState } from '../components/form-state.js';
import { Notice } from '../components/notice.js';
import { IpTable, type OfferContent, OfferFacts, Specs } from '../components/offer-detail.js';
import { PostButton } from '../components/post-button.js';
import { Price } from '../components/price.js';
import { ReasonForm } from '../components/reason-form.js';
import { OfferStateTags, type OfferState, type Visibility } from '../components/state-tag.js';
import { Tag, Tags } from '../components/tags.js';
import type { Moment } from '../i18n/formats.js';
import { sayIn, useSay } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';
import { ReviewActions } from './review-actions.js';

/** One item that differs between the live version and the one sent; null is "not given". */
export interface Difference {
  label: string;
  live: string | null;
  submitted: string | null;
}

export interface DeskOfferPageProps {
  view: PageView;
  rail: DeskRail;
  queue: DeskItem[];
  offer: OfferContent;
  version: number;
  revision: number;
  /** Null when nothing is live yet. */
  liveRevision: number | null;
  state: OfferState;
  visibility: Visibility;
  submittedAt: Moment | null;
  /** Why it was returned or suspended before. */
  reason: string | null;
  /** Against the live version; empty for a new offer. */
  differences: Difference[];
  unchanged: number;
  /** approve, return, suspend, resume. */
  allowed: string[];
  /** It belongs to an organization of the reader. */
  isOwn: boolean;
  /** The reason form that came back; its scope is `return` or `suspend`. */
  form?: FormState;
}

const Actions = ({ offer, version, revision, allowed, form }: DeskOfferPageProps) => {
  const { t, path } = useSay();
  const act = (action: string) => path('deskOfferAct', { id: offer.id, action });
  return (
    <div class="action-bar">
      <ReviewActions version={version} revision={revision} allowed={allowed} act={act} form={form} />
      {allowed.includes('suspend') ? (
        <ReasonForm scope="suspend" action={act('suspend')} look="remove" verb={t('offer.suspend')} label={t('desk.suspend.reason')} form={form} />
      ) : null}
      {allowed.includes('resume') ? <PostButton small action={act('resume')}>{t('offer.resume')}</PostButton> : null}
    </div>
  );
};

const Differences = ({ differences, unchanged, liveRevision, revision }: DeskOfferPageProps) => {
  const { t } = useSay();
  if (liveRevision === null || !differences.length) return null;
  const none = t('desk.diff.none');
  const headOf = (word: string, n: number) => `${word} (${t('common.revision', { n })})`;
  return (
    <section aria-labelledby="diff-title">
      <h2 id="diff-title" class="small-head">{t('desk.changes', { n: differences.length })}, {t('desk.unchanged', { n: unchanged })}</h2>
      <table class="diff">
        <thead>
          <tr>
            <th scope="col">{t('desk.diff.item')}</th>
            <th scope="col">{headOf(t('desk.diff.live'), liveRevision)}</th>
            <th scope="col">{headOf(t('desk.diff.submitted'), revision)}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ label, live, submitted }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td data-label={t('desk.diff.live')}>{live === null ? none : <del>{live}</del>}</td>
              <td data-label={t('desk.diff.submitted')}>{submitted === null ? none : <ins>{submitted}</ins>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Head = ({ offer, state, visibility, submittedAt, liveRevision }: DeskOfferPageProps) => {
  const { t, path, dateTime } = useSay();
  const line = [offer.supplier.name, offer.province, submittedAt ? t('desk.sent', { time: dateTime(submittedAt) }) : null];
  return (
    <header>
      <Tags>
        <Tag>{t(liveRevision === null ? 'desk.newOffer' : 'desk.changedOffer')}</Tag>
        <Tag>{offer.kind.label}</Tag>
        <OfferStateTags state={state} visibility={visibility} />
      </Tags>
      <h1 lang={offer.lang}>{offer.title}</h1>
      <p class="meta">
        {line.filter(Boolean).join(' · ')} · <a href={path('offer', { slug: offer.slug })}>{t(liveRevision === null ? 'desk.seePublic' : 'desk.seeLive')}</a>
      </p>
    </header>
  );
};

export const DeskOfferPage = (props: DeskOfferPageProps) => {
  const { view, rail, queue, offer, isOwn, reason, form, visibility } = props;
  const { t } = sayIn(view.lang);
  return (
    <Page view={view} title={offer.title} hasErrors={Boolean(form?.errors.length)} current="desk" wide unlisted>
      <DeskFrame rail={rail} items={queue} current={offer.id}>
        {form ? <ErrorSummary form={form} /> : null}
        <article class="stack">
          <Head {...props} />
          {isOwn ? <Notice tone="mind" lead={t('desk.own')} /> : <Actions {...props} />}
          {reason ? <Notice tone="mind" lead={t(visibility === 'suspended' ? 'offer.noticeSuspended' : 'returned.lead')} text={reason} /> : null}
          <Differences {...props} />
          <Price price={offer.price} />
          {offer.summary ? <p class="lead" lang={offer.lang}>{offer.summary}</p> : null}
          {offer.description ? (
            <section class="prose" aria-labelledby="description-title">
              <h2 id="description-title">{t('offer.description')}</h2>
              <p lang={offer.descriptionLang}>{offer.description}</p>
            </section>
          ) : null}
          <Specs specs={offer.specs} />
          <OfferFacts offer={offer} />
          <IpTable ip={offer.ip} />
        </article>
      </DeskFrame>
    </Page>
  );
};
