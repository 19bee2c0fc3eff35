import type { Lexicon, Mention } from './lexicon.ts';

/** What is in danger: a body, a house, somebody at another's hands, somebody at their own. */
export const dangerKinds = ['life', 'fire', 'violence', 'self-harm'] as const;
export type DangerKind = (typeof dangerKinds)[number];
export const dangerDegrees = ['certain', 'possible'] as const;
export type DangerDegree = (typeof dangerDegrees)[number];

/**
 * Meanings that near one another are a sign of danger: `bleed + much|stop / 6` is bleeding, with "much" or "stop" no more
 * than six words off.
 */
export type SignTable = Readonly<Record<DangerKind, Readonly<Record<DangerDegree, readonly string[]>>>>;

export type Sign = {
  readonly number: number;
  readonly written: string;
  readonly kind: DangerKind;
  readonly degree: DangerDegree;
};

/** A sign found in a text, and the mentions that make it. */
export type Hit = { readonly sign: Sign; readonly mentions: readonly Mention[]; readonly words: readonly string[] };

type Rule = { readonly sign: Sign; readonly terms: readonly (readonly number[])[]; readonly within: number };

/** Terms of a sign, as numbers of the lexicon; a word that no language has is an error of whoever wrote the table. */
export function readSign(written: string): { readonly terms: readonly (readonly string[])[]; readonly within: number } {
  const [left = '', right] = written.split('/');
  const terms = left.split('+').map((term) => term.split('|').map((name) => name.trim()));
  return { terms, within: right === undefined ? nearby : Number(right) };
}

/** Finds the signs in mentions that come in the order of their ends; each mention is looked at once. */
export function createSigns(table: SignTable, lexicon: Lexicon) {
  const rules = rulesOf(table, lexicon);
  const byConcept = new Map<number, Rule[]>();
  for (const rule of rules)
    for (const concept of new Set(rule.terms.flat())) byConcept.set(concept, [...(byConcept.get(concept) ?? []), rule]);
  const size = lexicon.concepts.length;

  return {
    signs: rules.map(({ sign }) => sign),
    hitsIn: (mentions: readonly Mention[], words: readonly string[]): readonly Hit[] => {
      if (mentions.length === 0) return [];
      // A language's words are near its own words only: "die" is no death beside "nicht".
      const last = new Array<Mention | undefined>(size * lexicon.languages.length);
      const hits: Hit[] = [];
      for (const mention of mentions) {
        last[mention.language * size + mention.concept] = mention;
        for (const rule of byConcept.get(mention.concept) ?? []) {
          const found = togetherAt(rule, mention, (concept) => last[mention.language * size + concept]);
          if (found !== null)
            hits.push({
              sign: rule.sign,
              mentions: found,
              words: found.map(({ from, to }) => words.slice(from, to).join(' ')),
            });
        }
      }
      return hits;
    },
  };
}

function rulesOf(table: SignTable, lexicon: Lexicon): readonly Rule[] {
  const rules: Rule[] = [];
  for (const kind of dangerKinds) {
    for (const degree of dangerDegrees) {
      for (const written of table[kind][degree]) {
        const { terms, within } = readSign(written);
        const sign = { number: rules.length, written, kind, degree };
        rules.push({ sign, within, terms: terms.map((names) => names.map((name) => lexicon.conceptOf(name))) });
      }
    }
  }
  return rules;
}

function togetherAt(
  { terms, within }: Rule,
  { to }: Mention,
  lastOf: (concept: number) => Mention | undefined,
): readonly Mention[] | null {
  const found: Mention[] = [];
  for (const concepts of terms) {
    let nearest: Mention | undefined;
    for (const concept of concepts) {
      const mention = lastOf(concept);
      // One word is not two meanings that meet: "killed" is no killing beside a death.
      const free = mention !== undefined && !found.some((other) => other.from < mention.to && mention.from < other.to);
      if (
        free &&
        to - mention.from <= within + (mention.to - mention.from) &&
        (nearest === undefined || mention.to > nearest.to)
      )
        nearest = mention;
    }
    if (nearest === undefined) return null;
    found.push(nearest);
  }
  return found;
}

/** Words apart that still speak of one thing. */
const nearby = 8;
