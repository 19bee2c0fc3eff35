import { decideEligibility, parseSituation, type Law, type Possible } from '../../../src/core/eligibility/index.ts';
import type { DialogTurn, Facts } from '../../../src/conversation/dialogs.ts';
import type { Card } from '../../../src/conversation/reply.ts';
import type { Speaker } from '../../../src/conversation/say.ts';
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

/** Only unknowns are left: the safest to follow; on the card what can come out, the safest first, and what would settle it. */
function stillOpen(decision: Open, turn: DialogTurn, speaker: Speaker): Look {
  const [safest] = decision.possible;
  const outcome = safest === undefined ? '' : rowText(safest, turn, speaker);
  const text = speaker.say(turn.language, 'dialog:eligibility.still-open', { outcome }, turn.on);
  return { ...finishedWith(text, decision), card: openCard(decision, turn, speaker) };
}

type Open = {
  readonly possible: readonly Possible[];
  readonly settling: readonly Parameters<Speaker['text']>[1][];
};

function openCard(decision: Open, turn: DialogTurn, speaker: Speaker): Card {
  const say = (key: string) => speaker.say(turn.language, `dialog:eligibility.${key}`, {}, turn.on);
  const section = (key: string, lines: readonly string[]) => ({
    heading: say(key),
    rows: [],
    items: lines.map((text) => ({ text, url: null })),
  });
  const outcomes = section(
    'possible',
    decision.possible.map((row) => rowText(row, turn, speaker)),
  );
  const settling = section(
    'settled-by',
    decision.settling.map((text) => speaker.text(turn.language, text, turn.on)),
  );
  return {
    kind: 'decision',
    title: say('title'),
    sections: [outcomes, settling].filter(({ items }) => items.length > 0),
  };
}

function rowText({ row }: Possible, turn: DialogTurn, speaker: Speaker): string {
  return speaker.say(turn.language, `eligibility:row.${row}`, {}, turn.on);
}

function finishedWith(text: string, outcome: unknown) {
  return { kind: 'finished' as const, text, card: null, choices: [], outcome, facts: [], verify: true };
}
