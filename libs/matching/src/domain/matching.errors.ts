import { defineErrors } from '@app/platform';

export const matchingErrors = defineErrors('matching', {
  not_open: { kind: 'conflict', vi: 'Nhu cầu hoặc chào bán này không còn mở.', en: 'The request or the offer is no longer open.' },
  own_organization: {
    kind: 'forbidden',
    vi: 'Bạn không được làm môi giới cho chính đơn vị mình.',
    en: 'You may not act as the broker of an organization of yours.',
  },
  not_current: {
    kind: 'conflict',
    vi: 'Chào bán này không còn khớp với nhu cầu sau khi một bên thay đổi. Hãy tải lại trang.',
    en: 'The offer no longer fits the request since one of them has changed. Reload the page.',
  },
});
