import { z } from 'zod';
import { deadline, deadlineKinds, deadlineSchema, parseDeadline, type Deadline } from '../../core/deadlines/index.ts';
import type { Day } from '../../core/day.ts';
import { documentsOf } from '../../core/documents.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import type { Answered, Endpoint, Entry } from './endpoint.ts';
import { day, documents, flags, text } from './json.ts';
import { offersOf } from './quote.ts';

/** One of `date` (null: nothing falls due) and `between`. */
const response = z.strictObject({
  about: z.enum(deadlineKinds),
  date: day.nullable().optional(),
  between: z.tuple([day, day]).optional(),
  rule: text,
  flags,
  sources: documents,
});

export function deadlineEndpoint(knowledge: Knowledge): Endpoint {
  return {
    name: 'deadline',
    request: deadlineSchema,
    response,
    example: { about: 'final-number', from: '2026-11-22' },
    filledIn: [],
    answer: (input, { sayOn, today }): Answered => {
      const parsed = parseDeadline(input);
      if (parsed.kind === 'invalid') return parsed;
      const result = deadline(parsed.value, { ...knowledge, offers: offersOf(knowledge) ?? null });
      if (result.kind === 'unanswerable') return result;
      const from = parsed.value.from ?? parsed.value.ehicUntil ?? today;
      const rule = sayOn(from)(result.rule);
      return { kind: 'answered', body: inJson(result, rule), entry: entryOf(result, rule, from) };
    },
  };
}

function inJson({ about, when, flags: raised, facts }: Deadline, rule: string): z.infer<typeof response> {
  const found =
    when.kind === 'between'
      ? { between: [when.earliest, when.latest] as [string, string] }
      : { date: when.kind === 'day' ? when.day : null };
  return { about, ...found, rule, flags: [...raised], sources: documentsOf(facts) };
}

/** Null where there is nothing to enter. The same question gives the same id, so that a calendar replaces its entry. */
function entryOf({ about, when }: Deadline, rule: string, from: Day): Entry | null {
  if (when.kind === 'never') return null;
  const days = when.kind === 'day' ? { from: when.day, to: when.day } : { from: when.earliest, to: when.latest };
  return { id: `${about}-${from}`, summary: { key: `api:event.${about}` }, description: rule, ...days };
}
