import type { Lang } from '@app/platform';
import type { NoticeParams } from '../data/notification.entities.js';

interface NoticeText {
  title: string;
  body: string;
}

type Template = Record<Lang, NoticeText>;

/** Texts of notices; `{request}` and `{offer}` are titles, looked up when somebody reads. */
export const TEMPLATES = {
  'matches-found': {
    vi: { title: '{count} chào bán phù hợp với “{request}”', body: 'Sàn vừa tìm thấy: {offers}.' },
    en: { title: '{count} offers fit “{request}”', body: 'The floor has just found: {offers}.' },
  },
  'matches-gone': {
    vi: { title: 'Chào bán phù hợp với “{request}” không còn trên sàn', body: 'Những chào bán mà sàn đã tìm thấy nay không còn hiển thị.' },
    en: { title: 'The offers that fit “{request}” have left the floor', body: 'What the floor had found is no longer public.' },
  },
  'offer-submitted': {
    vi: { title: 'Chào bán chờ duyệt: “{offer}”', body: 'Một chào bán vừa được gửi duyệt.' },
    en: { title: 'Offer waiting for review: “{offer}”', body: 'An offer has been submitted for review.' },
  },
  'offer-approved': {
    vi: { title: 'Chào bán “{offer}” đã được duyệt', body: 'Chào bán của bạn đang hiển thị trên sàn.' },
    en: { title: 'Offer “{offer}” was approved', body: 'Your offer is now public on the floor.' },
  },
  'offer-returned': {
    vi: { title: 'Chào bán “{offer}” cần chỉnh sửa', body: 'Cán bộ duyệt đã trả lại kèm lý do. Hãy mở chào bán để xem và sửa.' },
    en: { title: 'Offer “{offer}” needs changes', body: 'The reviewer returned it with a reason. Open the offer to read it and make changes.' },
  },
  'offer-suspended': {
    vi: { title: 'Chào bán “{offer}” bị tạm ngừng hiển thị', body: 'Hãy mở chào bán để xem lý do.' },
    en: { title: 'Offer “{offer}” was suspended', body: 'Open the offer to read the reason.' },
  },
  'offer-advised': {
    vi: { title: 'Trung tâm đề nghị thêm từ khóa cho “{offer}”', body: 'Người ta tìm bằng những từ này mà chưa thấy chào bán của bạn: {keywords}.' },
    en: { title: 'The centre proposes keywords for “{offer}”', body: 'People search with these words and do not find your offer: {keywords}.' },
  },
  'offer-resumed': {
    vi: { title: 'Chào bán “{offer}” hiển thị trở lại', body: 'Chào bán của bạn lại có trên sàn.' },
    en: { title: 'Offer “{offer}” is public again', body: 'Your offer is back on the floor.' },
  },
  'offer-expired': {
    vi: { title: 'Chào bán “{offer}” đã hết hạn hiển thị', body: 'Muốn chào bán tiếp, hãy sửa hạn hiệu lực rồi gửi duyệt lại.' },
    en: { title: 'Offer “{offer}” has passed its last day', body: 'To offer it again, change its last day and submit it for review.' },
  },
  'request-submitted': {
    vi: { title: 'Nhu cầu chờ duyệt: “{request}”', body: 'Một nhu cầu vừa được gửi duyệt.' },
    en: { title: 'Request waiting for review: “{request}”', body: 'A request has been submitted for review.' },
  },
  'request-opened': {
    vi: { title: 'Nhu cầu “{request}” đã được đăng', body: 'Sàn đang tìm chào bán phù hợp cho bạn.' },
    en: { title: 'Request “{request}” is open', body: 'The floor is looking for offers that fit.' },
  },
  'request-returned': {
    vi: { title: 'Nhu cầu “{request}” cần chỉnh sửa', body: 'Cán bộ duyệt đã trả lại kèm lý do. Hãy mở nhu cầu để xem và sửa.' },
    en: { title: 'Request “{request}” needs changes', body: 'The reviewer returned it with a reason. Open the request to read it and make changes.' },
  },
  'enquiry-opened': {
    vi: { title: 'Có đơn vị hỏi mua “{offer}”', body: 'Hãy mở kết nối để đọc lời nhắn và trả lời.' },
    en: { title: 'Somebody enquires about “{offer}”', body: 'Open the connection to read the message and answer.' },
  },
  introduced: {
    vi: { title: 'Trung tâm giới thiệu kết nối về “{offer}”', body: 'Hãy mở kết nối, đọc lời giới thiệu và xác nhận.' },
    en: { title: 'The centre introduces you about “{offer}”', body: 'Open the connection, read the introduction and confirm it.' },
  },
  'side-confirmed': {
    vi: { title: 'Bên kia đã xác nhận kết nối về “{offer}”', body: 'Kết nối được ghi nhận khi cả hai bên xác nhận.' },
    en: { title: 'The other side confirmed the connection about “{offer}”', body: 'It counts once both sides have confirmed.' },
  },
  'connection-confirmed': {
    vi: { title: 'Kết nối về “{offer}” đã được hai bên xác nhận', body: 'Hai bên có thể trao đổi tiếp trong kết nối này.' },
    en: { title: 'Both sides confirmed the connection about “{offer}”', body: 'You can go on talking in this connection.' },
  },
  'connection-declined': {
    vi: { title: 'Kết nối về “{offer}” đã bị từ chối', body: 'Hãy mở kết nối để xem lý do.' },
    en: { title: 'The connection about “{offer}” was declined', body: 'Open the connection to read the reason.' },
  },
  'message-posted': {
    vi: { title: 'Tin nhắn mới về “{offer}”', body: 'Hãy mở kết nối để đọc và trả lời.' },
    en: { title: 'New message about “{offer}”', body: 'Open the connection to read and answer it.' },
  },
  'saved-search-found': {
    vi: { title: 'Tìm kiếm “{search}” có {count} chào bán mới', body: 'Mới có trên sàn: {offers}.' },
    en: { title: '{count} new offers for your search “{search}”', body: 'New on the floor: {offers}.' },
  },
  'saved-search-gone': {
    vi: { title: 'Chào bán mới của tìm kiếm “{search}” không còn trên sàn', body: 'Những chào bán mà sàn đã tìm thấy nay không còn hiển thị.' },
    en: { title: 'The new offers for your search “{search}” have left the floor', body: 'What the floor had found is no longer public.' },
  },
} as const satisfies Record<string, Template>;

export type TemplateName = keyof typeof TEMPLATES;

/** Fills a template; unknown names become an ellipsis, never a brace. */
export const renderNotice = (name: string, lang: Lang, params: NoticeParams): NoticeText => {
  const template = (TEMPLATES as Record<string, Template>)[name]?.[lang] ?? { title: name, body: '' };
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_whole, key: string) => String(params[key] ?? '…'));
  return { title: fill(template.title), body: fill(template.body) };
};
