import { useSay } from '../i18n/say.js';
import { Tag, type TagTone } from './tags.js';
import type { IconName } from './icons.js';

export type OfferState = 'draft' | 'submitted' | 'returned' | 'approved';
export type Visibility = 'unpublished' | 'live' | 'withdrawn' | 'suspended';
export type RequestState = 'draft' | 'submitted' | 'returned' | 'open' | 'closed' | 'withdrawn';
export type MatchState = 'suggested' | 'shortlisted' | 'introduced' | 'dismissed';
export type ConnectionState = 'enquired' | 'introduced' | 'confirmed' | 'declined' | 'concluded';

/** `approved` is not worth a tag of its own: an approved offer is live, withdrawn or suspended. */
type Shown =
  | `offer.${Exclude<OfferState, 'approved'>}`
  | `visibility.${Visibility}`
  | `request.${RequestState}`
  | `match.${MatchState}`
  | `connection.${ConnectionState}`;

const TONE: Partial<Record<Shown, TagTone>> = {
  'offer.submitted': 'info',
  'offer.returned': 'rice',
  'visibility.live': 'brand',
  'visibility.suspended': 'bad',
  'request.submitted': 'info',
  'request.returned': 'rice',
  'request.open': 'brand',
  'match.suggested': 'rice',
  'match.shortlisted': 'ok',
  'match.introduced': 'brand',
  'connection.enquired': 'rice',
  'connection.introduced': 'rice',
  'connection.confirmed': 'ok',
  'connection.concluded': 'brand',
};

const ICON: Partial<Record<Shown, IconName>> = { 'offer.submitted': 'clock', 'request.submitted': 'clock', 'offer.returned': 'corner-up-left', 'request.returned': 'corner-up-left' };

/** A state always has its word; tone and icon repeat it. */
export const StateTag = ({ of }: { of: Shown }) => {
  const { t } = useSay();
  return <Tag tone={TONE[of]} icon={ICON[of]}>{t(`state.${of}`)}</Tag>;
};

/** State of an offer for those who may see more than the live one. */
export const OfferStateTags = ({ state, visibility }: { state: OfferState; visibility: Visibility }) => (
  <>
    {state === 'approved' ? null : <StateTag of={`offer.${state}`} />}
    {visibility === 'unpublished' && state !== 'approved' ? null : <StateTag of={`visibility.${visibility}`} />}
  </>
);
