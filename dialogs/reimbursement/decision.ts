import type { Text } from '../../src/core/decision.ts';
import { cents, type Cents } from '../../src/core/money.ts';
import type { Reimbursement } from '../../src/core/reimbursement/index.ts';
import type { Card } from '../../src/conversation/reply.ts';
import type { Voice } from '../../src/voice/voice.ts';
import { finished, type Look } from '../look.ts';

export function repaid(result: Reimbursement, voice: Voice): Look {
  const refunded = result.rate !== null;
  const text = voice.say(!refunded ? 'daily-fee' : result.beyondTariff > 0 ? 'refunded-beyond' : 'refunded', {
    refund: voice.money(result.assuranceMaladie),
    student: voice.money(result.student),
    beyond: voice.money(result.beyondTariff),
    total: voice.money(cents(result.student + result.beyondTariff)),
  });
  return finished(text, result, { card: cardOf(result, voice), facts: result.facts });
}

function cardOf(result: Reimbursement, voice: Voice): Card {
  const row = (key: string, amount: Cents | null) => {
    const label = voice.say(`row.${key}`);
    if (amount === null) return { label, text: voice.say('row.contract') };
    return { label, text: voice.money(amount), amount: voice.money(amount) };
  };
  const beyond = result.beyondTariff > 0 ? [row('beyond', result.beyondTariff)] : [];
  const shares =
    result.rate === null ? [] : [row('refund', result.assuranceMaladie), row('contribution', result.fixedContribution)];
  const rows = [
    row('tariff', result.tariff),
    ...shares,
    row('mutuelle', result.mutuelle),
    { ...row('student', result.student), total: true as const },
    ...beyond,
  ];
  const how = [result.formula, ...result.notes].map((text: Text) => ({ text: voice.text(text), url: null }));
  return {
    kind: 'quote',
    title: voice.say('title'),
    sections: [
      { heading: null, rows, items: [] },
      { heading: voice.say('how'), rows: [], items: how },
    ],
  };
}
