// Written by `node scripts/assets.mjs --types` from messages/vi.json; do not edit.
import type texts from './messages/vi.json';

/** Every text that the pages can say. */
export type MessageKey = keyof typeof texts;

/** What each text with gaps wants for them. */
export interface MessageParams {
  'about.rights.text': { phone: string | number };
  'catalogue.count': { n: number };
  'catalogue.countFor': { n: number; q: string | number };
  'catalogue.exactCount': { n: number };
  'catalogue.facet.more': { n: number };
  'catalogue.facet.priceFrom': { amount: string | number };
  'catalogue.facet.priceUpTo': { amount: string | number };
  'catalogue.facet.trlAtLeast': { n: number };
  'catalogue.facet.trlAtMost': { n: number };
  'catalogue.like': { query: string | number; n: number };
  'catalogue.page': { n: number };
  'catalogue.searching': { query: string | number };
  'catalogue.searchingExactly': { query: string | number };
  'catalogue.synonyms': { words: string | number };
  'catalogue.typed': { typed: string | number };
  'catalogue.wider.filter': { label: string | number };
  'catalogue.wider.words': { q: string | number };
  'common.revision': { n: number };
  'connection.concluded': { outcome: string | number };
  'connection.confirmedAt': { date: string | number };
  'connection.title': { offer: string | number };
  'connections.between': { demand: string | number; supply: string | number };
  'desk.approve': { n: number };
  'desk.changes': { n: number };
  'desk.matches': { n: number };
  'desk.open': { n: number };
  'desk.queue': { n: number };
  'desk.sent': { time: string | number };
  'desk.unchanged': { n: number };
  'error.reference': { id: string | number };
  'footer.operator': { phone: string | number; hours: string | number };
  'form.row': { n: number };
  'form.summary': { n: number };
  'home.fields.all': { n: number };
  'home.figures.asOf': { date: string | number };
  'home.find.lead': { offers: string | number; suppliers: string | number };
  'home.need.phone': { phone: string | number };
  'home.ready.all': { n: number };
  'home.wanted.all': { n: number };
  'mySearches.since': { date: string | number; n: number };
  'nav.unread': { n: number };
  'offer.code': { code: string | number };
  'offer.image': { title: string | number };
  'offer.preview': { revision: string | number };
  'offer.published': { date: string | number };
  'offer.supplier.organizations': { n: number };
  'offer.views': { n: number };
  'pagination.page': { n: number };
  'price.from': { amount: string | number };
  'price.upTo': { amount: string | number };
  'request.budget': { amount: string | number };
  'request.daysLeft': { date: string | number; n: number };
  'request.deadline': { date: string | number };
  'request.matches': { n: number };
  'request.matchesTitle': { n: number };
  'request.newMatches': { n: number };
  'request.trlFrom': { n: number };
  'requests.count': { n: number };
  'requests.countFor': { n: number; q: string | number };
  'signIn.help': { phone: string | number };
  'site.errorTitle': { title: string | number };
  'site.titleOf': { title: string | number };
  'suggest.some': { n: string | number };
  'suppliers.allOffers': { n: number };
  'suppliers.count': { n: number };
  'suppliers.offers': { n: number };
  'trl.short': { n: number; stage: string | number };
  'trl.title': { n: number };
  'trl.value': { n: number };
}
