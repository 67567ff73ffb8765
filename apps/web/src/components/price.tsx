import { type Say, useSay } from '../i18n/say.js';

export type PriceKind = 'indicative' | 'floor' | 'firm' | 'negotiable' | 'on-request';

/** Whole VND; a missing end is null. */
export interface PriceValue {
  kind: PriceKind;
  min: number | null;
  max: number | null;
  vat?: 'included' | 'excluded' | 'unknown';
  unit?: string | null;
}

/** The amount in words: 180–220 triệu đồng, từ 145 triệu đồng, Thương lượng. */
export const priceText = (say: Say, price: PriceValue | null): string => {
  const { t, money, moneyRange } = say;
  if (!price) return t('price.notGiven');
  const { kind, min, max } = price;
  if (min !== null && max !== null && kind !== 'floor') return moneyRange(min, max);
  if (min !== null) return kind === 'firm' ? money(min) : t('price.from', { amount: money(min) });
  if (max !== null) return t('price.upTo', { amount: money(max) });
  if (kind === 'negotiable') return t('price.negotiable');
  return kind === 'on-request' ? t('price.onRequest') : t('price.notGiven');
};

/** What the amount means: its kind and VAT, only where there is an amount. */
export const priceNote = ({ t }: Say, price: PriceValue | null): string | null => {
  if (!price || (price.min === null && price.max === null)) return null;
  const vat = price.vat ? `, ${t(`price.vat.${price.vat}`)}` : '';
  const unit = price.unit ? ` · ${price.unit}` : '';
  return `${t(`price.kind.${price.kind}`)}${vat}${unit}`;
};

export const Price = ({ price }: { price: PriceValue | null }) => {
  const say = useSay();
  const note = priceNote(say, price);
  return (
    <p class="price">
      <strong>{priceText(say, price)}</strong>
      {note ? <small>{note}</small> : null}
    </p>
  );
};
