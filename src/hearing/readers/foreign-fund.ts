import type { Candidate } from '../candidates.ts';
import type { Listening } from '../listening.ts';
import { france } from '../place-index.ts';
import { cueAfter } from '../roles.ts';
import { isEmpty } from '../scene.ts';

/** "Inscrit à la sécu espagnole", "registered with the social security in Spain": with another country's, and nothing of the French one. */
export function isOfForeignFund({ scene, places }: Listening, { field, value, from: start, to }: Candidate): boolean {
  if (field !== 'registered' || value !== true) return false;
  const joins = ['date.between', 'role.town.after'].flatMap((name) => scene.marks.of(name));
  return places.some((place) => {
    if (place.codes.includes(france)) return false;
    // 西班牙社保: what insures stands right behind its country.
    if (place.to === start) return cueAfter(scene, place, 'role.insured') !== null;
    return (
      place.from >= to &&
      place.from - to <= furthest &&
      scene.parts[place.from] === scene.parts[to - 1] &&
      isEmpty(scene, { from: to, to: place.from }, joins)
    );
  });
}

/** "Yes, with the Belgian fund": asked for the French one, a yes that goes on so answers nothing. */
export function isYesAbroad({ scene }: Listening, answer: Candidate, told: readonly Candidate[]): boolean {
  if (answer.field !== 'registered' || answer.value !== true) return false;
  return told.some(
    (one) =>
      one.field === 'insuredIn' &&
      one.value !== france &&
      one.from >= answer.to &&
      scene.sentences[one.from] === scene.sentences[answer.from] &&
      !scene.marks.of('join.on').some(({ from }) => from >= answer.to && from <= one.from),
  );
}

/** "in the", "de la". */
const furthest = 2;
