import type { Candidate } from '../candidates.ts';
import type { Listening } from '../listening.ts';
import { isEmpty } from '../scene.ts';
import { valuesTold } from './values.ts';

/** A letter belongs into a mail: this much of a message travels with a hand-over. */
const longestConcern = 600;

/** What a person should know (`concern`) and how the student goes on (`way`); a no or a "skip" leaves it out. */
export function handoverTold(listening: Listening): readonly Candidate[] {
  const { scene, asked, answers, told } = listening;
  const whole = { from: 0, to: scene.tokens.length };
  if (asked === null || whole.to === 0 || !/\p{L}{2}/u.test(scene.text)) return [];
  const skipped = [...scene.marks.of('answer.skip'), ...answers.filter(({ value }) => value !== true)];
  if (isEmpty(scene, whole, skipped))
    return [{ ...whole, field: asked, value: 'unknown', cue: 'asked', person: 'student' }];
  const concern = (text: string): Candidate => ({
    ...whole,
    field: 'concern',
    value: text.trim().slice(0, longestConcern),
    cue: 'asked',
    person: 'student',
  });
  if (asked === 'concern') return isEmpty(scene, whole, answers) ? [] : [concern(scene.text)];
  const ways = valuesTold(listening, ['way']);
  if (ways.length > 0) return ways;
  // Anything else is something more to tell.
  const before = typeof told['concern'] === 'string' && told['concern'] !== 'unknown' ? [told['concern']] : [];
  return [
    concern([...before, scene.text].join('\n')),
    { ...whole, field: 'way', value: 'unknown', cue: 'asked', person: 'student' },
  ];
}
