/** Documents and weights, of which only the first `count` count. */
export interface HeldPostings {
  documents: ArrayLike<number>;
  weights: ArrayLike<number>;
  count: number;
}

/** Documents that hold all of these terms, with the sums of their weights. */
export function jointPostings(names: readonly string[], holding: (name: string) => HeldPostings): HeldPostings {
  const sums = new Map<number, { seen: number; sum: number }>();
  names.forEach((name, place) => {
    const { documents, weights, count } = holding(name);
    for (let i = 0; i < count; i++) {
      const held = sums.get(documents[i]) ?? { seen: 0, sum: 0 };
      if (held.seen === place) sums.set(documents[i], { seen: place + 1, sum: held.sum + weights[i] });
    }
  });
  const all = [...sums].filter(([, { seen }]) => seen === names.length);
  return { documents: all.map(([number]) => number), weights: all.map(([, { sum }]) => sum), count: all.length };
}
