import type { ComponentChildren } from 'preact';

export interface PostButtonProps {
  action: string;
  /** Sent along: usually the version of what is changed. */
  fields?: Record<string, string | number | undefined>;
  look?: 'main' | 'second' | 'quiet' | 'remove';
  small?: boolean;
  children: ComponentChildren;
}

/** One action as a plain form with one button. */
export const PostButton = ({ action, fields = {}, look = 'second', small, children }: PostButtonProps) => (
  <form method="post" action={action} class="inline-form">
    {Object.entries(fields).map(([name, value]) => (value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />))}
    <button type="submit" class={`button ${look}${small ? ' small' : ''}`}>{children}</button>
  </form>
);
