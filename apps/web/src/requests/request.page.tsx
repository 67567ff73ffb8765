import { Empty } from '../components/empty.js';
import { ChoiceGroup, type Choice, ErrorSummary, TextField } from '../components/field.js';
import { type FormState, scoped } from '../components/form-state.js';
import { Icon } from '../components/icon.js';
import { MatchItem, type MatchView } from '../components/match-item.js';
import { Notice } from '../components/notice.js';
import { Pagination, type Paging } from '../components/pagination.js';
import { PostButton } from '../components/post-button.js';
import { RequestConditions, type RequestContent } from '../components/request-panel.js';
import { type RequestState, StateTag } from '../components/state-tag.js';
import { Tag, Tags } from '../components/tags.js';
import { Timeline, type TimelineEntry } from '../components/timeline.js';
import { sayIn, useSay } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import { mayPostOffer, type PageView } from '../layout/page-view.js';

/** Present for the owner; brokers work on the desk. */
export interface RequestManagement {
  version: number;
  reason: string | null;
  allowed: string[];
  history: TimelineEntry[];
  outcomes: Choice[];
  verdicts: Choice[];
}

/** One page of the matches, best first. */
export interface MatchList {
  items: MatchView[];
  total: number;
  /** How many nobody has looked at yet. */
  fresh: number;
  paging: Paging;
}

export interface RequestPageProps {
  view: PageView;
  request: RequestContent;
  /** Null for a reader who may not see them. */
  matches: MatchList | null;
  manage: RequestManagement | null;
  /** The form that came back; its scope is `close`. */
  form?: FormState;
}

const RequestHead = ({ request }: { request: RequestContent }) => {
  const { t, date } = useSay();
  const [field] = request.fields;
  const deadline = request.deadline ? date(request.deadline) : null;
  return (
    <header class="request-head">
      <Tags>
        <StateTag of={`request.${request.state}`} />
        {field ? <Tag>{field.label}</Tag> : null}
        {deadline ? (
          <Tag tone="rice" icon="clock">
            {request.daysLeft === null ? t('request.deadline', { date: deadline }) : t('request.daysLeft', { date: deadline, n: request.daysLeft })}
          </Tag>
        ) : null}
      </Tags>
      <h1 lang={request.lang}>{request.title}</h1>
    </header>
  );
};

const Feedback = ({ match, verdicts }: { match: MatchView; verdicts: Choice[] }) => {
  const { t, path } = useSay();
  return (
    <details class="fold slim">
      <summary>{t('request.feedback')}</summary>
      <form method="post" action={path('matchAct', { id: match.id, action: 'feedback' })}>
        <fieldset class="field">
          <legend class="unseen">{t('request.feedback')}</legend>
          <div class="actions">
            {verdicts.map(({ value, label }) => <button key={value} class="button second small" name="verdict" value={value} type="submit">{label}</button>)}
          </div>
        </fieldset>
      </form>
    </details>
  );
};

/** Matching begins with the approval: before it nothing can be said of what fits. */
const EMPTY: Partial<Record<RequestState, 'waiting' | 'draft'>> = { submitted: 'waiting', draft: 'draft', returned: 'draft' };

const NoMatches = ({ state }: { state: RequestState }) => {
  const { t } = useSay();
  const why = EMPTY[state] ?? 'noMatches';
  return (
    <section aria-label={t('request.matchesTitle', { n: 0 })} id="matches">
      <Empty title={t(`request.${why}.title`)} text={t(`request.${why}.text`)} />
    </section>
  );
};

const Matches = ({ state, matches: { items, total, fresh, paging }, manage }: { state: RequestState; matches: MatchList; manage: RequestManagement | null }) => {
  const { t, path } = useSay();
  if (!total) return <NoMatches state={state} />;
  return (
    <section aria-labelledby="matches-title" id="matches">
      {fresh ? <Notice tone="done" lead={t('request.newMatches', { n: fresh })} /> : null}
      <div class="section-head matches-head">
        <h2 id="matches-title">{t('request.matchesTitle', { n: total })}</h2>
        <p>{t('request.matchesNote')} <a href={`${path('about')}#matching`}>{t('request.matchesHow')}</a></p>
      </div>
      <ul class="rows">
        {items.map((match) => (
          <MatchItem key={match.id} match={match}>
            {manage ? (
              <div class="actions">
                {match.connectionId ? (
                  <a class="button second small" href={path('connection', { id: match.connectionId })}><Icon name="handshake" /> {t('request.openConnection')}</a>
                ) : (
                  <a class="button second small" href={`${path('offer', { slug: match.offer.slug })}#enquire`}><Icon name="message-square" /> {t('request.askSupplier')}</a>
                )}
                <Feedback match={match} verdicts={manage.verdicts} />
              </div>
            ) : null}
          </MatchItem>
        ))}
      </ul>
      <Pagination {...paging} />
    </section>
  );
};

