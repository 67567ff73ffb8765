import { Injectable } from '@nestjs/common';
import type { OfferCard as FloorCard, OfferView } from '@app/catalog';
import type { FoundOffer } from '@app/search';
import { type Scheme, TaxonomyService } from '@app/taxonomy';
import type { IpRow, OfferContent } from '../components/offer-detail.js';
import type { Labelled, OfferCard } from '../components/offer-row.js';
import type { PriceKind, PriceValue } from '../components/price.js';
import type { Lang } from '../i18n/languages.js';

interface Texts {
  title: string;
  summary: string;
  lang: string;
  en: { title?: string; summary?: string; description?: string } | null;
}

interface Priced {
  kind: string | null;
  min: number | null;
  max: number | null;
  vat: string | null;
  unit: string | null;
}

/** The English text where the page is English and there is one; a text is never half in one language. */
const textsIn = (lang: Lang, { title, summary, lang: written, en }: Texts): { title: string; summary: string | null; lang?: string; translated: boolean } => {
  const translated = lang === 'en' && written !== 'en' && Boolean(en?.title) && (Boolean(en?.summary) || !summary);
  if (translated) return { title: en?.title ?? title, summary: en?.summary ?? null, translated };
  return { title, summary: summary || null, translated, ...(written === lang ? {} : { lang: written }) };
};

/** What is not said about an amount is taken for the weakest: indicative, VAT unknown. */
const priceOf = (price: Priced | null): PriceValue | null => {
  if (!price) return null;
  const { kind, min, max, vat, unit } = price;
  return { kind: (kind ?? 'indicative') as PriceKind, min, max, vat: (vat ?? 'unknown') as PriceValue['vat'], unit };
};

/** Offers as pages show them: labels and texts in the language of the page. */
@Injectable()
export class OfferPresenter {
  constructor(private readonly taxonomy: TaxonomyService) {}

  found({ card, ...texts }: FoundOffer, lang: Lang): OfferCard {
    return this.card(card, lang, texts);
  }

  card(offer: FloorCard, lang: Lang, { titleHighlighted, summaryHighlighted }: Partial<Omit<FoundOffer, 'card'>> = {}): OfferCard {
    const { translated, ...texts } = textsIn(lang, offer);
    const { slug, supplier, trl, readyToTransfer } = offer;
    return {
      slug, supplier, trl, readyToTransfer, ...texts,
      ...(translated ? {} : { titleHighlighted, summaryHighlighted: summaryHighlighted || null }),
      kind: this.labelled('kind', offer.kind, lang),
      fields: offer.fields.map((code) => this.labelled('field', code, lang)),
      province: this.label('province', offer.province, lang),
      price: priceOf(offer.price),
    };
  }

  content(offer: OfferView, lang: Lang): OfferContent {
    const { translated: _translated, ...texts } = textsIn(lang, offer);
    const description = (lang === 'en' && offer.en?.description) || offer.description || null;
    const isEnglish = description !== null && description === offer.en?.description;
    return {
      ...texts,
      id: offer.id, slug: offer.slug, code: offer.code, supplier: offer.supplier, trl: offer.trl, readyToTransfer: offer.readyToTransfer,
      kind: this.labelled('kind', offer.kind, lang),
      fields: offer.fields.map((code) => this.labelled('field', code, lang)),
      province: this.label('province', offer.province, lang),
      price: priceOf(offer.price),
      description,
      descriptionLang: isEnglish || offer.lang === lang ? undefined : offer.lang,
      keywords: offer.keywords,
      transferModes: offer.transferModes.map((code) => this.taxonomy.label('transferMode', code, lang)),
      specs: offer.specs.map(({ name, value, unit }) => ({ name, value: value || null, unit })),
      ip: offer.ip.map((asset) => this.ip(asset, lang)),
      condition: this.label('condition', offer.condition, lang),
      origin: offer.origin, maker: offer.maker, year: offer.year, warranty: offer.warranty, validUntil: offer.validUntil, publishedAt: offer.publishedAt,
      // The policy of the pages lets no picture come from elsewhere.
      images: offer.images.filter((url) => url.startsWith('/')).map((url) => ({ url })),
    };
  }

  label(scheme: Scheme, code: string | null, lang: Lang): string | null {
    return code === null ? null : this.taxonomy.label(scheme, code, lang);
  }

  labelled(scheme: Scheme, code: string, lang: Lang): Labelled {
    return { code, label: this.taxonomy.label(scheme, code, lang) };
  }

  ip(asset: { kind: string; number: string | null; state: string | null; territory: string | null }, lang: Lang): IpRow {
    const { kind, number, state, territory } = asset;
    return { kind: this.taxonomy.label('ipKind', kind, lang), number, state: this.label('ipState', state, lang), territory };
  }
}
