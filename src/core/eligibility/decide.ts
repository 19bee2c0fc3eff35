import type { Decision, Reason, Refusal, Text } from '../decision.ts';
import { documentsOf as documentsCited } from '../documents.ts';
import { addOnsOf } from './add-ons.ts';
import { caseOf, type Case } from './case.ts';
import { completionsOf } from './completions.ts';
import type { Mandatory } from './content.ts';
import { contradictionsOf } from './contradictions.ts';
import { refusals } from './exclusions.ts';
import { feeOf, type Fee } from './fee.ts';
import { documentsOf, itemsOf, openPointsOf, type Documents, type Item } from './guidance.ts';
import type { Law } from './law.ts';
import { headlineOf } from './headline.ts';
import { relevantFields, rowsMet, rowsNear } from './missing.ts';
import { changesOf, nearlyOf, type Change, type Nearly } from './nearly.ts';
import { possibleOf, settlingOf, type Possible } from './possible.ts';
import { reasonsOf } from './reasons.ts';
import { conflictsOf, flagsOf, notComputedOf, remarksOf, type Conflict, type NotComputed } from './remarks.ts';
import { known, situationSchema, type StudentSituation, type SituationField } from './situation.ts';
import type { RowId } from './table.ts';

/** The fields of the JSON API's answer; texts are keys of the namespace `eligibility`. */
export type Eligibility = {
  readonly row: RowId;
  readonly outcome: string;
  readonly mandatory: Mandatory;
  readonly fee: Fee | null;
  /** The answer in one sentence. */
  readonly headline: Text;
  readonly because: readonly Reason[];
  readonly documents: readonly Documents[];
  readonly steps: readonly Item[];
  readonly alternatives: readonly Item[];
  readonly addOns: readonly string[];
  /** Ids of conflicts or facts. */
  readonly flags: readonly string[];
  /** Somebody must be asked: `open` says what and whom. */
  readonly verify: boolean;
  readonly open: readonly Item[];
  readonly nearly: readonly Nearly[];
  readonly changes: readonly Change[];
  readonly contradictions: readonly Text[];
  readonly conflicts: readonly Conflict[];
  readonly notComputed: readonly NotComputed[];
  /** The documents of `sources.yaml` that the cited facts stand in. */
  readonly sources: readonly string[];
};

export type EligibilityDecision =
  | Exclude<Decision<Eligibility, SituationField, Possible>, { kind: 'needs' }>
  | (Extract<Decision<Eligibility, SituationField, Possible>, { kind: 'needs' }> & {
      /** What an unknown answer could be settled by, for the unknown fields that still matter. */
      readonly settling: readonly Text[];
    });

/**
 * How a student is insured in France on a day, since September 2010. Decided only when one row of the table is left;
 * otherwise what to ask next and what is still possible.
 */
export function decideEligibility(
  situation: StudentSituation,
  law: Law,
): EligibilityDecision | { readonly kind: 'unanswerable'; readonly errors: readonly Refusal[] } {
  const errors = refusals(situation, law);
  if (errors.length > 0) return { kind: 'unanswerable', errors };
  const on = known(situation.on);
  if (on === undefined)
    return { kind: 'needs', missing: ['on'], unknown: unknownsOf(situation), possible: [], settling: [] };
  const completions = completionsOf(situation, on, law);
  if (completions === null) return { kind: 'unsupported', reason: { key: 'eligibility:unsupported.french' } };
  const near = rowsNear(completions);
  const rows = rowsMet(completions, near);
  const [row, ...others] = rows;
  if (row !== undefined && others.length === 0) {
    const decided = explain(caseOf({ situation, on, law, completions, near, row }));
    if (known(situation.schoolAbroad) === true && registersAsStudent(decided))
      return { kind: 'unsupported', reason: { key: 'eligibility:unsupported.school-abroad' } };
    return { kind: 'decided', ...decided };
  }
  const open = relevantFields(completions, rows);
  return {
    kind: 'needs',
    missing: open.filter((field) => situation[field] !== 'unknown'),
    unknown: unknownsOf(situation),
    possible: possibleOf(rows, on, law),
    settling: settlingOf(open.filter((field) => situation[field] === 'unknown')),
  };
}

function explain(subject: Case): Eligibility {
  const { row, content, on, law } = subject;
  const remarks = remarksOf(subject);
  const flags = flagsOf(remarks);
  const open = openPointsOf(remarks, law);
  const changes = changesOf(subject);
  const because = reasonsOf(subject);
  const documents = documentsOf(content.papers, subject);
  const steps = itemsOf('steps', content.steps, subject);
  const alternatives = itemsOf('alternatives', content.alternatives, subject);
  const items = [...documents.flatMap((stage) => stage.items), ...steps, ...alternatives, ...open];
  return {
    row: row.id,
    outcome: content.outcome,
    mandatory: content.mandatory,
    fee: feeOf(content.fee, on, law),
    headline: headlineOf(subject),
    because,
    documents,
    steps,
    alternatives,
    addOns: addOnsOf(subject),
    flags,
    verify: open.length > 0,
    open,
    nearly: nearlyOf(changes),
    changes,
    contradictions: contradictionsOf(subject),
    conflicts: conflictsOf(subject, flags),
    notComputed: notComputedOf(subject),
    sources: documentsCited([...because.map(({ fact }) => fact), ...items.flatMap(({ cites }) => cites)]),
  };
}

/** On the students' site, which asks for the enrolment at a school in France (X-163). */
function registersAsStudent({ steps }: Eligibility): boolean {
  return steps.some(({ id }) => id === registerOnline);
}

const registerOnline = 'register-online';

function unknownsOf(situation: StudentSituation): readonly SituationField[] {
  return fields.filter((field) => situation[field] === 'unknown');
}

const fields = Object.keys(situationSchema.shape) as SituationField[];
