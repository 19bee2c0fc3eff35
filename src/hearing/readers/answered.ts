import type { Answer } from '../answers.ts';
import type { Candidate } from '../candidates.ts';
import { within, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { isEmpty, partAround, type Scene } from '../scene.ts';
import { cardFields, stayFields } from './asked-fields.ts';
import { personAt } from '../whose.ts';
import { isMeant } from './answer-meant.ts';
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
  const { asked, scene } = listening;
  if (asked === null) return [];
  const own = readingsOf(listening, asked, told);
  const said = listening.answers.filter(
    (answer) =>
      // "Je travaille pas" is no "no" to another question.
      !told.some((one) => one.field !== asked && (within(answer, one) || within(one, answer))) &&
      // Registered at a university: the yes was to that.
      !(answer.value === true && saidElsewhere(listening, asked)),
  );
  const answers = said.filter((answer) => isMeant(listening, answer, asked) && !takesBack(listening, answer, told));
  const votes = answers.filter(({ value }) => typeof value === 'boolean');
  const [first] = votes;
  const unsure = answers.some((answer) => answer.value === 'unknown' && (votes.length === 0 || isWhole(scene, answer)));
  if (unsure) return own.length > 0 ? [] : unknown(listening, asked);
  if (first === undefined) return [];
  const agreed = votes.every(({ value }) => value === first.value) ? first : corrected(listening, votes);
  if (agreed === null || said.some((other) => !answers.includes(other) && contradicts(scene, other, agreed))) return [];
  const value = meaning(asked, agreed.value === true);
  // "No, not there, in Portugal": the no was to what the question supposed.
  const more = typeof value === 'string' && own.some((one) => one.value !== value && one.cue !== 'weak');
  return value === undefined || more
    ? []
    : [{ from: agreed.from, to: agreed.to, field: asked, value, cue: 'asked', person: 'student' }];
}

/** "No wait, the card is good until 2030", asked something else: the no is to what was told before. "No, and the card …" is an answer. */
function takesBack({ scene, told: before, asked }: Listening, answer: Answer, told: readonly Candidate[]): boolean {
  if (answer.value !== false) return false;
  const again = told.filter((one) => one.field !== asked && one.person !== 'other' && isToldAnew(one, before));
  const joins = [...scene.marks.of('join.on'), ...scene.marks.of('join.turn')];
  return again.some(
    ({ from }) =>
      from >= answer.to &&
      scene.sentences[from] === scene.sentences[answer.from] &&
      !joins.some((join) => join.from >= answer.to && isEmpty(scene, { from: answer.to, to: join.from })),
  );
}

/** Of the stay and of the card there are several ways to tell one thing. */
function isToldAnew({ field, value }: Candidate, before: Listening['told']): boolean {
  if (field in before) return before[field] !== value;
  const alike = [stayFields, cardFields].find((fields) => fields.has(field));
  return alike !== undefined && [...alike].some((other) => other !== null && other in before);
}

/** What is told of the field that was asked: "maybe two months, maybe five" tells nothing of it. */
function readingsOf({ scene, persons }: Listening, asked: string, told: readonly Candidate[]): readonly Candidate[] {
  const own = told.filter((one) => one.field === asked && (one.person ?? personAt(persons, one)) === 'student');
  return scene.marks.of('answer.maybe').length > 1 ? own.filter(({ cue }) => cue === 'full') : own;
}

/** "Yes but I do not have the number": neither a yes nor a no. */
function contradicts({ sentences }: Scene, other: Answer, agreed: Answer): boolean {
  return other.value === !agreed.value && sentences[other.from] === sentences[agreed.from];
}

/** "not for the moment, maybe in spring" is not unsure of now. */
function isWhole(scene: Scene, answer: Span): boolean {
  const { to } = partAround(scene, answer.from);
  return isEmpty(scene, { from: answer.to, to }, [...scene.marks.of('answer.yes'), ...scene.marks.of('answer.no')]);
}

/** "No, sorry, yes": what was said last. Without a correction, yes and no are no answer. */
function corrected({ scene }: Listening, votes: Listening['answers']): Listening['answers'][number] | null {
  const last = votes.at(-1);
  const correction = scene.marks.of('answer.correction').at(-1);
  return last !== undefined && correction !== undefined && correction.from <= last.from ? last : null;
}

/** Said behind something else that is told of oneself, "I don't know" is about something else. */
const longestAside = 8;

function unknown({ answers, scene, persons }: Listening, asked: string): Candidate[] {
  const answer = answers.find(({ value }) => value === 'unknown');
  if (answer === undefined) return [];
  const own = scene.tokens.filter(({ kind }, at) => kind === 'word' && persons[at] === 'student' && at < answer.from);
  const first = own.length;
  return first > longestAside
    ? []
    : [{ from: answer.from, to: answer.to, field: asked, value: 'unknown', cue: 'asked', person: 'student' }];
}
