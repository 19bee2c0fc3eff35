/** How much is let through: `burst` at once, `perSecond` in the long run. */
export type Allowance = { readonly burst: number; readonly perSecond: number };

/** Seconds to wait, 0 when let through. */
export type RateLimit = (who: string) => number;

/**
 * A token bucket for each `who`. At most `people` are remembered; the longest unseen are forgotten first, so that many
 * addresses cannot fill the memory.
 */
export function createRateLimit(rate: Allowance, { elapsedMs = monotonic, people = 50_000 } = {}): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  return (who) => {
    const now = elapsedMs();
    const known = buckets.get(who) ?? { left: rate.burst, at: now };
    const left = Math.min(rate.burst, known.left + ((now - known.at) / 1000) * rate.perSecond);
    const granted = left >= 1;
    // Set anew so that the map's order is the order of last use.
    buckets.delete(who);
    buckets.set(who, { left: granted ? left - 1 : left, at: now });
    forgetOldest(buckets, people);
    return granted ? 0 : Math.ceil((1 - left) / rate.perSecond);
  };
}

/** A clock on the wall may be set back: whoever was let through before that would wait for it to come round again. */
function monotonic(): number {
  return performance.now();
}

function forgetOldest(buckets: Map<string, unknown>, people: number): void {
  if (buckets.size <= people) return;
  const oldest = buckets.keys().next();
  if (oldest.done !== true) buckets.delete(oldest.value);
}
