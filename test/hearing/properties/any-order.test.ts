import fc from 'fast-check';
import { expect, test } from 'vitest';
import { told } from '../ears.ts';
import { languages, ways } from './ways.ts';

test.each(languages)('In any order, and over any turns, the same is told, %s', (language) => {
  const facts = ways[language]?.told ?? {};
  const texts = Object.keys(facts);
  const expected = Object.assign({}, ...Object.values(facts)) as Record<string, unknown>;
  fc.assert(
    fc.property(
      fc.shuffledSubarray(texts, { minLength: texts.length }),
      fc.array(fc.boolean(), { minLength: texts.length, maxLength: texts.length }),
      (order, ends) => {
        const turns: string[] = [];
        order.forEach((text, at) => {
          if (at === 0 || ends[at] === true) turns.push(text);
          else turns.push(`${turns.pop() ?? ''}. ${text}`);
        });
        const heard = Object.assign({}, ...turns.map((text) => told(text, { language }))) as Record<string, unknown>;
        expect(heard).toEqual(expected);
      },
    ),
    { seed: 17, numRuns: 100 },
  );
});
