/**
 * Guessing is slowed, nobody is locked out. Each place that tries has a count of its own: after a few tries it waits between one
 * and the next, twice as long each time. Tries that fail for one name, from wherever, take the free ones away: then a place that
 * comes anew is heard once and waits from the second try on. So whoever types the right password is heard at the first try,
 * however often others failed elsewhere; only what was tried from their own place can make them wait.
 */
export type SlowDown = {
  /**
   * `first`, `again`: the try is counted, and the password may be checked; whether the place tried before lately. `too-soon`:
   * after the last; nothing is checked or counted.
   */
  admit(tried: Try, now: Date): 'first' | 'again' | 'too-soon';
  /** The try that was counted failed. */
  failed(tried: Try, now: Date): void;
  /** The try that was counted let in, or was not checked after all: it is none. */
  forget(tried: Try, now: Date): void;
};

/** `place`: a network, or a browser that is known. */
export type Try = { readonly place: string; readonly name: string };

/** At most `remembered` places and names are: the longest unseen are forgotten first, so that they cannot fill the memory. */
export function createSlowDown(remembered = 50_000): SlowDown {
  const places = createCounts(remembered);
  const names = createCounts(remembered);
  return {
    admit({ place, name }, now) {
      const free = names.at(name, now).count > hotAfter ? freeTriesOnceHot : freeTries;
      const { count, sinceMs } = places.at(place, now);
      if (sinceMs < waitAfter(count - free + 1)) return 'too-soon';
      // Counted before the password is checked: tries side by side must not all pass as the first.
      places.add(place, 1, now);
      return count === 0 ? 'first' : 'again';
    },
    failed({ name }, now) {
      names.add(name, 1, now);
    },
    forget({ place }, now) {
      places.add(place, -1, now);
    },
  };
}

/** Milliseconds to wait with this many tries beyond the free ones: none, 1 s, 2 s, 4 s … a minute. */
function waitAfter(beyond: number): number {
  return beyond <= 0 ? 0 : Math.min(longestWaitMs, 1000 * 2 ** (Math.ceil(beyond) - 1));
}

/** Counts that shrink with time. */
function createCounts(remembered: number) {
  const counts = new Map<string, { readonly count: number; readonly changed: number }>();
  const at = (who: string, now: Date) => {
    const known = counts.get(who);
    if (known === undefined) return { count: 0, sinceMs: Infinity };
    // A request is of the moment it came; one that came before another may get here after it.
    const sinceMs = Math.max(0, now.getTime() - known.changed);
    return { count: Math.max(0, known.count - (sinceMs / 60_000) * forgivenPerMinute), sinceMs };
  };
  return {
    at,
    add(who: string, more: number, now: Date): void {
      const count = Math.max(0, at(who, now).count + more);
      // Set anew so that the map's order is the order of last use.
      counts.delete(who);
      counts.set(who, { count, changed: now.getTime() });
      const [oldest] = counts.keys();
      if (counts.size > remembered && oldest !== undefined) counts.delete(oldest);
    },
  };
}

/** A colleague mistypes a few times. */
const freeTries = 5;
const freeTriesOnceHot = 1;
/** As many failures for one name at once are no colleague's. */
const hotAfter = 10;
const longestWaitMs = 60_000;
/** With the longest wait: a place that goes on is heard about once a minute, and one that stops is forgiven in a while. */
const forgivenPerMinute = 1;
