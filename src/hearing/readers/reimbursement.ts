import { addDays } from '../../core/day.ts';
import { daysOf } from '../calendar.ts';
import type { Candidate } from '../candidates.ts';
import { overlap, within } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import type { AmountSaid } from '../money.ts';
import { cueAfter, cueBefore, roleOf } from '../roles.ts';
import { partAround, standsAlone } from '../scene.ts';
import { ageTold, isBirthday } from './age.ts';
import { answered } from './answered.ts';
import { thingsTold, valuesTold } from './values.ts';

/** What a text tells of a visit or a stay in hospital: the fields of the reimbursement module, and `days` counted. */
export function reimbursementTold(listening: Listening): readonly Candidate[] {
  const acts = actsTold(listening);
  const inHospital = [...acts.map(({ value }) => value), listening.told['act']].some(
    (act) => act === 'hospital-day' || act === 'psychiatry-day',
  );
  const told = [
    ...acts,
    ...valuesTold(listening, ['sector', 'declaredGp', 'mutuelle']),
    ...thingsTold(listening, ['declaredGp', 'mutuelle']),
    ...ageTold(listening),
    ...chargesTold(listening),
    ...(inHospital ? stayTold(listening) : [...visitsTold(listening), ...dayTold(listening)]),
  ];
  const once = told.filter((one, at) => !told.slice(0, at).some((other) => other.field === one.field && overlap(other, one)));
  return [...once, ...answered(listening, meaningOf, once)];
}

function meaningOf(field: string, yes: boolean): unknown {
  return field === 'declaredGp' || field === 'mutuelle' ? yes : undefined;
}

/** A specialist is no GP, whatever else is said: no tariff of theirs is known. */
function actsTold(listening: Listening): readonly Candidate[] {
  const { scene } = listening;
  const declared = scene.marks.of('thing.declaredGp');
  const acts = valuesTold(listening, ['act']).filter(
    (act) => act.value !== 'specialist' && !declared.some((doctor) => within(act, doctor)),
  );
  const specialist = scene.marks.of('value.act.specialist').length > 0;
  return specialist ? acts.filter(({ value }) => value !== 'gp') : acts;
}

function chargesTold(listening: Listening): Candidate[] {
  const { scene, amounts, asked, lengths, dates } = listening;
  const own = amounts.filter((amount) => ![...lengths, ...dates].some((span) => overlap(span, amount)));
  const candidates = own.flatMap((amount): Candidate[] => {
    const cue = cueOf(listening, amount);
    const value = amount.euros.toFixed(2);
    return cue === null || amount.euros <= 0 || amount.euros >= 1_000_000
      ? []
      : [{ from: amount.from, to: amount.to, field: 'charged', value, cue }];
  });
  return candidates.length > 0 || asked !== 'charged' ? candidates : inAnotherWord(listening);

  /** "30 quid, I mean euros". */
  function inAnotherWord({ scene: { marks } }: Listening): Candidate[] {
    const [first] = own.filter(({ money }) => money === 'other');
    const corrected = marks.of('answer.correction').find(({ from }) => first !== undefined && from >= first.to);
    const euro = marks.of('money.euro').find(({ from }) => corrected !== undefined && from >= corrected.to);
    return first === undefined || euro === undefined
      ? []
      : [{ from: first.from, to: euro.to, field: 'charged', value: first.euros.toFixed(2), cue: 'asked' }];
  }

  function cueOf(heard: Listening, amount: AmountSaid): Candidate['cue'] | null {
    if (amount.money === 'other') return null;
    if (cueBefore(scene, amount, 'deny', 1) !== null) return null;
    const role = roleOf(scene, amount, ['notPrice', 'offer', 'paid'])?.role;
    if (role === 'notPrice' || role === 'offer' || isRate(amount)) return null;
    if (role === 'paid') return 'full';
    if (heard.asked === 'charged') return amount.money === 'euro' || standsAlone(scene, amount, scene.marks.of('lead')) ? 'asked' : null;
    return amount.money === 'euro' ? 'weak' : null;
  }

  function isRate({ to }: AmountSaid): boolean {
    const leads = [...scene.marks.of('per'), ...scene.marks.of('number.article')];
    return leads.some((lead) => lead.from === to && (['hour', 'week', 'month', 'year'] as const).some((unit) => scene.marks.of(`unit.${unit}`).some(({ from }) => from === lead.to)));
  }
}

