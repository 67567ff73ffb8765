import type { Moment } from '../i18n/formats.js';
import { useSay } from '../i18n/say.js';

export interface TimelineEntry {
  what: string;
  at: Moment;
  who?: string | null;
}

/** The rod turned upright: what happened, newest first. */
export const Timeline = ({ entries }: { entries: TimelineEntry[] }) => {
  const { date } = useSay();
  return (
    <ol class="timeline">
      {entries.map(({ what, at, who }) => (
        <li key={`${what}${String(at)}`}>
          <strong>{what}</strong>
          <span>{[date(at), who].filter(Boolean).join(', ')}</span>
        </li>
      ))}
    </ol>
  );
};
