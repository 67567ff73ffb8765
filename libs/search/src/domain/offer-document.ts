import type { LiveOffer } from '@app/catalog';
import type { OfferDocument } from '../ports/search-engine.port.js';

/** The searchable projection of a live offer: only what every visitor may see. */
export const documentOf = (offer: LiveOffer): OfferDocument => {
  const { content } = offer;
  return {
    id: offer.id,
    version: offer.version,
    lang: content.lang === 'en' ? 'en' : 'vi',
    kind: content.kind,
    title: content.title,
    keywords: content.keywords,
    summary: content.summary,
    description: content.description,
    specs: content.specs.map((spec) => `${spec.label} ${spec.raw} ${spec.unit ?? ''}`.trim()).join('; '),
    supplierId: offer.supplier.id,
    supplierName: offer.supplier.name,
    centreId: offer.centreId,
    ...(content.en ? { en: content.en } : {}),
    fields: content.fields,
    province: content.province,
    trl: content.trl,
    transferModes: content.transferModes,
    condition: content.condition,
    readyToTransfer: content.readyToTransfer,
    priceMin: content.price?.min ?? null,
    priceMax: content.price?.max ?? null,
    publishedAt: offer.publishedAt.getTime(),
  };
};
