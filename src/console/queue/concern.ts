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
export function factRows(asked: Asked, { facts }: Handover, known: Known): readonly Html[] {
  const rows = Object.entries(facts)
    .filter(([field, value]) => field !== 'note' && value !== 'unknown' && value !== null)
    .map(([field, value]) => row(labelOf(asked, field, known), valueOf(asked, field, value, known)));
  const { concern, way } = noteIn(facts);
  return [
    ...(concern === null ? [] : [row(asked.t('handover:concern'), concern)]),
    ...(way === null ? [] : [row(asked.t('handover:way'), asked.t(`handover:way-of.${way}`))]),
    ...rows,
  ];
}

function row(label: string, value: string): Html {
  return html`<tr>
    <th scope="row">${label}</th>
    <td class="said">${value}</td>
  </tr>`;
}

/** What a fact is called, whichever form asks for it. */
export function labelOf({ language, t }: Asked, field: string, { speaker }: Pick<Known, 'speaker'>): string {
  const named = [`handover:fact.${field}`, `eligibility:label.${field}`].find((key) => speaker.has(language, key));
  return named === undefined ? field : t(named);
}

function valueOf(asked: Asked, field: string, value: unknown, known: Known): string {
  const { t, language } = asked;
  const { speaker } = known;
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (Array.isArray(value)) return value.map((one) => valueOf(asked, field, one, known)).join('; ');
  if (typeof value === 'number' && field === 'age') return speaker.quantity(language, 'age', value);
  if (typeof value === 'number' && /month/i.test(field)) return speaker.quantity(language, 'months', value);
  if (typeof value === 'object' && value !== null) return partsOf(asked, value, known);
  const text = String(value);
  const named = [`eligibility:value.${field}.${text}`, `handover:value.${text}`].find((key) =>
    speaker.has(language, key),
  );
  if (named !== undefined) return t(named);
  const day = parseDay(text);
  if (day !== null) return speaker.date(language, day);
  return /^[A-Z]{2}$/.test(text) ? speaker.country(language, text) : text;
}

function partsOf(asked: Asked, value: object, known: Known): string {
  const parts = Object.entries(value).map(([field, held]) => {
    return `${labelOf(asked, field, known)} ${valueOf(asked, field, held, known)}`;
  });
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
