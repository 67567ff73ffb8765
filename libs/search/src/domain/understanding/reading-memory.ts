import type { Lexicon } from './lexicon.js';
import { firstSightOf, type Reading, readingsOf, type TypedWord } from './spelling.js';

/** How words were read, so that many alike queries are read quickly. Holds as long as the catalogue does not change. */
export class ReadingMemory {
  private readonly readings = new Map<string, Reading[]>();
  private readonly sights = new Map<string, string[]>();

  constructor(private readonly lexicon: Lexicon) {}

  readingsOf(word: TypedWord): Reading[] {
    const { folded, raw, form, parts, before, after, open, name, amongMarks, amongKeys, meant, doubted } = word;
    const key = `${folded}|${raw}|${form}|${parts.join(' ')}|${before.join(' ')}|${after.join(' ')}|${open}|${name}|${amongMarks}|${amongKeys}|${meant}|${doubted}`;
    return remembered(this.readings, key, () => readingsOf(word, this.lexicon));
  }

  /** As `atFirstSight`. */
  atFirstSight(folded: readonly string[]): string[][] {
    return folded.map((word, i) => {
      const [before, after] = [folded[i - 1] ?? '', folded[i + 1] ?? ''];
      return remembered(this.sights, `${before} ${word} ${after}`, () => firstSightOf(word, before, after, this.lexicon));
    });
  }
}

const remembered = <T>(held: Map<string, T>, key: string, make: () => T): T => {
  const known = held.get(key);
  if (known !== undefined) return known;
  const made = make();
  held.set(key, made);
  return made;
};
