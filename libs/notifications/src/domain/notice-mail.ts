import type { Lang } from '@app/platform';

export interface MailItem {
  title: string;
  body: string;
  /** Absolute address of the page that it is about. */
  url: string;
}

const TEXT = {
  vi: {
    open: 'Mở trên sàn',
    digest: (count: number) => `Bản tin từ sàn: ${count} thông báo`,
    why: 'Bạn nhận thư này vì có tài khoản trên sàn công nghệ. Chọn loại thư muốn nhận tại:',
    settings: '/vi/tai-khoan/thong-bao#preferences',
  },
  en: {
    open: 'Open on the floor',
    digest: (count: number) => `News from the floor: ${count} notices`,
    why: 'You receive this because you have an account on the technology floor. Choose which mail you want at:',
    settings: '/en/account/notifications#preferences',
  },
} as const;

const BODY_STYLE = 'margin:0 auto;max-width:36em;padding:16px;font:16px/1.55 system-ui,sans-serif;color:#272219';
const LINK_STYLE = 'color:#0a5b53;font-weight:600';
const NOTE_STYLE = 'border-top:1px solid #dbd9d0;padding-top:12px;font-size:14px;color:#585349';

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]!);

/** The message of one notice, or of several that a digest gathers, as text and as HTML. Titles of offers are data and are escaped. */
export const noticeMail = (items: readonly MailItem[], publicUrl: string, lang: Lang): { subject: string; text: string; html: string } => {
  const { open, digest, why, settings } = TEXT[lang];
  const settingsUrl = `${publicUrl}${settings}`;
  const subject = items.length === 1 ? items[0].title : digest(items.length);
  const heading = items.length === 1 ? '' : `<h1 style="font-size:22px">${escape(subject)}</h1>`;
  const parts = items.map(({ title, body, url }) => ({
    text: `${title}\n\n${body}\n\n${open}: ${url}\n`,
    html:
      `<h2 style="font-size:18px;line-height:1.4">${escape(title)}</h2><p>${escape(body)}</p>` +
      `<p><a style="${LINK_STYLE}" href="${escape(url)}">${escape(open)}</a></p>`,
  }));
  return {
    subject: subject.slice(0, 200),
    text: `${parts.map((part) => part.text).join('\n\n')}\n--\n${why} ${settingsUrl}\n`,
    html:
      `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head><body style="${BODY_STYLE}">${heading}` +
      `${parts.map((part) => part.html).join('')}<p style="${NOTE_STYLE}">${escape(why)} <a href="${escape(settingsUrl)}">${escape(settingsUrl)}</a></p></body></html>`,
  };
};
