import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The facts that the core's decisions cite, by file, read from its sources: a fact id in quotes is one that a decision hands
 * out. Comments name ids without quotes.
 */
export function decisionFacts(core: string): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync(core, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const cited = files.sort().map((name): [string, readonly string[]] => {
    const text = readFileSync(join(core, name), 'utf8');
    return [`core/${name}`, [...new Set([...text.matchAll(/'((?:S[0-4]|X)-\d\d)'/g)].map(([, fact = '']) => fact))]];
  });
  return new Map(cited.filter(([, facts]) => facts.length > 0));
}
