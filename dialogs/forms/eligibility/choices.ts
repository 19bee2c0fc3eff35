import type { DialogTurn } from '../../../src/conversation/dialogs.ts';
import type { Choice } from '../../../src/conversation/reply.ts';
import type { Speaker } from '../../../src/conversation/say.ts';
import { factChoice, unknownChoice, yesNoChoices } from '../../fact-choice.ts';

/** The values of a field that are offered; a field that is not here is typed. */
const values: Readonly<Record<string, readonly string[]>> = {
  school: ['higher-education', 'other'],
  ehic: ['full', 'partial', 'none'],
  work: ['none', 'minor', 'qualifying'],
  insuredIn: ['CA-QC', 'CA'],
};

const yesOrNo: ReadonlySet<string> = new Set([
  'registered',
  'quebecForm',
  's1',
  'frenchGovernmentScholarship',
  'lowIncome',
  'inStudentScheme2017',
]);

export function choicesFor(field: string, turn: DialogTurn, speaker: Speaker): Choice[] {
  if (yesOrNo.has(field)) return yesNoChoices(field, speaker, turn);
  const named = (values[field] ?? []).map((value) =>
    factChoice(field, value, speaker.say(turn.language, `eligibility:value.${field}.${value}`, {}, turn.on)),
  );
  return [...named, unknownChoice(field, speaker, turn)];
}

/** What a bare yes or no means for a field that has other values. */
export function fromYesOrNo(field: string, yes: boolean): Readonly<Record<string, unknown>> {
  if (yesOrNo.has(field)) return { [field]: yes };
  const meant = { ehic: ['full', 'none'], work: ['minor', 'none'], insuredIn: ['CA-QC', 'CA'] }[field];
  return meant === undefined ? {} : { [field]: yes ? meant[0] : meant[1] };
}
