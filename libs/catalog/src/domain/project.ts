import type { Disclosure, OfferContent, OfferRevision } from './offer-revision.js';

/** Who looks: everybody, or the owner and the staff of its centre. Levels between come with interest and agreements. */
export type Viewer = 'public' | 'insider';

const HIDDEN: Partial<Record<keyof OfferContent, unknown>> = {
  fields: [], keywords: [], transferModes: [], specs: [], ip: [], images: [], summary: '', description: '', readyToTransfer: false,
};

const isShown = (level: Disclosure | undefined, viewer: Viewer): boolean => viewer === 'insider' || (level ?? 'public') === 'public';

/** What a viewer may see of a revision. The one function that API, page, index, export and mail call. */
export const project = (revision: OfferRevision, viewer: Viewer): OfferContent => {
  const content: OfferContent = {
    title: revision.title,
    kind: revision.kind,
    summary: revision.summary,
    description: revision.description,
    lang: revision.lang,
    fields: revision.fields,
    keywords: revision.keywords,
    province: revision.province,
    trl: revision.trl,
    transferModes: revision.transferModes,
    price: revision.price,
    specs: revision.specs,
    ip: revision.ip,
    condition: revision.condition,
    origin: revision.origin,
    maker: revision.maker,
    year: revision.year,
    warranty: revision.warranty,
    readyToTransfer: revision.readyToTransfer,
    validUntil: revision.validUntil,
    en: revision.en,
    images: revision.images,
    url: revision.url,
    sourceWords: viewer === 'insider' ? revision.sourceWords : {},
  };
  for (const [field, level] of Object.entries(revision.disclosure)) {
    if (isShown(level, viewer) || field === 'title' || field === 'kind') continue;
    const name = field as keyof OfferContent;
    Object.assign(content, { [name]: HIDDEN[name] ?? null });
    if (content.en && name in content.en) content.en = { ...content.en, [name]: undefined };
  }
  return content;
};
