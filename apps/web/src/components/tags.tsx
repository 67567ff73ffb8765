import type { ComponentChildren } from 'preact';
import { useSay } from '../i18n/say.js';
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

/** A code of a vocabulary with its label and how many things have it. */
export interface CountedLabel {
  code: string;
  label: string;
  count: number;
}

/** The counts of a facet as tags show them. */
export const countedLabels = (counts: readonly { value: string; label: string; count: number }[] = []): CountedLabel[] =>
  counts.map(({ value, label, count }) => ({ code: value, label, count }));

/** Tags that lead to what they count; `labelledBy` is the id of the words above them. */
export const TagLinks = ({ counts, href, labelledBy }: { counts: readonly CountedLabel[]; href: (code: string) => string; labelledBy?: string }) => {
  const { count } = useSay();
  return (
    <ul class="tags rod rod-rice" aria-labelledby={labelledBy}>
      {counts.map((one) => (
        <li class="tag-item" key={one.code}>
          <a class="tag tag-silt" href={href(one.code)}>{one.label} <span class="count">{count(one.count)}</span></a>
        </li>
      ))}
    </ul>
  );
};
