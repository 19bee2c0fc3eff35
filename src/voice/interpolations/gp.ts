import { parseDay, type Day } from '../../core/day.ts';
import { numberOf } from '../../core/figures.ts';
import type { Cents } from '../../core/money.ts';
import { rateNamed, valueOn } from '../../core/rates.ts';
import { reimburse, type Reimbursement } from '../../core/reimbursement/index.ts';
import type { Content } from '../content.ts';
import { oneOf, type NotAccepted, type ReadInterpolation } from './interpolation.ts';

/** Null where the amount depends on a contract. */
const parts: Readonly<Record<string, (visit: Reimbursement) => Cents | null>> = {
  tariff: ({ tariff }) => tariff,
  refund: ({ assuranceMaladie }) => assuranceMaladie,
  mutuelle: ({ mutuelle }) => mutuelle,
  left: ({ student }) => student,
  contribution: ({ fixedContribution }) => fixedContribution,
};

type Visit = { readonly day: Day | null; readonly declaredGp: boolean; readonly minor: boolean };

/** `gp tariff|refund|mutuelle|left|contribution [on DAY] [undeclared] [minor]`: one visit to a GP in Secteur 1. */
export const gpInterpolation: ReadInterpolation = ([part = '', ...rest], content) => {
  const amount = Object.hasOwn(parts, part) ? parts[part] : undefined;
  if (amount === undefined) return { accepted: `after gp, ${oneOf(Object.keys(parts))}` };
  const visit = visitOf(rest);
  if ('accepted' in visit) return visit;
  const reimbursedOn = (on: Day) => {
    const { declaredGp, minor, day } = visit;
    const age = minor ? { age: oldestMinor(content, day ?? on) } : {};
    const result = reimburse({ act: 'gp', on: day ?? on, declaredGp, ...age }, content);
    return result.kind === 'reimbursed' ? result : null;
  };
  return {
    say: ({ on, formats, say }) => {
      const reimbursed = reimbursedOn(on);
      if (reimbursed === null) return say('no-figure');
      const cents = amount(reimbursed);
      return cents === null ? say('by-contract') : formats.money(cents);
    },
    facts: (on) => reimbursedOn(on)?.facts ?? [],
  };
};

function visitOf(words: readonly string[]): Visit | NotAccepted {
  let visit: Visit = { day: null, declaredGp: true, minor: false };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === 'undeclared') visit = { ...visit, declaredGp: false };
    else if (word === 'minor') visit = { ...visit, minor: true };
    else if (word === 'on') {
      at += 1;
      const day = parseDay(words[at] ?? '');
      if (day === null) return { accepted: 'a calendar day after "on", e.g. on 2021-10-10' };
      visit = { ...visit, day };
    } else return { accepted: 'on DAY, undeclared or minor at the end of gp' };
  }
  return visit;
}

/** Years of the oldest student who pays no fixed contribution. */
function oldestMinor({ rates }: Content, on: Day): number {
  const age = valueOn(rateNamed(rates, 'fixed-contribution-age'), on);
  return age.kind === 'known' ? numberOf(age.value) - 1 : 0;
}
