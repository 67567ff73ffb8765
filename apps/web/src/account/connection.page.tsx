import { type Choice, ChoiceGroup, ErrorSummary, TextArea, TextField } from '../components/field.js';
import { type FormState, scoped } from '../components/form-state.js';
import { Icon } from '../components/icon.js';
import { Notice } from '../components/notice.js';
import { SummaryList } from '../components/offer-detail.js';
import { PostButton } from '../components/post-button.js';
import { type ConnectionState, StateTag } from '../components/state-tag.js';
import { Tags } from '../components/tags.js';
import type { Moment } from '../i18n/formats.js';
import { sayIn, useSay } from '../i18n/say.js';
import { Page } from '../layout/page.js';
import type { PageView } from '../layout/page-view.js';

export interface ConnectionParty {
  /** Null while this side is not named to the reader. */
  name: string | null;
  href?: string;
  contact: string | null;
  confirmedAt: Moment | null;
}

export interface ConnectionMessage {
  id: string;
  author: string;
  at: Moment;
  text: string;
  isOwn: boolean;
}

export interface ConnectionPageProps {
  view: PageView;
  id: string;
  state: ConnectionState;
  /** The reader acts for the centre, between the two sides. */
  isCentre: boolean;
  offer: { slug: string; title: string };
  request: { slug: string; title: string } | null;
  supply: ConnectionParty;
  demand: ConnectionParty;
  declinedFor: string | null;
  /** The outcome in words. */
  outcome: string | null;
  messages: ConnectionMessage[];
  /** confirm, decline, messages, outcome. */
  allowed: string[];
  outcomes: Choice[];
  /** The form that came back; its scope is the action: `messages`, `decline` or `outcome`. */
  form?: FormState;
}

const Party = ({ party }: { party: ConnectionParty }) => {
  const { t } = useSay();
  const name = party.name ?? t('request.anonymous');
  return (
    <>
      {party.href && party.name ? <a href={party.href}>{name}</a> : name}
      {party.contact ? <small>{party.contact}</small> : null}
    </>
  );
};

const confirmation = ({ t, date }: ReturnType<typeof useSay>, party: ConnectionParty): string =>
  party.confirmedAt === null ? t('connection.notConfirmed') : t('connection.confirmedAt', { date: date(party.confirmedAt) });

const Parties = ({ supply, demand, offer, request }: ConnectionPageProps) => {
  const say = useSay();
  const { t, path } = say;
  return (
    <section class="panel hung" aria-labelledby="parties-title">
      <h2 id="parties-title">{t('connection.parties')}</h2>
      <SummaryList
        rows={[
          { label: t('connection.demand'), value: <Party party={demand} />, note: confirmation(say, demand) },
          { label: t('connection.supply'), value: <Party party={supply} />, note: confirmation(say, supply) },
          { label: t('connection.offer'), value: <a href={path('offer', { slug: offer.slug })}>{offer.title}</a> },
          ...(request ? [{ label: t('connection.request'), value: <a href={path('request', { slug: request.slug })}>{request.title}</a> }] : []),
        ]}
      />
    </section>
  );
};

const Answer = ({ id, allowed, form: returned }: ConnectionPageProps) => {
  const { t, path } = useSay();
  const form = scoped('decline', returned);
  if (!allowed.includes('confirm') && !allowed.includes('decline')) return null;
  return (
    <section class="panel" aria-label={t('connection.confirm')}>
      {allowed.includes('confirm') ? (
        <>
          <PostButton look="main" action={path('connectionAct', { id, action: 'confirm' })}><Icon name="handshake" /> {t('connection.confirm')}</PostButton>
          <p class="note">{t('connection.confirmHelp')}</p>
        </>
      ) : null}
      {allowed.includes('decline') ? (
        <details class="fold slim" open={form.errors.length > 0}>
          <summary>{t('connection.decline')}</summary>
          <form method="post" action={path('connectionAct', { id, action: 'decline' })} noValidate>
            <TextArea form={form} name="reason" label={t('connection.declineReason')} rows={3} maxLength={2000} required />
            <button class="button remove small" type="submit">{t('connection.decline')}</button>
          </form>
        </details>
      ) : null}
    </section>
  );
};

const Outcome = ({ id, allowed, outcomes, form: returned }: ConnectionPageProps) => {
  const { t, path } = useSay();
  const form = scoped('outcome', returned);
  if (!allowed.includes('outcome')) return null;
  return (
    <section class="panel" aria-labelledby="outcome-title">
      <h2 id="outcome-title">{t('connection.outcome')}</h2>
      <form method="post" action={path('connectionAct', { id, action: 'outcome' })} noValidate>
        <ChoiceGroup type="radio" form={form} name="outcome" label={t('connection.outcomeLabel')} choices={outcomes} required />
        <TextField form={form} name="valueMinMillions" label={t('connection.valueMin')} suffix={t('form.million')} inputMode="decimal" maxLength={20} />
        <TextField form={form} name="valueMaxMillions" label={t('connection.valueMax')} suffix={t('form.million')} inputMode="decimal" maxLength={20} />
        <TextField form={form} name="note" label={t('common.note')} maxLength={2000} />
        <button class="button second" type="submit">{t('connection.saveOutcome')}</button>
      </form>
    </section>
  );
};

const Messages = ({ id, isCentre, messages, allowed, form: returned }: ConnectionPageProps) => {
  const { t, path, dateTime } = useSay();
  const form = scoped('messages', returned);
  return (
    <section aria-labelledby="messages-title">
      <h2 id="messages-title">{t('connection.messages')}</h2>
      {messages.length ? (
        <ol class="messages">
          {messages.map((message) => (
            <li key={message.id} class={message.isOwn ? 'own' : undefined}>
              <p class="note"><strong>{message.isOwn ? `${message.author} (${t('common.you')})` : message.author}</strong> · {dateTime(message.at)}</p>
              <p class="message-text">{message.text}</p>
            </li>
          ))}
        </ol>
      ) : <p class="meta">{t('connection.noMessages')}</p>}
      {allowed.includes('messages') ? (
        <form method="post" action={path('connectionAct', { id, action: 'messages' })} noValidate>
          <TextArea form={form} name="text" label={t(isCentre ? 'connection.messageBoth' : 'connection.message')} rows={4} maxLength={50_000} required />
          <button class="button main" type="submit">{t('connection.send')}</button>
        </form>
      ) : null}
    </section>
  );
};

export const ConnectionPage = (props: ConnectionPageProps) => {
  const { view, offer, state, form, declinedFor, outcome } = props;
  const { t, path } = sayIn(view.lang);
  return (
    <Page
      view={view}
      title={t('connection.title', { offer: offer.title })}
      hasErrors={Boolean(form?.errors.length)}
      current="mine"
      crumbs={[{ text: t('nav.connections'), href: path('connections') }, { text: offer.title }]}
      unlisted
    >
      {form ? <ErrorSummary form={form} /> : null}
      <div class="with-side">
        <div class="stack">
          <header class="request-head">
            <Tags><StateTag of={`connection.${state}`} /></Tags>
            <h1>{offer.title}</h1>
          </header>
          {declinedFor ? <Notice tone="mind" lead={t('connection.declined')} text={declinedFor} /> : null}
          {outcome ? <Notice tone="done" lead={t('connection.concluded', { outcome })} /> : null}
          <Messages {...props} />
        </div>
        <aside>
          <Parties {...props} />
          <Answer {...props} />
          <Outcome {...props} />
        </aside>
      </div>
    </Page>
  );
};
