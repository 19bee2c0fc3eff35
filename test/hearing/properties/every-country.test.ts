import { describe, expect, test } from 'vitest';
import { comparedForm } from '../../../src/hearing/compared-form.ts';
import { hear, knowledge } from '../ears.ts';
import { capitalsIn, demonymsOf, languages, namesOf, ways, world, type Country } from './ways.ts';

type Words = (language: string, country: Country) => readonly string[];

// The library misspells the people of the Northern Mariana Islands in French.
const codes = new Set(knowledge.countries.codes.filter((code) => code !== 'MP'));
const countries = world.filter(({ cca2 }) => codes.has(cca2));

/**
 * A country's first word in all frames, its other genders and numbers alone and in two.
 * @returns what is read as another country than the one said, and how many of all are read right
 */
function misread(language: string, words: Words, frames: readonly string[]) {
  const wrong: string[] = [];
  let [right, all] = [0, 0];
  for (const country of countries) {
    for (const [at, name] of words(language, country).entries()) {
      for (const frame of at === 0 ? frames : [0, at, at + 3].map((one) => frames[one % frames.length] ?? '{}')) {
        const text = frame.replace('{}', name);
        const value = hear(text, { language, asked: 'nationality' }).facts.find(
          ({ field }) => field === 'nationality',
        )?.value;
        all += 1;
        if (value === country.cca2) right += 1;
        else if (value !== undefined && !sharesName(language, name, value))
          wrong.push(`${text}: ${JSON.stringify(value)}, not ${country.cca2}`);
      }
    }
  }
  return { wrong, right: right / all };
}

/** Territories have the demonym of their country: "French" is France's; and four countries are Guinea something. */
function sharesName(language: string, name: string, code: unknown): boolean {
  const other = world.find(({ cca2 }) => cca2 === code);
  return other !== undefined && namesIn(language, other).has(comparedForm(name));
}

const known = new Map<string, ReadonlySet<string>>();

function namesIn(language: string, country: Country): ReadonlySet<string> {
  const key = `${language} ${country.cca2}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const all = [namesOf, demonymsOf, capitalsIn].flatMap((words) => words(language, country));
  const names = new Set([...all, ...country.capital].map(comparedForm));
  known.set(key, names);
  return names;
}

describe.each(languages)('Every country, alone and in frames, %s', (language) => {
  const { names, peoples, capitals } = ways[language] ?? { names: [], peoples: [], capitals: [] };

  test.each<[string, Words, readonly string[]]>([
    ['name', namesOf, names],
    ['people', demonymsOf, peoples],
    ['capital', capitalsIn, capitals],
  ])('by its %s is read right or asked', (_name, words, frames) => {
    if (frames.length === 0) return;
    const { wrong, right } = misread(language, words, frames);
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThan(0.95);
  });
});
