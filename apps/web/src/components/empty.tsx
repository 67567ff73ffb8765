import type { ComponentChildren } from 'preact';

/** The same rod with three bare hooks: what is missing, what happens now, one way on. */
export const Empty = ({ title, text, children }: { title: string; text?: string; children?: ComponentChildren }) => (
  <div class="empty">
    <svg viewBox="0 0 270 50" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="1.5">
      <path class="empty-rod" d="M0 3h270" />
      <path d="M60 4v18a4 4 0 1 0 7 3M135 4v32a4 4 0 1 0 7 3M210 4v12a4 4 0 1 0 7 3" />
    </svg>
    <h2>{title}</h2>
    {text ? <p>{text}</p> : null}
    {children}
  </div>
);
