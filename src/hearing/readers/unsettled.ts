import type { Candidate } from '../candidates.ts';
import type { DateSaid } from '../dates.ts';
import { overlap, within, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { inside } from '../polarity.ts';
import { cueAfter } from '../roles.ts';
import { partAround } from '../scene.ts';
import { stayFields } from './asked-fields.ts';

/** What is told of the stay that is meant, and is settled. */
export function settledStay(listening: Listening, told: readonly Candidate[]): readonly Candidate[] {
  return told.filter(
    (one) =>
      !isUndecided(listening, one) &&
      !isOfEarlierTime(listening, one) &&
      !goesOn(listening, one) &&
      !isOfContract(listening, one),
  );
}

/** "Perhaps five months, it depends on the lab": what hangs on something else is not told. */
function isUndecided({ scene, asked }: Listening, one: Candidate): boolean {
  if (!stayFields.has(one.field) || one.value === 'unknown') return false;
  const hangs = scene.marks
    .of('answer.undecided')
    .some(({ from }) => scene.sentences[from] === scene.sentences[one.from] && from !== one.from);
  if (!hangs) return false;
  const may = inside(scene, 'answer.maybe', partAround(scene, one.from)).length > 0;
  return may || (one.cue !== 'full' && one.field === asked);
}

/** "In 2022 I spent six months in Lyon": a length of a year that is over is not of this stay. */
export function isOfEarlierTime({ scene, dates }: Listening, one: Candidate): boolean {
  if (one.field !== 'stayMonths' && one.field !== 'monthsInFrance' && one.field !== 'school') return false;
  const part = partAround(scene, one.from);
  return dates.some(
    (date) => date.edge === null && !overlap(date, one) && within(date, part) && isEarlierYear(date, scene.on),
  );
}

function isEarlierYear({ said }: DateSaid, on: string): boolean {
  return said.kind === 'year' && said.year < Number(on.slice(0, 4));
}

/** "A doctoral contract, three years", asked for work: so long lasts the contract. */
function isOfContract({ scene, asked }: Listening, one: Candidate): boolean {
  if (asked !== 'work' || one.field !== 'stayMonths' || one.cue !== 'weak') return false;
  const jobs = ['value.work.qualifying', 'value.work?.qualifying'].flatMap((name) => scene.marks.of(name));
  return jobs.some(({ from }) => scene.sentences[from] === scene.sentences[one.from]);
}

/** "A language course until March, then the university": the first end is none of the stay. */
function goesOn({ scene, dates, lengths }: Listening, one: Candidate): boolean {
  if (one.field !== 'stayUntil') return false;
  const then = cueAfter(scene, one, 'role.goesOn', 1);
  if (then === null) return false;
  const behind = (span: Span) => span.from >= then.to && scene.sentences[span.from] === scene.sentences[one.from];
  const leaves = scene.marks.of('role.leave.before').some(behind);
  return !leaves && (dates.some(behind) || lengths.some(behind));
}