const PLAIN_ACTIONS = ['submit', 'recall', 'reopen', 'withdraw'] as const;

const Actions = ({ request, manage, form: returned }: { request: RequestContent; manage: RequestManagement; form?: FormState }) => {
  const { t, path } = useSay();
  const form = scoped('close', returned);
  const act = (action: string) => path('myRequestAct', { id: request.id, action });
  return (
    <>
      <div class="actions">
        {manage.allowed.includes('edit') ? <a class="button second small" href={path('myRequest', { id: request.id })}><Icon name="pencil" /> {t('common.edit')}</a> : null}
        {PLAIN_ACTIONS.filter((action) => manage.allowed.includes(action)).map((action) => (
          <PostButton key={action} small look={action === 'withdraw' ? 'remove' : 'second'} action={act(action)} fields={{ version: manage.version }}>
            {t(`request.${action}`)}
          </PostButton>
        ))}
      </div>
      {manage.allowed.includes('close') ? (
        <details class="fold slim" open={form.errors.length > 0}>
          <summary>{t('request.close')}</summary>
          <form method="post" action={act('close')} noValidate>
            <input type="hidden" name="version" value={manage.version} />
            <ChoiceGroup type="radio" form={form} name="outcome" label={t('request.closeHow')} choices={manage.outcomes} required />
            <TextField form={form} name="note" label={t('common.note')} maxLength={2000} />
            <button class="button second small" type="submit">{t('request.close')}</button>
          </form>
        </details>
      ) : null}
    </>
  );
};

const Side = ({ view, request, matches, manage, form }: RequestPageProps) => {
  const { t, path } = useSay();
  return (
    <aside>
      <section class="panel hung" aria-labelledby="need-title">
        <h2 id="need-title">{t(manage ? 'request.yours' : matches ? 'request.need' : 'requestForm.conditions')}</h2>
        {matches ? <p class="quote" lang={request.lang}>“{request.need}”</p> : null}
        <RequestConditions request={request} />
        {matches && !manage ? <a class="button second small" href={path('deskRequest', { id: request.id })}>{t('nav.desk')}</a> : null}
        {manage ? <Actions request={request} manage={manage} form={form} /> : null}
      </section>
      {manage?.history.length ? (
        <section class="panel" aria-labelledby="history-title">
          <h2 id="history-title">{t('request.history')}</h2>
          <Timeline entries={manage.history} />
        </section>
      ) : null}
      {matches || !mayPostOffer(view.viewer) ? null : (
        <section class="panel" aria-labelledby="yours-title">
          <h2 id="yours-title">{t('request.offerYours')}</h2>
          <p class="meta">{t('request.offerYoursText')}</p>
          <a class="button second" href={path('myOfferNew')}>{t('footer.postOffer')}</a>
        </section>
      )}
    </aside>
  );
};

export const RequestPage = (props: RequestPageProps) => {
  const { view, request, matches, manage, form } = props;
  const { t, path } = sayIn(view.lang);
  const parent = manage ? [{ text: t('nav.myRequests'), href: path('myRequests') }] : [{ text: t('nav.home'), href: path('home') }, { text: t('nav.requests'), href: path('requests') }];
  return (
    <Page view={view} title={request.title} hasErrors={Boolean(form?.errors.length)} description={request.need} current={manage ? 'mine' : 'requests'} crumbs={[...parent, { text: request.title }]} unlisted={request.state !== 'open'}>
      {form ? <ErrorSummary form={form} /> : null}
      <div class="with-side">
        <div class="stack">
          <RequestHead request={request} />
          {manage?.reason && request.state === 'returned' ? <Notice tone="mind" lead={t('returned.lead')} text={manage.reason} /> : null}
          {matches ? <Matches state={request.state} matches={matches} manage={manage} /> : <p class="lead" lang={request.lang}>{request.need}</p>}
        </div>
        <Side {...props} />
      </div>
    </Page>
  );
};
