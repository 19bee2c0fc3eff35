import type { Rate, Valued } from '../../core/dated.ts';
import { parseDay, type Day } from '../../core/day.ts';
import { valueOn } from '../../core/rates.ts';
import {
  oneOf,
  unknownName,
  type Interpolation,
  type NotAccepted,
  type ReadInterpolation,
  type Saying,
} from './interpolation.ts';

const forms = ['bare', 'from', 'until'] as const;
type Form = (typeof forms)[number] | 'value';

/**
 * `rate ID [on DAY] [bare|from|until]`: the value in force, its number alone, its first or its last day. A day without a
 * value is said to have none: never the nearest value.
 */
export const rateInterpolation: ReadInterpolation = (words, { rates }) => {
  const [id = '', ...rest] = words;
  const rate = rates[id];
  if (rate === undefined) {
    const names = Object.keys(rates);
    return unknownName('rate', id, names, `a rate, ${oneOf(names, id)}`);
  }
  const asked = readRest(rest, rate);
  if ('accepted' in asked) return asked;
  return {
    say: (saying) => sayRate(rate, asked.form, asked.day ?? saying.on, saying),
    facts: (on) => factsOfValue(valueOn(rate, asked.day ?? on)),
  } satisfies Interpolation;
};

function readRest(rest: readonly string[], rate: Rate): { form: Form; day: Day | null } | NotAccepted {
  let form: Form = 'value';
  let day: Day | null = null;
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at];
    const known = forms.find((name) => name === word);
    if (known !== undefined) form = known;
    else if (word === 'on') {
      at += 1;
      day = parseDay(rest[at] ?? '');
      if (day === null) return { accepted: 'a calendar day after "on", e.g. on 2021-10-10' };
      const valued = valueOn(rate, day);
      if (valued.kind === 'before-first') return { accepted: `a day from ${valued.first} on for the rate ${rate.id}` };
    } else return { accepted: `after rate ${rate.id}: on DAY, ${forms.join(', ')}` };
  }
  return { form, day };
}

function sayRate(rate: Rate, form: Form, day: Day, { formats, say }: Saying): string {
  const valued = valueOn(rate, day);
  switch (valued.kind) {
    case 'before-first':
      return say('before-first', { day: formats.date(valued.first) });
    case 'abolished':
    case 'unknown':
      return say(valued.kind, { day: formats.date(valued.since) });
    case 'known':
      if (form === 'from') return formats.date(valued.from);
      if (form === 'until') return valued.until === null ? say('still-holds') : formats.date(valued.until);
      return form === 'bare' ? formats.bare(rate.unit, valued.value) : formats.value(rate.unit, valued.value);
  }
}

function factsOfValue(valued: Valued): readonly string[] {
  return valued.kind === 'before-first' ? [] : valued.facts;
}
