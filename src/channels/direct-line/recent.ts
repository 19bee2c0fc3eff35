/** Remembers the `most` latest used; forgetting costs a look-up, never an answer. */
export type Recent<T> = {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
  clear(): void;
};

export function createRecent<T>(most: number): Recent<T> {
  const kept = new Map<string, T>();
  return {
    get: (key) => kept.get(key),
    delete: (key) => void kept.delete(key),
    clear: () => {
      kept.clear();
    },
    set(key, value) {
      // Set anew so that the map's order is the order of last use.
      kept.delete(key);
      kept.set(key, value);
      const oldest = kept.keys().next();
      if (kept.size > most && oldest.done !== true) kept.delete(oldest.value);
    },
  };
}
