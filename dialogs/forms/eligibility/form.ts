import { decideEligibility, parseSituation, type Law, type Possible } from '../../../src/core/eligibility/index.ts';
import type { DialogTurn, Facts } from '../../../src/conversation/dialogs.ts';
import type { Params, Speaker } from '../../../src/conversation/say.ts';
import type { DeskFile } from '../../../src/knowledge/schema.ts';
import type { Form, Look } from '../../form.ts';
import { refused } from '../../refused.ts';
import type { Reader } from '../../reading/reader.ts';
import { choicesFor } from './choices.ts';
import { decisionText, decisionCard, factsCited } from './decision.ts';
import { readSituation } from './read.ts';
import { toldFacts } from './told.ts';

export type EligibilityParts = {
  readonly law: Law;
  readonly desk: Pick<DeskFile, 'school'>;
  readonly speaker: Speaker;
  readonly reader: Reader;
};

/** Who must register, and how: the facts are the fields of the eligibility module's input. */
export function eligibilityForm(parts: EligibilityParts): Form {
  return {
    id: 'eligibility',
    look: (known, turn) => look(known, turn, parts),
    read: (utterance, asking, turn) => readSituation(utterance, asking, turn, parts.reader),
    dependents: (field) => dependents[field] ?? [],
    told: (facts, turn) => toldFacts(facts, turn, parts.speaker),
  };
}

/** A card, an S1 and the Quebec form belong to a nationality; two ways to tell one thing replace each other. */
const dependents: Readonly<Record<string, readonly string[]>> = {
  nationality: ['insuredIn', 'ehic', 'ehicUntil', 's1', 'quebecForm'],
  insuredIn: ['ehic', 'ehicUntil', 's1', 'quebecForm'],
  stayMonths: ['stayFrom', 'stayUntil'],
  stayUntil: ['stayMonths'],
  age: ['birthDate'],
  birthDate: ['age'],
  ehic: ['ehicUntil'],
  ehicUntil: ['ehic'],
};

function look(known: Facts, turn: DialogTurn, parts: EligibilityParts): Look {
  const parsed = parseSituation({ on: turn.on, school: parts.desk.school, ...known }, parts.law);
  if (parsed.kind !== 'ok') return refused(parsed.errors, turn, parts.speaker);
  const decision = decideEligibility(parsed.situation, parts.law);
  switch (decision.kind) {
    case 'unanswerable':
      return refused(decision.errors, turn, parts.speaker);
    case 'unsupported':
      return finishedWith(parts.speaker.text(turn.language, decision.reason, turn.on), decision);
    case 'needs': {
      const [field] = decision.missing;
      return field === undefined ? stillOpen(decision, turn, parts.speaker) : ask(field, known, turn, parts);
    }
    case 'decided':
      return {
        kind: 'finished',
        text: decisionText(decision, turn, parts.speaker),
        card: decisionCard(decision, turn, parts.speaker),
        choices: [],
        outcome: decision,
        facts: factsCited(decision),
        verify: decision.verify,
      };
  }
}

function ask(field: string, known: Facts, turn: DialogTurn, { law, speaker }: EligibilityParts): Look {
  const say = (key: string) => speaker.say(turn.language, `eligibility:${key}.${field}`, {}, turn.on);
  return {
    kind: 'ask',
    field,
    question: say('ask'),
    why: say('why'),
    choices: choicesFor(field, known, law, turn, speaker),
  };
}

/** Only unknowns are left: what can come out, the safest first, and what would settle it. */
function stillOpen(
  decision: { readonly possible: readonly Possible[]; readonly settling: readonly Parameters<Speaker['text']>[1][] },
  turn: DialogTurn,
  speaker: Speaker,
): Look {
  const say = (key: string, params: Params = {}) =>
    speaker.say(turn.language, `dialog:eligibility.${key}`, params, turn.on);
  const outcomes = decision.possible.map(
    ({ row }) => `- ${speaker.say(turn.language, `eligibility:row.${row}`, {}, turn.on)}`,
  );
  const settling = decision.settling.map((text) => `- ${speaker.text(turn.language, text, turn.on)}`);
  const parts = [
    say('still-open'),
    outcomes.join('\n'),
    ...(settling.length > 0 ? [say('settled-by'), settling.join('\n')] : []),
  ];
  return { ...finishedWith(parts.join('\n\n'), decision), verify: true };
}

function finishedWith(text: string, outcome: unknown) {
  return { kind: 'finished' as const, text, card: null, choices: [], outcome, facts: [], verify: true };
}
