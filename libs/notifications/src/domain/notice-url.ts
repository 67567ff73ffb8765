import type { Lang } from '@app/platform';
import type { NoticeParams } from '../data/notification.entities.js';

/** The page of the web app that a notice leads to, as a path. */
export const noticeUrl = (template: string, params: NoticeParams, lang: Lang): string => {
  const id = (name: string): string => String(params[name] ?? '');
  const vi = lang === 'vi';
  if (params['savedSearchId']) return `${vi ? '/vi/tai-khoan/tim-kiem' : '/en/account/searches'}#s-${id('savedSearchId')}`;
  if (params['connectionId']) return vi ? `/vi/tai-khoan/ket-noi/${id('connectionId')}` : `/en/account/connections/${id('connectionId')}`;
  if (template === 'offer-submitted') return vi ? `/vi/ban-lam-viec/chao-ban/${id('offerId')}` : `/en/desk/offers/${id('offerId')}`;
  if (template === 'request-submitted') return vi ? `/vi/ban-lam-viec/yeu-cau/${id('requestId')}` : `/en/desk/requests/${id('requestId')}`;
  if (template === 'offer-advised') return `${vi ? '/vi/tai-khoan/chao-ban' : '/en/account/offers'}/${id('offerId')}?${new URLSearchParams({ keywords: id('keywords') })}`;
  // The public address: there its owner finds the matches, the reason of a return and what can be done.
  if (params['requestId']) return vi ? `/vi/yeu-cau/${id('requestId')}` : `/en/requests/${id('requestId')}`;
  if (params['offerId']) return vi ? `/vi/cong-nghe/${id('offerId')}` : `/en/offers/${id('offerId')}`;
  return `/${lang}`;
};
