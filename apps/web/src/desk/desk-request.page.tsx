import { DeskFrame, type DeskItem, type DeskRail } from '../components/desk-frame.js';
import { type Choice, ChoiceGroup, ErrorSummary, TextField } from '../components/field.js';
import { type FormState, scoped } from '../components/form-state.js';
import { MatchItem, type MatchView } from '../components/match-item.js';
import { Notice } from '../components/notice.js';
import { Pagination, type Paging } from '../components/pagination.js';
import { PostButton } from '../components/post-button.js';
import { ReasonForm } from '../components/reason-form.js';
import { RequestConditions, type RequestContent } from '../components/request-panel.js';
import { StateTag } from '../components/state-tag.js';
import { Tag, Tags } from '../components/tags.js';
import type { Moment } from '../i18n/formats.js';
import { sayIn, useSay } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';
import { ReviewActions } from './review-actions.js';

/** A match with what this broker may do: shortlist, introduce, dismiss. */
export interface DeskMatch extends MatchView {
  allowed: string[];
}

export interface DeskRequestPageProps {
  view: PageView;
  rail: DeskRail;
  queue: DeskItem[];
  request: RequestContent;
  version: number;
  revision: number;
  submittedAt: Moment | null;
  reason: string | null;
  /** approve, return. */
  allowed: string[];
  isOwn: boolean;
  /** One page of them, best first. */
  matches: DeskMatch[];
  matchCount: number;
  paging: Paging;
  dismissReasons: Choice[];
  /** The form that came back; its scope is `return`, `introduce-<match id>` or `dismiss-<match id>`. */
  form?: FormState;
}

const Moderation = ({ request, version, revision, allowed, form }: DeskRequestPageProps) => {
  const { path } = useSay();
  if (!allowed.length) return null;
  const act = (action: string) => path('deskRequestAct', { id: request.id, action });
  return (
    <div class="action-bar">
      <ReviewActions version={version} revision={revision} allowed={allowed} act={act} form={form} />
    </div>
  );
};

const Dismiss = ({ match, page }: { match: DeskMatch; page: DeskRequestPageProps }) => {
  const { t, path } = useSay();
  const form = scoped(`dismiss-${match.id}`, page.form);
  return (
    <details class="fold boxed" open={form.errors.length > 0}>
      <summary class="button remove small">{t('desk.dismiss')}…</summary>
      <form method="post" action={path('matchAct', { id: match.id, action: 'dismiss' })} noValidate>
        <ChoiceGroup type="radio" form={form} name="reason" label={t('desk.dismiss.reason')} choices={page.dismissReasons} columns required />
        <TextField form={form} name="note" label={t('common.note')} maxLength={2000} />
        <button class="button remove small" type="submit">{t('state.match.dismissed')}</button>
      </form>
    </details>
  );
};

const MatchActions = ({ match, page }: { match: DeskMatch; page: DeskRequestPageProps }) => {
  const { t, path } = useSay();
  const { allowed, connectionId, id } = match;
  const act = (action: string) => path('matchAct', { id, action });
  if (connectionId) return <div class="actions"><a class="button second small" href={path('connection', { id: connectionId })}>{t('desk.connectionLink')}</a></div>;
  return (
    <div class="actions">
      {allowed.includes('shortlist') ? <PostButton small action={act('shortlist')}>{t('desk.shortlist')}<span class="unseen">: {match.offer.title}</span></PostButton> : null}
      {allowed.includes('introduce') ? (
        <ReasonForm scope={`introduce-${id}`} action={act('introduce')} look="main" name="message" verb={t('desk.introduce')} label={t('desk.introduce.message')} hint={t('desk.introduce.hint')} form={page.form} />
      ) : null}
      {allowed.includes('dismiss') ? <Dismiss match={match} page={page} /> : null}
    </div>
  );
};

const Head = ({ request, submittedAt }: DeskRequestPageProps) => {
  const { t, dateTime, date } = useSay();
  const [field] = request.fields;
  const line = [request.organization ?? t('request.anonymous'), request.province, submittedAt ? t('desk.sent', { time: dateTime(submittedAt) }) : null];
  return (
    <header class="request-head">
      <Tags>
        <StateTag of={`request.${request.state}`} />
        {field ? <Tag>{field.label}</Tag> : null}
        {request.deadline ? <Tag tone="rice" icon="clock">{t('request.deadline', { date: date(request.deadline) })}</Tag> : null}
      </Tags>
      <h1 lang={request.lang}>{request.title}</h1>
      <p class="meta">{line.filter(Boolean).join(' · ')}</p>
    </header>
  );
};

export const DeskRequestPage = (props: DeskRequestPageProps) => {
  const { view, rail, queue, request, matches, matchCount, paging, isOwn, form, reason } = props;
  const { t } = sayIn(view.lang);
  return (
    <Page view={view} title={request.title} hasErrors={Boolean(form?.errors.length)} current="desk" wide unlisted>
      <DeskFrame rail={rail} items={queue} current={request.id}>
        {form ? <ErrorSummary form={form} /> : null}
        <article class="stack">
          <Head {...props} />
          {isOwn ? <Notice tone="mind" lead={t('desk.own')} /> : <Moderation {...props} />}
          {reason ? <Notice tone="mind" lead={t('returned.lead')} text={reason} /> : null}
          <section class="panel" aria-labelledby="need-title">
            <h2 id="need-title">{t('request.need')}</h2>
            <p class="quote" lang={request.lang}>“{request.need}”</p>
            <RequestConditions request={request} />
          </section>
          <section aria-labelledby="matches-title" id="matches">
            <h2 id="matches-title">{t('desk.matches', { n: matchCount })}</h2>
            {matches.length ? (
              <ul class="rows">
                {matches.map((match) => (
                  <MatchItem key={match.id} match={match}><MatchActions match={match} page={props} /></MatchItem>
                ))}
              </ul>
            ) : <p class="meta">{t(request.state === 'submitted' ? 'desk.noMatches.waiting' : 'desk.noMatches')}</p>}
            <Pagination {...paging} />
          </section>
        </article>
      </DeskFrame>
    </Page>
  );
};
