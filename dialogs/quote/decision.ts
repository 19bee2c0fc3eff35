import type { Cents } from '../../src/core/money.ts';
import type { Quote } from '../../src/core/fees/index.ts';
import type { Card } from '../../src/conversation/reply.ts';
import type { OffersFile } from '../../src/knowledge/schema.ts';
import type { Voice } from '../../src/voice/voice.ts';
import { finished, type Look } from '../look.ts';
import { monthsIn, nameOf } from './products.ts';

export function quoted(priced: Quote, offers: OffersFile, voice: Voice): Look {
  const text = voice.say(priced.saved > 0 ? 'total-saved' : 'total', {
    total: voice.money(priced.total),
    without: voice.money(priced.withoutBundle),
    expenses: voice.money(priced.expenses),
  });
  return finished(text, priced, { card: quoteCard(priced, offers, voice), facts: priced.facts });
}

function quoteCard(priced: Quote, offers: OffersFile, voice: Voice): Card {
  const lines = priced.lines.map((line) => ({
    label: voice.say('line', {
      product: nameOf(line.product, voice.language, offers),
      term: termName(line, voice),
    }),
    amount: voice.money(line.insurance),
    text: voice.say('insurance', {
      amount: voice.money(line.insurance),
      from: voice.date(line.from),
      to: voice.date(line.to),
    }),
  }));
  const sum = (key: string, cents: Cents) => ({
    label: voice.say(key),
    text: voice.money(cents),
    amount: voice.money(cents),
  });
  const sums = [
    sum('expenses', priced.expenses),
    { ...sum('sum', priced.total), total: true as const },
    ...(priced.saved > 0 ? [sum('saved', priced.saved)] : []),
  ];
  const warnings = priced.warnings.map((warning) => ({ text: voice.text(warning), url: null }));
  const [open, read] = warnings.length > mostOpen ? [warnings.slice(-1), warnings.slice(0, -1)] : [warnings, []];
  return {
    kind: 'quote',
    title: voice.say('title'),
    sections: [
      { heading: null, rows: [...lines, ...sums], items: [] },
      // The last says how binding the price is: it is never folded.
      ...(open.length > 0 ? [{ heading: read.length > 0 ? null : voice.say('know'), rows: [], items: open }] : []),
      ...(read.length > 0 ? [{ heading: voice.say('know'), rows: [], items: read, folded: true as const }] : []),
    ],
  };
}

function termName({ term, to }: Quote['lines'][number], voice: Voice): string {
  const months = monthsIn(term);
  return months > 0 ? voice.quantity('months', months) : voice.say('until', { to: voice.date(to) });
}

/** What is read beside a bill without being opened. */
const mostOpen = 2;
