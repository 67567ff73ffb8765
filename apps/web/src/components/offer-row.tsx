import type { ComponentChildren } from 'preact';
import { useSay } from '../i18n/say.js';
import { Highlight } from './highlight.js';
import { Icon } from './icon.js';
import { fieldIcon } from './icons.js';
import { Price, type PriceValue, priceText } from './price.js';
import { Tag, Tags } from './tags.js';
import { TrlShort } from './trl.js';

/** A code of a vocabulary with its label in the language of the page. */
export interface Labelled {
  code: string;
  label: string;
}

/** An offer as lists show it. */
export interface OfferCard {
  slug: string;
  title: string;
  /** With `<mark>`, everything else escaped; see `Highlight`. */
  titleHighlighted?: string | null;
  summary: string | null;
  summaryHighlighted?: string | null;
  kind: Labelled;
  fields: Labelled[];
  province: string | null;
  trl: number | null;
  price: PriceValue | null;
  supplier: { slug: string; name: string };
  readyToTransfer: boolean;
  /** Language of the text where it is not that of the page. */
  lang?: string;
}

const Facts = ({ offer }: { offer: OfferCard }) => (
  <ul class="facts">
    <li><Icon name="building-2" /> {offer.supplier.name}</li>
    {offer.province ? <li><Icon name="map-pin" /> {offer.province}</li> : null}
    {offer.trl ? <li><TrlShort trl={offer.trl} /></li> : null}
  </ul>
);

export const OfferTags = ({ offer, withField = false }: { offer: OfferCard; withField?: boolean }) => {
  const { t } = useSay();
  const [field] = offer.fields;
  return (
    <Tags>
      <Tag>{offer.kind.label}</Tag>
      {withField && field ? <Tag>{field.label}</Tag> : null}
      {offer.readyToTransfer && !withField ? <Tag tone="ok">{t('offer.ready')}</Tag> : null}
    </Tags>
  );
};

export interface OfferRowProps {
  offer: OfferCard;
  /** `h2` where the list stands right below the main heading. */
  heading?: 'h2' | 'h3';
  /** Below the price: actions or state. */
  children?: ComponentChildren;
}

/** A row on the rod: tags, plate, title with hits, facts, and the price at the right. */
export const OfferRow = ({ offer, heading: Heading = 'h3', children }: OfferRowProps) => {
  const { path } = useSay();
  const summary = offer.summaryHighlighted ?? null;
  return (
    <li class="row">
      <OfferTags offer={offer} />
      <div class="row-body">
        <span class="plate"><Icon name={fieldIcon(offer.fields[0]?.code)} /></span>
        <div class="row-main">
          <Heading lang={offer.lang}>
            <a href={path('offer', { slug: offer.slug })}>
              {offer.titleHighlighted ? <Highlight text={offer.titleHighlighted} /> : offer.title}
            </a>
          </Heading>
          {summary ?? offer.summary ? (
            <p class="row-summary" lang={offer.lang}>{summary ? <Highlight text={summary} /> : offer.summary}</p>
          ) : null}
          <Facts offer={offer} />
        </div>
        <div class="row-side">
          <Price price={offer.price} />
          {children}
        </div>
      </div>
    </li>
  );
};

/** The short form in columns: tags, title, one line, price. */
export const OfferBrief = ({ offer }: { offer: OfferCard }) => {
  const say = useSay();
  const line = [offer.supplier.name, offer.province, offer.trl ? say.t('trl.value', { n: offer.trl }) : null];
  return (
    <li class="brief">
      <OfferTags offer={offer} withField />
      <h3 lang={offer.lang}><a href={say.path('offer', { slug: offer.slug })}>{offer.title}</a></h3>
      <p class="meta">{line.filter(Boolean).join(' · ')}</p>
      <p class="brief-price">{priceText(say, offer.price)}</p>
    </li>
  );
};
