import type { Heard, Hearing } from '../hearing/index.ts';
import type { Accepted, FactLine } from './facts-file.ts';
import { byGroup } from './metrics.ts';

export type FactMark = 'right' | 'missed' | 'wrong';
export type ScoredLine = {
  readonly id: string;
  readonly verdict: FactMark;
  readonly heard: Readonly<Record<string, unknown>>;
};
type Counts = { right: number; missed: number; wrong: number };

export type FactScores = Readonly<Counts> & {
  readonly byKind: Readonly<Record<string, Readonly<Counts>>>;
  readonly byLanguage: Readonly<Record<string, Readonly<Counts>>>;
  readonly lines: readonly ScoredLine[];
};

/** Right: every fact of the line, and no other. Missed: a fact not heard, nothing wrong. Wrong: another field, another value. */
export function scoreFacts(lines: readonly FactLine[], hearing: Hearing): FactScores {
  const scored = lines.map((line) => ({ line, ...scoreLine(line, hearing) }));
  return {
    ...count(scored),
    byKind: byGroup(scored, ({ line }) => line.kind, count),
    byLanguage: byGroup(scored, ({ line }) => line.lang, count),
    lines: scored.map(({ line, verdict, heard }) => ({ id: line.id, verdict, heard })),
  };
}

/** Counted by the form itself: contracts.md knows the two days only. */
const ofTheForm = 'days';
/** Told by the way, and never asked: to leave it out is no miss, to take it where a line says nothing of it is not wrong. */
const byTheWay: Readonly<Record<string, unknown>> = { school: 'higher-education', exchange: true, training: true };

function scoreLine(line: FactLine, hearing: Hearing): { verdict: FactMark; heard: Record<string, unknown> } {
  const { facts } = hearing.hear(line.text, { language: line.lang, form: line.form, asked: line.asked, on: line.on });
  const heard = studentsOwn(facts);
  return { verdict: markOf(line, heard), heard };
}

function studentsOwn(facts: readonly Heard[]): Record<string, unknown> {
  return Object.fromEntries(facts.filter((fact) => fact.for === 'student').map(({ field, value }) => [field, value]));
}

function markOf(line: FactLine, heard: Readonly<Record<string, unknown>>): FactMark {
  const wrong = Object.entries(heard).some(([field, value]) => isWrong(line, field, value));
  if (wrong) return 'wrong';
  const missed = Object.entries(line.facts).some(([field, value]) => !(field in heard) && byTheWay[field] !== value);
  return missed ? 'missed' : 'right';
}

function isWrong({ facts, not, accept }: FactLine, field: string, value: unknown): boolean {
  if (not.includes(field)) return true;
  if (field === ofTheForm && !(field in facts)) return false;
  if (!(field in facts) && !(field in accept) && byTheWay[field] === value) return false;
  const same = field in facts && plain(facts[field]) === plain(value);
  const accepted = accept[field];
  return !same && !(accepted !== undefined && isAccepted(accepted, value));
}

function isAccepted(accepted: Accepted, value: unknown): boolean {
  if (Array.isArray(accepted)) return accepted.some((one) => plain(one) === plain(value));
  if ('min' in accepted) return typeof value === 'number' && value >= accepted.min && value <= accepted.max;
  return typeof value === 'string' && value >= accepted.from && value <= accepted.to;
}

/** Items in any order, once unless more is said. */
function plain(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  const items = value.map((item: object) => JSON.stringify(Object.entries({ times: 1, ...item }).sort()));
  return items.sort().join();
}

function count(scored: readonly { readonly verdict: FactMark }[]): Counts {
  const counts = { right: 0, missed: 0, wrong: 0 };
  for (const { verdict } of scored) counts[verdict] += 1;
  return counts;
}
