import { parseQuote, quote, type Product, type Quote, type QuoteItem } from '../../src/core/fees/index.ts';
import type { Grounds } from '../../src/core/grounds.ts';
import type { Card, Choice } from '../../src/conversation/reply.ts';
import type { DialogTurn, Facts, Told } from '../../src/conversation/dialogs.ts';
import type { Params, Speaker } from '../../src/conversation/say.ts';
import { longestMention } from '../../src/conversation/words.ts';
import type { OffersFile } from '../../src/knowledge/schema.ts';
import { factChoice } from '../fact-choice.ts';
import type { Form, Look } from '../form.ts';
import type { Reader } from '../reading/reader.ts';

/** Products bought together, by id: `tranquillite+rc`. */
const together = '+';

/** What the desk sells, priced by the fee module. Facts: `product`, `term` (`P3M`), `times`. */
export function quoteForm(offers: OffersFile, grounds: Grounds, speaker: Speaker, reader: Reader): Form {
  return {
    id: 'quote',
    look: (known, turn) => look(known, turn, { offers, grounds, speaker }),
    read: (utterance, asking, turn, known) => read(utterance, asking, turn, known, offers, reader),
    dependents: (field) => (field === 'product' ? ['times'] : field === 'term' ? ['times'] : []),
    told: (facts, turn) => told(facts, turn, offers, speaker),
  };
}

type QuoteParts = { readonly offers: OffersFile; readonly grounds: Grounds; readonly speaker: Speaker };

function look(known: Facts, turn: DialogTurn, { offers, grounds, speaker }: QuoteParts): Look {
  const products = productsOf(known, offers);
  if (products.length === 0) return ask('product', productChoices(turn, offers, speaker), turn, speaker);
  const monthly = products.find(soldByMonths);
  if (monthly !== undefined && typeof known['term'] !== 'string')
    return ask('term', termChoices(monthly, turn, speaker), turn, speaker);
  const parsed = parseQuote({ items: products.map((product) => itemOf(product, known)), on: turn.on });
  if (parsed.kind === 'invalid') return notSold(parsed.errors[0]?.accepted, turn, offers, speaker);
  const priced = quote(parsed.value, offers, grounds);
  if (priced.kind === 'unanswerable') return notSold(priced.errors[0]?.accepted, turn, offers, speaker);
  return finished(priced, turn, offers, speaker);
}

function ask(field: 'product' | 'term', choices: readonly Choice[], turn: DialogTurn, speaker: Speaker): Look {
  const say = (key: string) => speaker.say(turn.language, `dialog:quote.${key}.${field}`, {}, turn.on);
  return { kind: 'ask', field, question: say('ask'), why: say('why'), choices };
}

/** The core names terms as the data does; a student reads months. */
function notSold(
  accepted: Parameters<Speaker['text']>[1] | undefined,
  turn: DialogTurn,
  offers: OffersFile,
  speaker: Speaker,
): Look {
  const reason = accepted?.key.split('.').at(-1) ?? 'term';
  const key = `dialog:quote.refused.${reason}`;
  const sold = offers.products.flatMap(({ terms }) => terms.flatMap(({ months }) => months ?? []));
  const terms = sold.map((months) => speaker.quantity(turn.language, 'months', months)).join(', ');
  const text = speaker.has(turn.language, key)
    ? speaker.say(turn.language, key, { ...(accepted?.with as Params | undefined), terms }, turn.on)
    : speaker.say(turn.language, 'dialog:quote.refused.term', { terms }, turn.on);
  return { kind: 'refused', fields: ['term'], text };
}

function finished(priced: Quote, turn: DialogTurn, offers: OffersFile, speaker: Speaker): Look {
  const say = (key: string, values: Params = {}) => speaker.say(turn.language, `dialog:quote.${key}`, values, turn.on);
  const money = (amount: Quote['total']) => speaker.money(turn.language, amount);
  const values = { total: money(priced.total), without: money(priced.withoutBundle), expenses: money(priced.expenses) };
  return {
    kind: 'finished',
    text: say(priced.saved > 0 ? 'total-saved' : 'total', values),
    card: quoteCard(priced, turn, offers, speaker),
    choices: [],
    outcome: priced,
    facts: priced.facts,
    verify: false,
  };
}

function quoteCard(priced: Quote, turn: DialogTurn, offers: OffersFile, speaker: Speaker): Card {
  const { language, on } = turn;
  const say = (key: string, values: Params = {}) => speaker.say(language, `dialog:quote.${key}`, values, on);
  const lines = priced.lines.map((line) => ({
    label: say('line', {
      product: nameOf(line.product, turn, offers),
      term: termName(line.term, line.to, turn, speaker),
    }),
    text: say('insurance', {
      amount: speaker.money(language, line.insurance),
      from: speaker.date(language, line.from),
      to: speaker.date(language, line.to),
    }),
  }));
  const sums = [
    { label: say('expenses'), text: speaker.money(language, priced.expenses) },
    { label: say('sum'), text: speaker.money(language, priced.total) },
    ...(priced.saved > 0 ? [{ label: say('saved'), text: speaker.money(language, priced.saved) }] : []),
  ];
  const warnings = priced.warnings.map((warning) => ({ text: speaker.text(language, warning, on), url: null }));
  return {
    kind: 'quote',
    title: say('title'),
    sections: [
      { heading: null, rows: [...lines, ...sums], items: [] },
      { heading: say('know'), rows: [], items: warnings },
    ],
  };
}

