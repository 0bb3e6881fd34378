/** Does several pieces of work at a time and gives the results in the order of the pieces, whichever ends first. */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  // One slow piece must not leave the others waiting, nor all their results in memory.
  const ahead = atOnce === 1 ? 1 : atOnce * 4;
  const started: Promise<Result>[] = [];
  const room = gate(atOnce);
  let next = 0;
  try {
    while (next < items.length || started.length > 0) {
      for (const item of items.slice(next, next + ahead - started.length)) {
        const result = room(() => work(item));
        // It is awaited when its turn comes; until then a failure is nobody's.
        result.catch(() => {});
        started.push(result);
        next += 1;
      }
      const first = started.shift();
      if (first !== undefined) yield await first;
    }
  } finally {
    next = items.length;
    await Promise.allSettled(started);
  }
}

/** Lets a number of pieces of work run at a time; the others wait in the order in which they came. */
function gate(size: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= size) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
