import { defineErrors } from '@app/platform';

export const connectionErrors = defineErrors('connections', {
  already_open: { kind: 'conflict', vi: 'Đơn vị của bạn đã có một kết nối đang mở về chào bán này.', en: 'Your organization already has an open connection about this offer.' },
  own_offer: { kind: 'conflict', vi: 'Đây là chào bán của chính đơn vị bạn.', en: 'This offer is your own organization\'s.' },
  only_parties: { kind: 'forbidden', vi: 'Chỉ hai bên của kết nối làm được việc này.', en: 'Only the two parties may do this.' },
});