function read(
  utterance: string,
  asking: string | null,
  turn: DialogTurn,
  known: Facts,
  offers: OffersFile,
  reader: Reader,
): Facts {
  const words = reader.reading(turn).mentions['product'] ?? {};
  const named = offers.products
    .filter(({ id }) => longestMention(utterance, words[id] ?? []) !== null)
    .map(({ id }) => id);
  const before = productsOf(known, offers).map(({ id }) => id);
  const wanted = wantedOf(named, before, utterance, turn, reader);
  const product =
    wanted.length > 0
      ? offers.products
          .map(({ id }) => id)
          .filter((id) => wanted.includes(id))
          .join(together)
      : null;
  const { months, numbers } = reader.measure(utterance, turn);
  const length = months[0] ?? (asking === 'term' ? numbers[0] : undefined);
  const monthly = offers.products.find(soldByMonths);
  return {
    ...(product !== null && product !== known['product'] && { product: withMonths(product, length, monthly) }),
    ...(length !== undefined && monthly !== undefined && termFor(length, monthly)),
  };
}

/** What is bought once "with RC, too" or "without RC" is said of what was asked for before. */
function wantedOf(
  named: readonly string[],
  before: readonly string[],
  utterance: string,
  turn: DialogTurn,
  reader: Reader,
): readonly string[] {
  if (reader.hasCue(utterance, turn, 'negation')) {
    const left = before.filter((id) => !named.includes(id));
    if (named.length > 0 && left.length > 0) return left;
  }
  return named.length > 0 && reader.hasCue(utterance, turn, 'added') ? [...before, ...named] : named;
}

/** "3 months plus RC" names the medical offer by its months. */
function withMonths(product: string, months: number | undefined, monthly: Product | undefined): string {
  if (months === undefined || monthly === undefined || product.split(together).includes(monthly.id)) return product;
  return [monthly.id, product].join(together);
}

/** So many months as one term, or as several of the longest in a row. */
function termFor(months: number, product: Product): Facts {
  const whole = Math.round(months);
  const sold = product.terms.flatMap((term) => (term.months === undefined ? [] : [term.months]));
  const longest = Math.max(...sold);
  if (!sold.includes(whole) && whole > longest && whole % longest === 0)
    return { term: `P${longest}M`, times: whole / longest };
  return { term: `P${whole}M`, times: 1 };
}

function itemOf(product: Product, known: Facts): QuoteItem {
  if (!soldByMonths(product)) return { product: product.id };
  const times = typeof known['times'] === 'number' ? known['times'] : 1;
  return { product: product.id, term: String(known['term']), times };
}

function productsOf(known: Facts, offers: OffersFile): readonly OffersFile['products'][number][] {
  const ids = typeof known['product'] === 'string' ? known['product'].split(together) : [];
  return offers.products.filter(({ id }) => ids.includes(id));
}

function soldByMonths(product: Product): boolean {
  return product.terms.some(({ months }) => months !== undefined);
}

function productChoices(turn: DialogTurn, offers: OffersFile, speaker: Speaker): Choice[] {
  const single = offers.products.map(({ id }) => factChoice('product', id, nameOf(id, turn, offers)));
  const all = offers.products.map(({ id }) => id).join(together);
  return [...single, factChoice('product', all, speaker.say(turn.language, 'dialog:quote.both', {}, turn.on))];
}

function termChoices(product: Product, turn: DialogTurn, speaker: Speaker): Choice[] {
  return product.terms.flatMap(({ term, months }) =>
    months === undefined ? [] : [factChoice('term', term, speaker.quantity(turn.language, 'months', months))],
  );
}

function nameOf(id: string, turn: DialogTurn, offers: OffersFile): string {
  const name = offers.products.find((product) => product.id === id)?.name;
  return name?.[turn.language] ?? id;
}

function termName(term: string, to: Quote['lines'][number]['to'], turn: DialogTurn, speaker: Speaker): string {
  const months = monthsIn(term);
  if (months > 0) return speaker.quantity(turn.language, 'months', months);
  return speaker.say(turn.language, 'dialog:quote.until', { to: speaker.date(turn.language, to) }, turn.on);
}

function told(facts: Facts, turn: DialogTurn, offers: OffersFile, speaker: Speaker): readonly Told[] {
  const products = productsOf(facts, offers).map(({ id }) => nameOf(id, turn, offers));
  const times = typeof facts['times'] === 'number' ? facts['times'] : 1;
  const months = monthsIn(facts['term']) * times;
  return [
    ...(products.length > 0 ? [{ field: 'product', text: products.join(', ') }] : []),
    ...(months > 0 ? [{ field: 'term', text: speaker.quantity(turn.language, 'months', months) }] : []),
  ];
}

function monthsIn(term: unknown): number {
  return typeof term === 'string' ? Number(/^P(\d+)M$/.exec(term)?.[1] ?? 0) : 0;
}
