import type { Candidate } from '../candidates.ts';
import type { Listening } from '../listening.ts';
import { saidElsewhere } from './values.ts';

/**
 * What a yes, a no or a "not sure" says of the field that was asked.
 * @param meaning what yes and no mean for the field; null where they mean nothing ("how long do you stay?": "no")
 */
export function answered(
  listening: Listening,
  meaning: (field: string, yes: boolean) => unknown,
  told: readonly Candidate[],
): readonly Candidate[] {
  const { asked, answers } = listening;
  if (asked === null) return [];
  const own = told.filter(({ field, person }) => field === asked && person !== 'other');
  if (answers.some(({ value }) => value === 'unknown')) return own.length > 0 ? [] : unknown(listening, asked);
  const [first] = answers;
  if (first === undefined || typeof first.value !== 'boolean') return [];
  const votes = answers.filter(({ value }) => typeof value === 'boolean');
  const agreed = votes.every(({ value }) => value === first.value) ? first : corrected(listening, votes);
  if (agreed === null || (agreed.value === true && saidElsewhere(listening, asked))) return [];
  const value = meaning(asked, agreed.value === true);
  return value === undefined
    ? []
    : [{ from: agreed.from, to: agreed.to, field: asked, value, cue: 'asked', person: 'student' }];
}

/** "No, sorry, yes": what was said last. Without a correction, yes and no are no answer. */
function corrected({ scene }: Listening, votes: Listening['answers']): Listening['answers'][number] | null {
  const last = votes.at(-1);
  const correction = scene.marks.of('answer.correction').at(-1);
  return last !== undefined && correction !== undefined && correction.from <= last.from ? last : null;
}

/** Said behind something else that is told, "I don't know" is about something else. */
const longestAside = 8;

function unknown({ answers, scene }: Listening, asked: string): Candidate[] {
  const answer = answers.find(({ value }) => value === 'unknown');
  if (answer === undefined) return [];
  const first = scene.tokens.slice(0, answer.from).filter(({ kind }) => kind === 'word').length;
  return first > longestAside
    ? []
    : [{ from: answer.from, to: answer.to, field: asked, value: 'unknown', cue: 'asked', person: 'student' }];
}
