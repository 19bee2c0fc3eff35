/** The document of a fact: `S2-08` → `S2`, `X-30` → `X`. */
export function documentOf(fact: string): string {
  return fact.split('-')[0] ?? fact;
}

/** The documents that facts stand in, each once: S2-18, X-30, S10-01, X-31 → S2, S10, X. */
export function documentsOf(facts: readonly string[]): string[] {
  return [...new Set(facts.map(documentOf))].sort(byNumber);
}

/** S2 before S10, and what was read elsewhere (X) last. */
function byNumber(a: string, b: string): number {
  const [one, other] = [a, b].map((id) => Number(id.slice(1) || Infinity)) as [number, number];
  return one === other ? 0 : one - other;
}
