import { asset } from '../layout/asset.js';
import type { IconName } from './icons.js';

export interface IconProps {
  name: IconName;
  /** Spoken name, only for icons that stand without a word beside them. */
  label?: string;
  class?: string;
}

export const Icon = ({ name, label, class: extra }: IconProps) => (
  <svg
    class={extra ? `icon ${extra}` : 'icon'}
    viewBox="0 0 24 24"
    role={label ? 'img' : undefined}
    aria-label={label}
    aria-hidden={label ? undefined : 'true'}
    focusable="false"
  >
    <use href={`${asset('sprite.svg')}#${name}`} />
  </svg>
);
