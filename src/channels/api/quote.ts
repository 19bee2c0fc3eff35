import { z } from 'zod';
import { parseQuote, quote, quoteSchema, type Quote } from '../../core/fees/index.ts';
import { formatAmount } from '../../core/money.ts';
import { documentsOf } from '../../core/documents.ts';
import type { Knowledge, OffersFile } from '../../knowledge/schema.ts';
import type { Answered, Asking, Endpoint, Say } from './endpoint.ts';
import { day, dayToCome, documents, flags, money, text } from './json.ts';

const response = z.strictObject({
  lines: z.array(
    z.strictObject({
      product: z.string(),
      term: z.string(),
      insurance: money,
      expenses: money,
      from: day,
      to: day,
    }),
  ),
  expenses: money,
  total: money,
  withoutBundle: money,
  warnings: z.array(text),
  flags,
  sources: documents,
});

export function quoteEndpoint(knowledge: Knowledge): Endpoint {
  return {
    name: 'quote',
    request: quoteSchema,
    response,
    example: exampleOf(offersOf(knowledge)),
    filledIn: ['on'],
    answer: (input, asking) => answer(input, asking, knowledge),
  };
}

/** The offers of a desk by name; without a name this deployment's, or the only ones there are. */
export function offersOf({ offers, desk }: Knowledge, name?: string): OffersFile | undefined {
  return name === undefined ? (offers.get(desk.offers ?? '') ?? [...offers.values()][0]) : offers.get(name);
}

/** One of everything on the price list, its longest term once. */
function exampleOf(offers?: OffersFile): object {
  const items = (offers?.products ?? []).map(({ id, terms }) => {
    const longest = terms.toSorted((a, b) => (a.months ?? 0) - (b.months ?? 0)).at(-1);
    return longest?.months === undefined ? { product: id } : { product: id, term: longest.term, times: 1 };
  });
  return { ...(offers !== undefined && { desk: offers.desk }), items, on: '2026-11-22' };
}

function answer(input: unknown, { sayOn, today }: Asking, knowledge: Knowledge): Answered {
  const parsed = parseQuote(input);
  if (parsed.kind === 'invalid') return parsed;
  const { desk, on } = parsed.value;
  const offers = offersOf(knowledge, desk);
  if (offers === undefined) {
    const values = [...knowledge.offers.keys()].join(', ');
    return {
      kind: 'unanswerable',
      errors: [{ path: 'desk', accepted: { key: 'api:accepted.one-of', with: { values } } }],
    };
  }
  const result = quote(parsed.value, offers, knowledge.grounds);
  if (result.kind !== 'quoted') return result;
  const [say, body] = [sayOn(on), inJson(result, sayOn(on))];
  return { kind: 'answered', body: on > today ? withCaution(body, say) : body };
}

/** For a day after today: the price list may change. */
function withCaution(body: z.infer<typeof response>, say: Say): z.infer<typeof response> {
  const caution = say({ key: 'api:caution.day-to-come' });
  return { ...body, flags: [...body.flags, dayToCome], warnings: [...body.warnings, caution] };
}

function inJson(quoted: Quote, say: Say): z.infer<typeof response> {
  return {
    lines: quoted.lines.map((line) => ({
      ...line,
      insurance: formatAmount(line.insurance),
      expenses: formatAmount(line.expenses),
    })),
    expenses: formatAmount(quoted.expenses),
    total: formatAmount(quoted.total),
    withoutBundle: formatAmount(quoted.withoutBundle),
    warnings: quoted.warnings.map(say),
    flags: [...quoted.flags],
    sources: documentsOf(quoted.facts),
  };
}
