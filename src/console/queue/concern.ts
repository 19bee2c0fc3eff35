import { parseDay } from '../../core/day.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import type { Handover } from '../../ports/queue.ts';
import type { Speaker } from '../../voice/speaker.ts';
import { html, type Html } from '../../web/html.ts';
import type { Asked } from '../page.ts';
import { titleOf } from '../title-of.ts';

type Known = { readonly knowledge: Knowledge; readonly speaker: Speaker };

/** What a hand-over is about, in a line: what the student said of it, else what was asked before it, else why it was made. */
export function titleOfConcern(asked: Asked, { facts, asked: before, reason }: Handover, { knowledge }: Known): string {
  const told = concernIn(facts);
  const topic = titleOf(asked, knowledge, before?.intent ?? null);
  const said = told ?? before?.question ?? null;
  if (said === null) return topic ?? asked.t(`queue.reason.${reason}`);
  const line = said.replaceAll(/\s+/g, ' ').trim();
  return line.length <= mostOfTitle ? line : `${line.slice(0, mostOfTitle - 1).trimEnd()}…`;
}

/** What the student told, fact by fact, in the colleague's words. */
export function factRows(asked: Asked, { facts }: Handover, { speaker }: Known): readonly Html[] {
  const { concern, way } = noteIn(facts);
  return [
    ...(concern === null ? [] : [row(asked.t('handover:concern'), concern)]),
    ...(way === null ? [] : [row(asked.t('handover:way'), asked.t(`handover:way-of.${way}`))]),
    ...toldIn(facts).map(([field, value]) =>
      row(labelOf(speaker, asked.language, field) ?? field, valueOf(speaker, asked.language, field, value)),
    ),
  ];
}

/** All of it in a line, as the language says it: "nationality: Brazil, stay: 10 months"; null where nothing was told. */
export function factsInWords(speaker: Speaker, language: string, facts: Handover['facts']): string | null {
  const told = toldIn(facts).flatMap(([field, value]) => {
    const label = labelOf(speaker, language, field);
    return label === null || neverRepeated.has(field) ? [] : [`${label}: ${valueOf(speaker, language, field, value)}`];
  });
  return told.length === 0 ? null : told.join(', ');
}

/** One of them; null where it was not told. */
export function factInWords(speaker: Speaker, language: string, field: string, value: unknown): string | null {
  return isTold(value) ? valueOf(speaker, language, field, value) : null;
}

function toldIn(facts: Handover['facts']): readonly (readonly [string, unknown])[] {
  return Object.entries(facts).filter(([field, value]) => field !== 'note' && isTold(value));
}

function isTold(value: unknown): boolean {
  return value !== 'unknown' && value !== null && value !== undefined;
}

function row(label: string, value: string): Html {
  return html`<tr>
    <th scope="row">${label}</th>
    <td class="said">${value}</td>
  </tr>`;
}

/** What a fact is called, whichever form asks for it; null where it has no name. */
export function labelOf(speaker: Speaker, language: string, field: string): string | null {
  const named = [`handover:fact.${field}`, `eligibility:label.${field}`].find((key) => speaker.has(language, key));
  return named === undefined ? null : speaker.say(language, named);
}

function valueOf(speaker: Speaker, language: string, field: string, value: unknown): string {
  if (typeof value === 'boolean') return speaker.say(language, `eligibility:value.${value ? 'yes' : 'no'}`);
  if (Array.isArray(value)) return value.map((one) => valueOf(speaker, language, field, one)).join('; ');
  if (typeof value === 'number' && field === 'age') return speaker.quantity(language, 'age', value);
  if (typeof value === 'number' && /month/i.test(field)) return speaker.quantity(language, 'months', value);
  if (typeof value === 'object' && value !== null) return partsOf(speaker, language, value);
  const text = String(value);
  const keys = [
    `eligibility:value.${field}.${text}`,
    // A citizen of Canada is of no region; who is insured there is.
    ...(field === 'insuredIn' ? [`dialog:eligibility.region.${text}`] : []),
    `handover:value.${text}`,
  ];
  const named = keys.find((key) => speaker.has(language, key));
  if (named !== undefined) return speaker.say(language, named);
  const day = parseDay(text);
  if (day !== null) return speaker.date(language, day);
  return /^[A-Z]{2}$/.test(text) ? speaker.country(language, text) : text;
}

function partsOf(speaker: Speaker, language: string, value: object): string {
  const parts = Object.entries(value).map(
    ([field, held]) => `${labelOf(speaker, language, field) ?? field} ${valueOf(speaker, language, field, held)}`,
  );
  return parts.join(', ');
}

function concernIn(facts: Handover['facts']): string | null {
  const { concern } = noteIn(facts);
  return concern?.trim() === '' ? null : concern;
}

function noteIn(facts: Handover['facts']): { readonly concern: string | null; readonly way: 'here' | 'desk' | null } {
  const note = facts['note'] as { readonly concern?: unknown; readonly way?: unknown } | null | undefined;
  const way = note?.way === 'here' || note?.way === 'desk' ? note.way : null;
  return { concern: typeof note?.concern === 'string' ? note.concern : null, way };
}

const mostOfTitle = 90;
/** Kept as a fact that a form asked for, and never as text. */
const neverRepeated: ReadonlySet<string> = new Set(['birthDate']);
