import { defineErrors } from '@app/platform';

export const searchErrors = defineErrors('search', {
  too_many_saved: {
    kind: 'conflict',
    vi: 'Mỗi tài khoản lưu được nhiều nhất {max} tìm kiếm. Hãy xoá bớt.',
    en: 'An account can keep at most {max} saved searches. Remove some first.',
  },
});
