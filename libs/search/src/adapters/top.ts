/** The first `count` items in `order`, as sorting all and cutting would give them, without sorting all. */
export function best<T>(items: ArrayLike<T>, count: number, order: (a: T, b: T) => number): T[] {
  if (count <= 0) return [];
  if (count * 4 >= items.length) return Array.from(items).sort(order).slice(0, count);
  const heap: T[] = [];
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (heap.length < count) rise(heap, heap.push(item) - 1, order);
    else if (order(item, heap[0]) < 0) {
      heap[0] = item;
      sink(heap, order);
    }
  }
  return heap.sort(order);
}

/** The worst kept item lies at the root, so that it is the one to be replaced. */
function rise<T>(heap: T[], from: number, order: (a: T, b: T) => number): void {
  let at = from;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (order(heap[at], heap[parent]) <= 0) return;
    [heap[at], heap[parent]] = [heap[parent], heap[at]];
    at = parent;
  }
}

function sink<T>(heap: T[], order: (a: T, b: T) => number): void {
  let at = 0;
  for (;;) {
    let worst = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.length && order(heap[child], heap[worst]) > 0) worst = child;
    }
    if (worst === at) return;
    [heap[at], heap[worst]] = [heap[worst], heap[at]];
    at = worst;
  }
}
