import {
  decideEligibility,
  parseSituation,
  type Law,
  type StudentSituation,
} from '../../src/core/eligibility/index.ts';
import type { Facts } from '../../src/conversation/forms/dialogs.ts';
import type { DeskFile } from '../../src/knowledge/schema.ts';
import type { Voice } from '../../src/voice/voice.ts';
import { withCaution } from '../day-to-come.ts';
import { defineForm } from '../define-form.ts';
import { finished, type Look } from '../look.ts';
import { refused } from '../refused.ts';
import { choicesFor } from './choices.ts';
import { decided, stillOpen } from './decision.ts';
import { hangsOnStart, withoutCompared } from './end-of-stay.ts';
import { readSituation } from './read.ts';
import { toldFacts } from './told.ts';

/** Who must register, and how: the facts are the fields of the eligibility module's input. */
export const eligibility = defineForm({
  id: 'eligibility',
  needs: ['rates', 'countries', 'rows', 'guidance', 'places', 'desk'],
  look: (known, { voice, ...law }) => look(known, law, voice),
  read: readSituation,
  dependents: (field) => dependents[field] ?? [],
  // "My card ends in March" after "I have the card": for how much of the stay, its last day decides.
  replaces: (field) => (field === 'ehicUntil' ? ['ehic'] : []),
  told: (facts, { voice }) => toldFacts(facts, voice),
});

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

type Desk = Law & { readonly desk: DeskFile };

function look(known: Facts, law: Desk, voice: Voice): Look {
  const parsed = parseSituation({ on: voice.on, school: law.desk.school, ...known }, law);
  return parsed.kind === 'ok' ? lookAt(parsed.situation, known, law, voice) : refused(parsed.errors, voice);
}

function lookAt(situation: StudentSituation, known: Facts, law: Desk, voice: Voice): Look {
  const decision = decideEligibility(situation, law);
  switch (decision.kind) {
    case 'unanswerable':
      return refused(decision.errors, voice);
    case 'unsupported':
      return finished(voice.text(decision.reason), decision, { verify: true });
    case 'needs': {
      const [field] = decision.missing;
      return field === undefined ? stillOpen(decision, voice) : ask(field, known, law, voice);
    }
    case 'decided':
      if (!hangsOnStart(situation, law, decision.row))
        return withCaution(decided(decision, voice), situation.on, voice);
      return situation.stayUntil === 'unknown'
        ? lookAt(withoutCompared(situation), known, law, voice)
        : ask('stayUntil', known, law, voice);
  }
}

/** The core words the questions: its inputs are asked for on the web page and in the API as well. */
function ask(field: string, known: Facts, law: Law, voice: Voice): Look {
  const [question, why] = [voice.phrase(`eligibility:ask.${field}`), voice.phrase(`eligibility:why.${field}`)];
  return { kind: 'ask', field, question, why, choices: choicesFor(field, known, law, voice) };
}
