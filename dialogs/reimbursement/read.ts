import type { Facts } from '../../src/conversation/dialogs.ts';
import type { Hearing } from '../define-form.ts';
import { yesOrNo } from './choices.ts';

const mentioned = ['act', 'declaredGp', 'mutuelle', 'sector'] as const;

export function readVisit(utterance: string, asking: string | null, { turn, reader }: Hearing): Facts {
  const { sector, act, ...mentions } = reader.mentions(utterance, turn, mentioned);
  const measures = reader.measure(utterance, turn);
  const amount = measures.amounts[0] ?? (asking === 'charged' ? measures.numbers[0]?.toFixed(2) : undefined);
  const past = measures.days.find((date) => date <= turn.on);
  const days = lengthOfStay(measures.months, asking === 'days' ? measures.numbers[0] : undefined);
  const answer = asking !== null && yesOrNo.includes(asking) ? reader.yesOrNo(utterance, turn) : null;
  return {
    ...(act !== undefined && { act }),
    ...(sector !== undefined && { sector }),
    ...Object.fromEntries(Object.entries(mentions).map(([field, value]) => [field, value === 'true'])),
    ...(amount !== undefined && { charged: amount }),
    ...(past !== undefined && { on: past }),
    ...(days !== null && (asking === 'days' || act === 'hospital-day' || act === 'psychiatry-day') && { days }),
    ...(measures.ages[0] !== undefined && { age: Math.floor(measures.ages[0]) }),
    ...(asking !== null && answer !== null && { [asking]: answer }),
  };
}

/** Nights between arriving and leaving: the recognisers give lengths in months. */
function lengthOfStay(months: readonly number[], bare: number | undefined): number | null {
  const days = months[0] === undefined ? bare : Math.round((months[0] * 365.25) / 12);
  return days !== undefined && Number.isInteger(days) && days >= 0 && days < 1000 ? days : null;
}
