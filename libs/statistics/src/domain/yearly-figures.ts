/** One figure of the yearly report: facts of the event log, each counted once, at its first time, so that years add up. */
export interface YearlyFigureDefinition {
  name: string;
  vi: string;
  en: string;
  /** The events that make it: what an auditor asks the log for. */
  types: readonly string[];
  /** What is counted of an event: the event itself, its subject, a member of its data, or each id of a list in it. */
  per: 'event' | 'subject' | { data: string } | { list: string };
  /** Only events with these members in their data. */
  where?: Readonly<Record<string, string>>;
}

const type = (name: string): string => `${name}.v1`;
const OPENED = type('connections.connection_opened');
const CONFIRMED = type('connections.connection_confirmed');
const OUTCOME = type('connections.outcome_recorded');

const outcome = (code: string, vi: string, en: string): YearlyFigureDefinition => ({
  name: `outcome.${code}`, vi: `Kết quả kết nối: ${vi}`, en: `Connections with the outcome: ${en}`, types: [OUTCOME], per: 'subject', where: { outcome: code },
});

/** In the order of the report. Offers and requests that an import brought are counted with the others, see `YearlyReport`. */
export const YEARLY_FIGURES: readonly YearlyFigureDefinition[] = [
  { name: 'offersReturned', vi: 'Lượt trả lại chào bán để bổ sung', en: 'Offers returned for more', types: [type('catalog.offer_returned')], per: 'event' },
  { name: 'offersWithdrawn', vi: 'Chào bán đã rút', en: 'Offers withdrawn', types: [type('catalog.offer_withdrawn')], per: 'subject' },
  { name: 'offersSuspended', vi: 'Lượt tạm gỡ chào bán', en: 'Offers suspended by staff', types: [type('catalog.offer_suspended')], per: 'event' },
  { name: 'requestsClosed', vi: 'Nhu cầu đã đóng', en: 'Requests closed', types: [type('requests.request_closed')], per: 'subject' },
  { name: 'matchesFound', vi: 'Cặp nhu cầu và chào bán sàn ghép được', en: 'Matches found', types: [type('matching.matches_found')], per: { list: 'matchIds' } },
  { name: 'introductions', vi: 'Lượt trung tâm giới thiệu hai bên', en: 'Introductions by centres', types: [OPENED], per: 'subject', where: { state: 'introduced' } },
  { name: 'enquiries', vi: 'Lượt doanh nghiệp hỏi mua', en: 'Enquiries of enterprises', types: [OPENED], per: 'subject', where: { state: 'enquired' } },
  { name: 'connectionsConfirmed', vi: 'Kết nối cả hai bên xác nhận', en: 'Connections confirmed by both sides', types: [CONFIRMED], per: 'subject' },
  { name: 'enterprisesConnected', vi: 'Doanh nghiệp được kết nối (lần đầu)', en: 'Enterprises connected (for the first time)', types: [CONFIRMED], per: { data: 'buyerId' } },
  { name: 'suppliersConnected', vi: 'Nhà cung ứng được kết nối (lần đầu)', en: 'Suppliers connected (for the first time)', types: [CONFIRMED], per: { data: 'supplierId' } },
  { name: 'connectionsDeclined', vi: 'Kết nối bị từ chối', en: 'Connections declined', types: [type('connections.connection_declined')], per: 'subject' },
  { name: 'connectionsConcluded', vi: 'Kết nối đã có kết quả', en: 'Connections with an outcome', types: [OUTCOME], per: 'subject' },
  outcome('contract', 'ký hợp đồng', 'contract'),
  outcome('purchase', 'mua thiết bị', 'purchase'),
  outcome('trial', 'thử nghiệm', 'trial'),
  outcome('cooperation', 'hợp tác', 'cooperation'),
];
