import snowball from 'snowball-stemmers';
import { AppError } from '../errors.ts';

export type Stem = (word: string) => string;

/** The library's stemmer of that name; null keeps words as they are. */
export function createStemmer(name: string | null): Stem {
  if (name === null) return (word) => word;
  if (!snowball.algorithms().includes(name)) {
    throw new AppError('knowledge/invalid-file', `No stemmer "${name}": one of ${snowball.algorithms().join(', ')}`);
  }
  const stemmer = snowball.newStemmer(name);
  return (word) => stemmer.stem(word);
}
