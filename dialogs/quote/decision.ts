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
    text: voice.say('insurance', {
      amount: voice.money(line.insurance),
      from: voice.date(line.from),
      to: voice.date(line.to),
    }),
  }));
  const sums = [
    { label: voice.say('expenses'), text: voice.money(priced.expenses) },
    { label: voice.say('sum'), text: voice.money(priced.total) },
    ...(priced.saved > 0 ? [{ label: voice.say('saved'), text: voice.money(priced.saved) }] : []),
  ];
  const warnings = priced.warnings.map((warning) => ({ text: voice.text(warning), url: null }));
  return {
    kind: 'quote',
    title: voice.say('title'),
    sections: [
      { heading: null, rows: [...lines, ...sums], items: [] },
      { heading: voice.say('know'), rows: [], items: warnings },
    ],
  };
}

function termName({ term, to }: Quote['lines'][number], voice: Voice): string {
  const months = monthsIn(term);
  return months > 0 ? voice.quantity('months', months) : voice.say('until', { to: voice.date(to) });
}
