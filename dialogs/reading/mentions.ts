import type { ReadingFile } from '../../src/knowledge/conversation-schema.ts';
import { spellings } from '../../src/conversation/words.ts';

/** Field values named in a text, the longest mention of a field first: "no mutuelle" says more than "mutuelle". */
export function readMentions(text: string, reading: ReadingFile, fields: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const field of fields) {
    const value = valueNamed(text, reading.mentions[field] ?? {}, reading.cues.negation);
    if (value !== null) found[field] = value;
  }
  return found;
}

function valueNamed(
  text: string,
  values: Readonly<Record<string, readonly string[]>>,
  negation: readonly string[],
): string | null {
  // A negation reaches no further than its clause: "no mutuelle, I declared my doctor".
  const heard = [...text.split(/[,.;:!?()\n]+/).map(spellings), spellings(text)];
  const named = Object.entries(values).flatMap(([value, phrases]) =>
    phrases.flatMap((phrase) => {
      const before = heard.map((clause) => textBefore(clause, phrase)).find((found) => found !== null) ?? null;
      return before === null ? [] : [{ value, length: phrase.length, negated: endsNegated(before, negation) }];
    }),
  );
  const longest = named.sort((a, b) => b.length - a.length || (a.value < b.value ? -1 : 1))[0];
  if (longest === undefined) return null;
  return longest.negated ? opposite(longest.value) : longest.value;
}

function textBefore(heard: readonly string[], phrase: string): string | null {
  for (const text of heard) {
    for (const spelling of spellings(phrase)) {
      const at = ` ${text} `.indexOf(` ${spelling} `);
      if (at >= 0) return text.slice(0, at);
    }
  }
  return null;
}

/** A negation counts when it is among the last words before the mention. */
function endsNegated(before: string, negation: readonly string[]): boolean {
  const lastWords = ` ${before.trim().split(' ').slice(-reachOfNegation).join(' ')} `;
  return negation.some((word) => spellings(word).some((spelling) => lastWords.includes(` ${spelling} `)));
}

/** A negated value other than true or false says what it is not, which is no value. */
function opposite(value: string): string | null {
  return { true: 'false', false: 'true' }[value] ?? null;
}

const reachOfNegation = 2;
