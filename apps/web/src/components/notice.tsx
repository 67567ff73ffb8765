import { useSay } from '../i18n/say.js';
import type { NoticeText, NoticeTone } from '../layout/page-view.js';
import { Icon } from './icon.js';
import type { IconName } from './icons.js';

const ICON: Record<NoticeTone, IconName> = { info: 'info', done: 'circle-check', mind: 'triangle-alert', failed: 'circle-x' };

/** Something the reader should know now: soft fill, icon, bold first clause, at most one link. */
export const Notice = ({ tone, lead, text, link }: NoticeText) => {
  const { t } = useSay();
  return (
    <div class={`notice notice-${tone}`} role={tone === 'failed' ? 'alert' : 'status'}>
      <Icon name={ICON[tone]} label={t(`notice.${tone}`)} />
      <p>
        <strong>{lead}</strong>
        {text ? ` ${text}` : null}
        {link ? <> <a href={link.href}>{link.text}</a></> : null}
      </p>
    </div>
  );
};
