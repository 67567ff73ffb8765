import type { Lang } from '@app/platform';

interface Rendered {
  title: string;
  body: string;
}

const TEXT = {
  vi: { open: 'Mở trên sàn', why: 'Bạn nhận thư này vì có tài khoản trên sàn công nghệ. Chọn loại thư muốn nhận tại:', settings: '/vi/tai-khoan/thong-bao' },
  en: { open: 'Open on the floor', why: 'You receive this because you have an account on the technology floor. Choose which mail you want at:', settings: '/en/account/notifications' },
} as const;

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]!);

/** The mail of a notice, as text and as HTML. Titles of offers are data and are escaped. */
export const noticeMail = ({ title, body }: Rendered, url: string, lang: Lang): { subject: string; text: string; html: string } => {
  const { open, why, settings } = TEXT[lang];
  const settingsUrl = new URL(settings, url).href;
  return {
    subject: title.slice(0, 200),
    text: `${title}\n\n${body}\n\n${open}: ${url}\n\n--\n${why} ${settingsUrl}\n`,
    html:
      `<!doctype html><html lang="${lang}"><body><h1>${escape(title)}</h1><p>${escape(body)}</p>` +
      `<p><a href="${escape(url)}">${escape(open)}</a></p><hr><p>${escape(why)} <a href="${escape(settingsUrl)}">${escape(settingsUrl)}</a></p></body></html>`,
  };
};
