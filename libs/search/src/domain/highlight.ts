import { nfc, term, tokens, type Token } from '@app/platform/kernel/fold.js';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => ESCAPES[c] ?? c);

interface Marks {
  words: Set<string>;
  runs: string[][];
}

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

/**
 * Turns texts into HTML: everything escaped, and words whose folded form is in `terms` inside `<mark>`. A term with spaces
 * marks only the whole run of words; the longest run wins and marked neighbours share one `<mark>`.
 */
export function highlighter(terms: readonly string[]): (text: string) => string {
  const marks = marksOf(terms);
  return (text) => marked(nfc(text), marks);
}

export const highlight = (text: string, terms: readonly string[]): string => highlighter(terms)(text);

function marked(source: string, marks: Marks): string {
  const words = tokens(source);
  const folded = words.map((word) => termOf(word.text));
  let html = '';
  let from = 0;
  for (let i = 0; i < words.length; ) {
    const length = markedRun(folded, i, marks);
    if (length === 0) {
      i++;
      continue;
    }
    const end = endOfRun(source, words, folded, i + length, marks);
    const [first, last] = [words[i], words[end - 1]];
    html += `${escapeHtml(source.slice(from, first.start))}<mark>${escapeHtml(source.slice(first.start, last.end))}</mark>`;
    from = last.end;
    i = end;
  }
  return html + escapeHtml(source.slice(from));
}

function marksOf(terms: readonly string[]): Marks {
  const parted = terms.map((text) => tokens(text).map((word) => termOf(word.text)));
  const runs = parted.filter((run) => run.length > 1).sort((a, b) => b.length - a.length);
  return { words: new Set(parted.filter((run) => run.length === 1).map((run) => run[0])), runs };
}

function markedRun(folded: string[], at: number, marks: Marks): number {
  const run = marks.runs.find((candidate) => candidate.every((word, i) => folded[at + i] === word));
  if (run) return run.length;
  return marks.words.has(folded[at]) ? 1 : 0;
}

/** Extends a run over marked neighbours that only blanks part from it. */
function endOfRun(source: string, words: Token[], folded: string[], from: number, marks: Marks): number {
  let end = from;
  while (end < words.length && /^\s*$/.test(source.slice(words[end - 1].end, words[end].start))) {
    const more = markedRun(folded, end, marks);
    if (more === 0) break;
    end += more;
  }
  return end;
}
