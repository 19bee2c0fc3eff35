import { readFileSync } from 'node:fs';
import fc, { type Arbitrary } from 'fast-check';
import { parse } from 'yaml';

// Half characters among them, which no bundler takes.
const ingredients = JSON.parse(readFileSync('test/fuzz/inputs/ingredients.json', 'utf8')) as {
  shapes: string[];
  separators: string[];
};

const ours: readonly string[] = ['en', 'fr'].flatMap((language) => {
  const { questions } = parse(readFileSync(`knowledge/questions/open-${language}.yaml`, 'utf8')) as {
    questions: { text: string }[];
  };
  return questions.map(({ text: asked }) => asked);
});

/** Questions of our own, shapes of personal data, figures, links, markup, signs that are no letters, words that forms know. */
const piece: Arbitrary<string> = fc.oneof(
  fc.constantFrom(...ingredients.shapes),
  fc.constantFrom(...ours),
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc.string({ maxLength: 12 }),
);
const separator = fc.constantFrom(...ingredients.separators);

/** What the chat's door lets in. */
const longest = 64_000;

/** What strangers write: our own words, shapes of personal data, figures, signs, and each of them far too often. */
export const text: Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: pieces(6) },
  { weight: 3, arbitrary: pieces(60) },
  { weight: 2, arbitrary: repeated(400) },
  { weight: 1, arbitrary: repeated(8_000) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
);

/** The same, short: a name, a query, a field of a form. */
export const shortText: Arbitrary<string> = fc.oneof(
  pieces(3),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 40 }),
);

function pieces(most: number): Arbitrary<string> {
  return fc.tuple(fc.array(piece, { maxLength: most }), separator).map(([parts, between]) => parts.join(between));
}

/** One piece again and again: what makes a careless pattern take quadratic time. */
function repeated(most: number): Arbitrary<string> {
  return fc
    .tuple(fc.array(piece, { minLength: 1, maxLength: 3 }), fc.integer({ min: 2, max: most }), separator, piece)
    .map(([parts, times, between, last]) => {
      const held = `${parts.join(between)}${between}`;
      return `${held.repeat(Math.min(times, Math.ceil(longest / Math.max(held.length, 1)))).slice(0, longest)}${last}`;
    });
}
