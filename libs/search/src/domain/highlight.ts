import { nfc, term, tokens } from '@app/platform/kernel/fold.js';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => ESCAPES[c] ?? c);

/** A text that was taken apart, so that it can be marked again and again: `bounds` has two places for each word, its beginning and its end. */
export interface ReadText {
  readonly source: string;
  readonly folded: readonly string[];
  readonly bounds: Uint32Array;
}

/** Runs of terms that begin with a word, the longest first. */
type Marks = ReadonlyMap<string, readonly (readonly string[])[]>;

const MAX_REMEMBERED = 50_000;
const remembered = new Map<string, string>();

/** The index term of a word. Titles and summaries repeat their words: folding anew took a tenth of a search's time. */
function termOf(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  const folded = term(word);
  remembered.set(word, folded);
  return folded;
}

export function readText(text: string): ReadText {
  const source = nfc(text);
  const words = tokens(source);
  return { source, folded: words.map((word) => termOf(word.text)), bounds: Uint32Array.from(words.flatMap(({ start, end }) => [start, end])) };
}

/**
 * Turns texts into HTML: everything escaped, and words whose folded form is in `terms` inside `<mark>`. A term with spaces
 * marks only the whole run of words; the longest run wins and marked neighbours share one `<mark>`.
 */
export function highlighter(terms: readonly string[]): (text: string | ReadText) => string {
  const marks = marksOf(terms);
  return (text) => marked(typeof text === 'string' ? readText(text) : text, marks);
}

export const highlight = (text: string, terms: readonly string[]): string => highlighter(terms)(text);

function marked(text: ReadText, marks: Marks): string {
  const { source, folded, bounds } = text;
  let html = '';
  let from = 0;
  for (let i = 0; i < folded.length; ) {
    const length = markedRun(folded, i, marks);
    if (length === 0) {
      i++;
      continue;
    }
    const past = pastMarks(text, i + length, marks);
    const [start, end] = [bounds[2 * i], bounds[2 * past - 1]];
    html += `${escapeHtml(source.slice(from, start))}<mark>${escapeHtml(source.slice(start, end))}</mark>`;
    from = end;
    i = past;
  }
  return html + escapeHtml(source.slice(from));
}

function marksOf(terms: readonly string[]): Marks {
  const marks = new Map<string, string[][]>();
  for (const text of terms) {
    const run = tokens(text).map((word) => termOf(word.text));
    if (run.length === 0) continue;
    const runs = marks.get(run[0]);
    if (runs) runs.push(run);
    else marks.set(run[0], [run]);
  }
  for (const runs of marks.values()) runs.sort((a, b) => b.length - a.length);
  return marks;
}

function markedRun(folded: readonly string[], at: number, marks: Marks): number {
  const run = marks.get(folded[at])?.find((candidate) => candidate.every((word, i) => folded[at + i] === word));
  return run?.length ?? 0;
}

/** The word behind a marked run and the marked neighbours that only blanks part from it. */
function pastMarks({ source, folded, bounds }: ReadText, from: number, marks: Marks): number {
  let past = from;
  while (past < folded.length && /^\s*$/.test(source.slice(bounds[2 * past - 1], bounds[2 * past]))) {
    const more = markedRun(folded, past, marks);
    if (more === 0) break;
    past += more;
  }
  return past;
}
