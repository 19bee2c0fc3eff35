/** Runs the tasks of one name one after the other, in the order they came; names do not wait for one another. */
export function createOrder() {
  const last = new Map<string, Promise<unknown>>();
  return async function inOrder<T>(name: string, task: () => Promise<T>): Promise<T> {
    const before = last.get(name) ?? Promise.resolve();
    const done = before.then(task);
    // The next one runs whether this one failed or not.
    const settled = done.catch(() => undefined);
    last.set(name, settled);
    try {
      return await done;
    } finally {
      if (last.get(name) === settled) last.delete(name);
    }
  };
}
