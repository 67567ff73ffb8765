/** One line of an import report. */
export interface ImportIssue {
  /** The record in the file, from 1, the heading not counted; 0 is the heading. */
  row: number;
  code: string | null;
  column: string | null;
  value: string | null;
  level: 'error' | 'warning';
  /** For people: Vietnamese, then English. */
  reason: string;
  /** A code that the unknown word may mean. */
  suggestion?: string;
}

/** What an import did. */
export interface ImportCounts {
  created: number;
  updated: number;
  unchanged: number;
  failed: number;
}

const SHOWN = 200;

/** A value as it stands in a report: short, and on one line. */
export const shownValue = (value: unknown): string | null => {
  if (value === undefined || value === null) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
};
