import type { ComponentChildren } from 'preact';
import { useSay } from '../i18n/say.js';
import { Fit, MatchReasons, type WhyNot } from './fit.js';
import type { OfferCard } from './offer-row.js';
import { priceText } from './price.js';
import { type MatchState, StateTag } from './state-tag.js';
import { Tag, Tags } from './tags.js';

/** An offer against a request, explained in the reader's language. */
export interface MatchView {
  id: string;
  /** In 0..1. */
  score: number;
  state: MatchState;
  /** The connection that came of it. */
  connectionId?: string | null;
  offer: OfferCard;
  reasons: { text: string }[];
  whyNots: WhyNot[];
  /** The request's title, where matches of several requests stand together. */
  request?: { title: string; href: string };
}

const Head = ({ match }: { match: MatchView }) => {
  const say = useSay();
  const { offer } = match;
  const line = [offer.supplier.name, offer.province, priceText(say, offer.price)];
  return (
    <div class="match-head">
      <div>
        <h3 lang={offer.lang}><a href={say.path('offer', { slug: offer.slug })}>{offer.title}</a></h3>
        <p class="meta">{line.filter(Boolean).join(' · ')}</p>
      </div>
      <Fit score={match.score} />
    </div>
  );
};

/** Tags, offer and fit, the two columns of reasons, and what can be done. */
export const MatchItem = ({ match, children }: { match: MatchView; children?: ComponentChildren }) => (
  <li class="match" id={`match-${match.id}`}>
    <Tags>
      <Tag>{match.offer.kind.label}</Tag>
      <StateTag of={`match.${match.state}`} />
    </Tags>
    <Head match={match} />
    <MatchReasons reasons={match.reasons} whyNots={match.whyNots} />
    {children}
  </li>
);

/** The other direction, for a supplier: a request that the offer fits. */
export interface RequestMatchView {
  id: string;
  score: number;
  state: MatchState;
  request: { slug: string; title: string; organization: string | null; province: string | null };
  reasons: { text: string }[];
  whyNots: WhyNot[];
}

export const RequestMatchItem = ({ match }: { match: RequestMatchView }) => {
  const { t, path } = useSay();
  const { request } = match;
  return (
    <li class="match">
      <Tags><StateTag of={`match.${match.state}`} /></Tags>
      <div class="match-head">
        <div>
          <h3><a href={path('request', { slug: request.slug })}>{request.title}</a></h3>
          <p class="meta">{[request.organization ?? t('request.anonymous'), request.province].filter(Boolean).join(' · ')}</p>
        </div>
        <Fit score={match.score} />
      </div>
      <MatchReasons reasons={match.reasons} whyNots={match.whyNots} />
    </li>
  );
};

