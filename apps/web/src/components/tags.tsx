import type { ComponentChildren } from 'preact';
import { Icon } from './icon.js';
import type { IconName } from './icons.js';

export type TagTone = 'silt' | 'ok' | 'rice' | 'bad' | 'info' | 'brand';

export interface TagProps {
  tone?: TagTone;
  icon?: IconName;
  children: ComponentChildren;
}

const DEFAULT_ICON: Partial<Record<TagTone, IconName>> = { ok: 'check', bad: 'circle-x' };

/** A tag that hangs from the rod of its list; `Tags` is the rod. */
export const Tag = ({ tone = 'silt', icon, children }: TagProps) => {
  const shown = icon ?? DEFAULT_ICON[tone];
  return (
    <li class="tag-item">
      <span class={`tag tag-${tone}`}>
        {shown ? <Icon name={shown} /> : null}
        {children}
      </span>
    </li>
  );
};

/** At most three tags: kind first, then state. */
export const Tags = ({ children, rod = true }: { children: ComponentChildren; rod?: boolean }) => (
  <ul class={rod ? 'tags rod' : 'tags'}>{children}</ul>
);
