import { defineErrors } from '@app/platform';

export const identityErrors = defineErrors('identity', {
  wrong_credentials: {
    kind: 'unauthenticated',
    vi: 'Địa chỉ thư hoặc mật khẩu không đúng.',
    en: 'The mail address or the password is wrong.',
  },
  locked: {
    kind: 'limited',
    vi: 'Đăng nhập sai nhiều lần. Hãy thử lại sau 15 phút.',
    en: 'Too many failed sign-ins. Try again in 15 minutes.',
  },
  email_taken: { kind: 'conflict', vi: 'Địa chỉ thư này đã có tài khoản.', en: 'There is already an account with this mail address.' },
});
