import type { PrivacyFile } from '../../knowledge/privacy-schema.ts';
import type { Shape } from './shape.ts';
import { plainWord, wordsPattern } from './words-pattern.ts';

/** The name after "my name is". What is no name ends it: "my name is wrong on the card" is a question. */
export function personNameShape(words: Pick<PrivacyFile, 'nameFollows' | 'noName' | 'nameParticles'>): Shape {
  const pattern = new RegExp(
    `((?<![\\p{L}\\p{N}])${wordsPattern(words.nameFollows)}[ \\u00a0:]{1,3})(${candidates})`,
    'giu',
  );
  const noName = new Set(words.noName.map(plainWord));
  const particles = new Set(words.nameParticles.map(plainWord));
  return {
    kind: 'name',
    replace: (text, mark) =>
      text.replaceAll(pattern, (found: string, before: string, after: string) => {
        const length = nameLength(after.split(' '), noName, particles);
        return length === 0
          ? found
          : before +
              mark +
              after
                .split(' ')
                .slice(length)
                .map((word) => ` ${word}`)
                .join('');
      }),
  };
}

/** How many of the words are the name: as long as they have capitals; without, a first and a last name. */
function nameLength(words: readonly string[], noName: ReadonlySet<string>, particles: ReadonlySet<string>): number {
  const capital = (word: string | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word);
  const capitals = capital(words[0]);
  let length = 0;
  for (const [index, word] of words.entries()) {
    const particle = particles.has(plainWord(word)) && words.slice(index + 1, index + 3).some(capital);
    if (!particle && noName.has(plainWord(word))) break;
    if (index > 0 && (capitals ? !capital(word) && !particle : index > 1)) break;
    length = index + 1;
  }
  return length;
}

/** At most five words, one space apart. */
const word = "[\\p{L}\\p{M}]{1,40}(?:['’-][\\p{L}\\p{M}]{1,40}){0,3}";
const candidates = `${word}(?: ${word}){0,4}`;
