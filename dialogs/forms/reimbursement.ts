import { addDays, type Day } from '../../src/core/day.ts';
import { cents, type Cents } from '../../src/core/money.ts';
import { parseReimbursement, reimburse, type Reimbursement, type Tariffs } from '../../src/core/reimbursement/index.ts';
import type { DialogTurn, Facts, Told } from '../../src/conversation/dialogs.ts';
import type { Card, Choice } from '../../src/conversation/reply.ts';
import type { Params, Speaker } from '../../src/conversation/say.ts';
import { factChoice, unknownChoice, yesNoChoices } from '../fact-choice.ts';
import type { Form, Look } from '../form.ts';
import { refused } from '../refused.ts';
import type { Reader } from '../reading/reader.ts';

const acts = ['gp', 'hospital-day', 'psychiatry-day'] as const;
const mentioned = ['act', 'declaredGp', 'mutuelle', 'sector'] as const;
const yesOrNo = ['declaredGp', 'mutuelle'];

/** What comes back from a visit or a stay. Facts: `act`, `on`, `days`, `declaredGp`, `mutuelle`, `charged`, `sector`, `age`. */
export function reimbursementForm(tariffs: Tariffs, speaker: Speaker, reader: Reader): Form {
  return {
    id: 'reimbursement',
    look: (known, turn) => look(known, turn, tariffs, speaker),
    read: (utterance, asking, turn) => read(utterance, asking, turn, reader),
    dependents: (field) => (field === 'act' ? ['days', 'declaredGp', 'mutuelle', 'charged'] : []),
    told: (facts, turn) => told(facts, turn, speaker),
  };
}

function look(known: Facts, turn: DialogTurn, tariffs: Tariffs, speaker: Speaker): Look {
  const next = nextField(known);
  if (next !== null) return ask(next, turn, speaker);
  const on = (known['on'] as Day | undefined) ?? turn.on;
  const days = known['days'];
  const told = ['act', 'declaredGp', 'mutuelle', 'charged', 'sector', 'age'].filter(
    (field) => field in known && known[field] !== 'unknown',
  );
  const request = {
    ...Object.fromEntries(told.map((field) => [field, known[field]])),
    on,
    ...(typeof days === 'number' && { until: addDays(on, days) }),
  };
  const parsed = parseReimbursement(request);
  if (parsed.kind === 'invalid') return refused(parsed.errors, turn, speaker, { until: 'days' });
  const result = reimburse(parsed.value, tariffs);
  return result.kind === 'unanswerable'
    ? refused(result.errors, turn, speaker, { until: 'days' })
    : finished(result, turn, speaker);
}

/** A visit depends on the declared doctor, the mutuelle and the price; a stay on its length alone. */
function nextField(known: Facts): string | null {
  if (known['act'] === undefined || known['act'] === 'unknown') return 'act';
  if (known['act'] !== 'gp') return typeof known['days'] === 'number' ? null : 'days';
  return ['declaredGp', 'mutuelle', 'charged'].find((field) => known[field] === undefined) ?? null;
}

function ask(field: string, turn: DialogTurn, speaker: Speaker): Look {
  const say = (key: string) => speaker.say(turn.language, `dialog:reimbursement.${key}`, {}, turn.on);
  return {
    kind: 'ask',
    field,
    question: say(`ask.${field}`),
    why: say(`why.${field}`),
    choices: choicesFor(field, turn, speaker),
  };
}

function choicesFor(field: string, turn: DialogTurn, speaker: Speaker): Choice[] {
  const option = (name: string) => speaker.say(turn.language, `dialog:reimbursement.option.${name}`, {}, turn.on);
  if (field === 'act') return acts.map((act) => factChoice('act', act, option(act)));
  if (field === 'charged') return [factChoice('charged', 'unknown', option('usual'))];
  return yesOrNo.includes(field) ? yesNoChoices(field, speaker, turn) : [unknownChoice(field, speaker, turn)].slice(1);
}

function finished(result: Reimbursement, turn: DialogTurn, speaker: Speaker): Look {
  const say = (key: string, params: Params = {}) =>
    speaker.say(turn.language, `dialog:reimbursement.${key}`, params, turn.on);
  const money = (amount: Cents) => speaker.money(turn.language, amount);
  const refunded = result.rate !== null;
  return {
    kind: 'finished',
    text: say(!refunded ? 'daily-fee' : result.beyondTariff > 0 ? 'refunded-beyond' : 'refunded', {
      refund: money(result.assuranceMaladie),
      student: money(result.student),
      beyond: money(result.beyondTariff),
      total: money(cents(result.student + result.beyondTariff)),
    }),
    card: cardOf(result, turn, speaker),
    choices: [],
    outcome: result,
    facts: result.facts,
    verify: false,
  };
}

function cardOf(result: Reimbursement, turn: DialogTurn, speaker: Speaker): Card {
  const say = (key: string) => speaker.say(turn.language, `dialog:reimbursement.${key}`, {}, turn.on);
  const row = (key: string, amount: Cents | null) => ({
    label: say(`row.${key}`),
    text: amount === null ? say('row.contract') : speaker.money(turn.language, amount),
  });
  const text = (value: Parameters<Speaker['text']>[1]) => ({
    text: speaker.text(turn.language, value, turn.on),
    url: null,
  });
  const beyond = result.beyondTariff > 0 ? [row('beyond', result.beyondTariff)] : [];
  const shares =
    result.rate === null ? [] : [row('refund', result.assuranceMaladie), row('contribution', result.fixedContribution)];
  return {
    kind: 'quote',
    title: say('title'),
    sections: [
      {
        heading: null,
        rows: [
          row('tariff', result.tariff),
          ...shares,
          row('mutuelle', result.mutuelle),
          row('student', result.student),
          ...beyond,
        ],
        items: [],
      },
      { heading: say('how'), rows: [], items: [result.formula, ...result.notes].map(text) },
    ],
  };
}

function read(utterance: string, asking: string | null, turn: DialogTurn, reader: Reader): Facts {
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

function told(facts: Facts, turn: DialogTurn, speaker: Speaker): readonly Told[] {
  const texts = Object.entries(facts).flatMap(([field, value]) => {
    const text = value === 'unknown' ? null : toldText(field, value, turn, speaker);
    return text === null ? [] : [{ field, text }];
  });
  return texts.sort((a, b) => toldOrder.indexOf(a.field) - toldOrder.indexOf(b.field));
}

const toldOrder: readonly string[] = ['act', 'on', 'days', 'declaredGp', 'mutuelle', 'charged', 'sector', 'age'];

function toldText(field: string, value: unknown, turn: DialogTurn, speaker: Speaker): string | null {
  const { language, on } = turn;
  const say = (key: string, params: Params = {}) =>
    speaker.say(language, `dialog:reimbursement.told.${key}`, params, on);
  switch (field) {
    case 'act':
      return speaker.say(language, `dialog:reimbursement.option.${String(value)}`, {}, on);
    case 'on':
      return speaker.date(language, value as Day);
    case 'days':
      return say('days', { count: Number(value) });
    case 'age':
      return speaker.quantity(language, 'years', Number(value));
    case 'charged':
      return say('charged', { amount: speaker.money(language, centsOf(String(value))) });
    case 'sector':
      return say('sector', { sector: String(value) });
    case 'declaredGp':
    case 'mutuelle':
      return say(`${field}.${value === true ? 'yes' : 'no'}`);
    default:
      return null;
  }
}

function centsOf(amount: string): Cents {
  return cents(Math.round(Number(amount) * 100));
}
