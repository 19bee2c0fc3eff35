import { parseQuote, quote } from '../../core/fees/index.ts';
import type { Grounds } from '../../core/grounds.ts';
import type { Day } from '../../core/day.ts';
import { formatAmount } from '../../core/money.ts';
import { parseReimbursement, reimburse } from '../../core/reimbursement/index.ts';
import type { Prepared } from '../../desk/prepare.ts';
import type { OffersFile } from '../../knowledge/schema.ts';

/** What a reader would be told otherwise: an answer as a whole, a quote, a reimbursement. `on` is the day it is told. */
export type RenderedDifference = {
  readonly kind: 'answer' | 'quote' | 'reimbursement';
  readonly id: string;
  readonly language: string | null;
  readonly on: Day;
  readonly before: string | null;
  readonly after: string | null;
};

/** Every answer, quote and reimbursement that differs between two states of the knowledge, on any of the days. */
export function renderedDifferences(old: Prepared, now: Prepared, days: readonly Day[]): readonly RenderedDifference[] {
  return days.flatMap((on) => {
    const before = renderedOn(old, on);
    const after = renderedOn(now, on);
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
      const [was, is] = [before.get(key) ?? null, after.get(key) ?? null];
      if (was === is) return [];
      const [kind, id, language] = JSON.parse(key) as [RenderedDifference['kind'], string, string | null];
      return [{ kind, id, language, on, before: was, after: is }];
    });
  });
}

/** Today, and each later or earlier day from which a figure has another value. */
export function daysThatMatter(old: Prepared, now: Prepared, today: Day): readonly Day[] {
  const changed = Object.keys({ ...old.knowledge.rates, ...now.knowledge.rates }).filter(
    (id) => JSON.stringify(old.knowledge.rates[id]) !== JSON.stringify(now.knowledge.rates[id]),
  );
  const days = changed.flatMap((id) =>
    [old, now].flatMap(({ knowledge }) => (knowledge.rates[id]?.values ?? []).map(({ from }) => from)),
  );
  return [...new Set([today, ...days.sort().reverse()])];
}

function renderedOn({ knowledge, speaker }: Prepared, on: Day): ReadonlyMap<string, string> {
  const rendered = new Map<string, string>();
  const put = (kind: RenderedDifference['kind'], id: string, language: string | null, text: string) =>
    rendered.set(JSON.stringify([kind, id, language]), text);
  for (const { id, title, text } of knowledge.answers.values()) {
    for (const [language, { answer }] of Object.entries(text))
      put('answer', id, language, `${title[language] ?? ''}\n\n${attempt(() => speaker.render(language, answer, on))}`);
  }
  const { grounds } = knowledge;
  for (const offers of knowledge.offers.values()) {
    for (const items of basketsOf(offers))
      put(
        'quote',
        items.map(({ product, term }) => `${product} ${term}`).join(' + '),
        null,
        quoted(items, offers, { on, grounds }),
      );
  }
  for (const act of [{ act: 'gp' }, { act: 'gp', declaredGp: false }])
    put('reimbursement', Object.values(act).join(' '), null, reimbursed(act, on, knowledge));
  return rendered;
}

/** Each term of each product alone, and each pair of two products. */
function basketsOf({ products }: OffersFile): readonly (readonly { product: string; term: string }[])[] {
  const items = products.flatMap(({ id, terms }) => terms.map(({ term }) => ({ product: id, term })));
  const pairs = items.flatMap((a, index) =>
    items.slice(index + 1).flatMap((b) => (a.product === b.product ? [] : [[a, b]])),
  );
  return [...items.map((item) => [item]), ...pairs];
}

function quoted(
  items: readonly object[],
  offers: OffersFile,
  { on, grounds }: { readonly on: Day; readonly grounds: Grounds },
): string {
  const parsed = parseQuote({ items, on });
  if (parsed.kind === 'invalid') return 'invalid';
  const result = quote(parsed.value, offers, grounds);
  if (result.kind !== 'quoted') return result.kind;
  const lines = result.lines.map(({ product, term, from, to }) => `${product} ${term}: ${from} – ${to}`);
  return [...lines, `${formatAmount(result.total)} € (${formatAmount(result.expenses)} €)`].join('\n');
}

function reimbursed(act: object, on: Day, knowledge: Prepared['knowledge']): string {
  const parsed = parseReimbursement({ ...act, on });
  if (parsed.kind === 'invalid') return 'invalid';
  const result = reimburse(parsed.value, knowledge);
  if (result.kind !== 'reimbursed') return result.kind;
  const { tariff, assuranceMaladie, student } = result;
  return [tariff, assuranceMaladie, student].map((amount) => `${formatAmount(amount)} €`).join(' · ');
}

/** A text that cannot be said on a day (a figure that is not known then) is a difference like another. */
function attempt(say: () => string): string {
  try {
    return say();
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem);
  }
}
