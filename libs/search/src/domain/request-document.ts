import type { OpenRequest } from '@app/requests';
import type { OfferDocument } from '../ports/search-engine.port.js';

/**
 * An open request as the engine's index holds documents: only what every visitor may see. The budget is never part of it, and
 * nothing of an organization that does not want to be named.
 */
export const requestDocument = ({ id, version, centreId, anonymous, organization, openedAt, content }: OpenRequest): OfferDocument => ({
  id,
  version,
  lang: content.lang === 'en' ? 'en' : 'vi',
  kind: 'request',
  title: content.title,
  keywords: [],
  summary: content.need,
  description: '',
  specs: content.quantities.map(({ label, raw, unit }) => `${label} ${raw} ${unit ?? ''}`.trim()).join('; '),
  supplierId: '',
  supplierName: anonymous ? '' : organization.name,
  centreId,
  fields: content.fields,
  province: content.province,
  trl: content.trlMin,
  transferModes: content.transferModes,
  condition: null,
  readyToTransfer: false,
  priceMin: null,
  priceMax: null,
  publishedAt: openedAt.getTime(),
});
