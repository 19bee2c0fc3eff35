/** The document of a fact: `S2-08` → `S2`, `X-30` → `X`. */
export function documentOf(fact: string): string {
  return fact.slice(0, fact.indexOf('-'));
}

/** The documents that facts stand in, each once, what was read elsewhere (X) last: S10-01, X-30, S2-18, X-31 → S2, S10, X. */
export function documentsOf(facts: readonly string[]): string[] {
  return [...new Set(facts.map(documentOf))].sort((a, b) => numberOf(a) - numberOf(b));
}

function numberOf(document: string): number {
  return Number(document.slice(1) || Infinity);
}