/** From when to when: n days are counted with both ends, n nights have a day more. */
function stayTold(listening: Listening): Candidate[] {
  const { scene, dates, lengths, asked, bare } = listening;
  const own = dates.filter((date) => !isBirthday(listening, date) && !lengths.some((length) => overlap(length, date)));
  const first = own.find(({ edge }) => edge !== 'until') ?? null;
  const last = own.find(({ edge }) => edge === 'until') ?? null;
  const until = last === null ? undefined : daysOf(last.said, 'past', scene.on)?.first;
  const from = first === null ? undefined : daysOf(first.said, 'past', until ?? scene.on)?.first;
  const length = lengths.find(
    ({ unit, from: at, article }) => (unit === 'day' || unit === 'night' || unit === 'week') && !article && !own.some((date) => overlap(date, { from: at, to: at + 1 })) && roleOf(scene, { from: at, to: at + 1 }, ['other']) === null && !dates.some((date) => overlap(date, { from: at, to: at + 1 })),
  );
  const number = asked === 'days' && length === undefined ? bare[0] : undefined;
  const days = length === undefined ? number?.value : length.amount * (length.unit === 'week' ? 7 : 1) + (length.unit === 'night' ? 1 : 0);
  const span = length ?? number;
  const candidates: Candidate[] = [];
  if (first !== null && from !== undefined) candidates.push({ from: first.from, to: first.to, field: 'on', value: from, cue: 'full' });
  if (last !== null && until !== undefined) candidates.push({ from: last.from, to: last.to, field: 'until', value: until, cue: 'full' });
  if (span !== undefined && days !== undefined && Number.isInteger(days) && days < 1000) {
    if (from !== undefined && until === undefined)
      candidates.push({ from: span.from, to: span.to, field: 'until', value: addDays(from, Math.max(0, days - 1)), cue: 'full' });
    else if (from === undefined && until === undefined)
      candidates.push({ from: span.from, to: span.to, field: 'days', value: days, cue: length === undefined ? 'asked' : 'full' });
  }
  return candidates;
}

/** "twice", "x2", "2 visits". */
function visitsTold(listening: Listening): Candidate[] {
  return timesTold(listening).map(({ from, to, value }) => ({ from, to, field: 'visits', value, cue: 'full' }));
}

export function timesTold({ scene, numbers }: Listening): { readonly from: number; readonly to: number; readonly value: number }[] {
  const words = [2, 3, 4].flatMap((value) => scene.marks.of(`times.${value}`).map(({ from, to }) => ({ from, to, value })));
  const counted = numbers
    .filter(({ value }) => Number.isInteger(value) && value >= 1 && value <= 12)
    .filter((number) => cueBefore(scene, number, 'role.times') !== null || cueAfter(scene, number, 'role.times') !== null)
    .map(({ from, to, value }) => ({ from, to, value }));
  return [...words, ...counted];
}

/** The day of the visit: past, and not the one of something else. */
function dayTold(listening: Listening): Candidate[] {
  const { scene, dates, asked } = listening;
  const own = dates.filter((date) => {
    if (isBirthday(listening, date) || date.said.kind === 'month' || cueBefore(scene, date, 'deny', 2) !== null) return false;
    return asked === 'on' || roleOf(scene, date, ['offer', 'document']) === null;
  });
  return own.flatMap((date) => {
    const part = partAround(scene, date.from);
    const day = daysOf(date.said, 'past', scene.on)?.first;
    return day === undefined || date.edge === 'until' || day > scene.on
      ? []
      : [{ from: date.from, to: date.to, field: 'on', value: day, cue: part.from === 0 ? 'full' : 'weak' } satisfies Candidate];
  });
}
