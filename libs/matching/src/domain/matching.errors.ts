import { defineErrors } from '@app/platform';

export const matchingErrors = defineErrors('matching', {
  not_open: { kind: 'conflict', vi: 'Yêu cầu hoặc chào bán này không còn mở.', en: 'The request or the offer is no longer open.' },
});
