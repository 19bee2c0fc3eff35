import type { Candidate } from '../candidates.ts';
import type { Cue } from '../heard.ts';
import { overlap, within, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import type { AmountSaid } from '../money.ts';
import { isSpelledYear, type NumberSaid } from '../numbers.ts';
import { inside } from '../polarity.ts';
import { cueAfter, cueBefore, isBound, isDeniedBefore, roleOf, type Role } from '../roles.ts';
import { endsThere, partAround, standsAlone } from '../scene.ts';
import { handedOverTold } from './handed-over.ts';
import { paidInTheEnd } from './paid-in-the-end.ts';

/** The price of a visit: paid, charged or asked for; no rent, no refund, no price of the desk's own offer. */
export function chargesTold(listening: Listening, visited: boolean): readonly Candidate[] {
  const handed = handedOverTold(listening);
  if (handed !== null) return handed;
  const own = listening.amounts.filter((amount) => isFree(listening, amount));
  const charges = own.flatMap((amount): Candidate[] => {
    const cue = cueOf(listening, amount, visited);
    const value = amount.euros.toFixed(2);
    return cue === null ? [] : [{ from: amount.from, to: amount.to, field: 'charged', value, cue }];
  });
  const paid = paidInTheEnd(listening, own);
  if (paid !== null) return [paid];
  if (charges.length > 0) return [...charges, ...putRight(listening, charges)];
  return visited || listening.asked === 'charged' ? inAnotherWord(listening, own) : [];
}

/** "30 €, no, sorry, 36": a number behind a correction is the price instead. */
function putRight({ scene, bare }: Listening, charges: readonly Candidate[]): readonly Candidate[] {
  const last = charges.at(-1);
  const corrections = scene.marks.of('answer.correction');
  return bare.flatMap((number): Candidate[] => {
    const corrected = corrections.some(({ from, to }) => last !== undefined && from >= last.to && to === number.from);
    const isCharged = charges.some((charge) => overlap(charge, number));
    if (last === undefined || !corrected || isCharged || number.value < least || !endsThere(scene, number)) return [];
    return [{ ...last, from: number.from, to: number.to, value: number.value.toFixed(2) }];
  });
}

const most = 100_000;
/** Without a money behind it, a smaller number counts something. */
const least = 5;

function isFree({ lengths, dates, bare }: Listening, amount: AmountSaid): boolean {
  if (amount.euros >= most || [...lengths, ...dates].some((span) => overlap(span, amount))) return false;
  const counted = (number: NumberSaid) => overlap(number, amount) && !isSpelledYear(number);
  return amount.money !== null || (amount.euros >= least && bare.some(counted));
}

function cueOf(listening: Listening, amount: AmountSaid, visited: boolean): Cue | null {
  const { scene, asked, persons } = listening;
  if (amount.money === 'other' || isDeniedBefore(scene, amount, 1) || isBound(scene, amount)) return null;
  if (amount.money === null && isDay(listening, amount)) return null;
  if (amount.money === null && !endsAPrice(listening, amount) && cueAfter(scene, amount, 'role.paid') === null)
    return null;
  if (isRate(listening, amount) || isOther(listening, amount)) return null;
  const paid = roleOf(scene, amount, ['paid']);
  if (persons[amount.from] === 'other') return 'full';
  if (paid !== null && (amount.money !== null || paid.distance <= nearby || asked === 'charged')) return 'full';
  const alone = standsAlone(scene, amount, scene.marks.of('lead'));
  if (asked === 'charged') return amount.money === 'euro' || alone || amount.from === 0 ? 'asked' : null;
  // "The second sector, 38 euros": told beside what was asked.
  if (asked !== null && amount.money === 'euro' && alone) return 'weak';
  return visited && (amount.money === 'euro' || (alone && hasCents(amount))) ? 'weak' : null;
}

/** "Paid 30 yesterday". */
function endsAPrice({ scene, dates }: Listening, amount: AmountSaid): boolean {
  return endsThere(scene, amount) || dates.some(({ from }) => from === amount.to);
}

/** "I paid 30 on the 12th", "j'ai payé le 20": a whole number behind what leads to a day. */
function isDay({ scene }: Listening, amount: AmountSaid): boolean {
  const day = Number.isInteger(amount.euros) && amount.euros <= lastOfMonth;
  return day && cueBefore(scene, amount, 'date.on') !== null && cueAfter(scene, amount, 'role.paid') === null;
}

const lastOfMonth = 31;

const nearby = 3;

/** "26.50" by itself is a price, "26" may be anything. */
function hasCents({ euros }: AmountSaid): boolean {
  return !Number.isInteger(euros);
}

/** What was paid for something else: said in the same part, or nearer than any price of a visit. */
function isOther(listening: Listening, amount: AmountSaid): boolean {
  const { scene } = listening;
  const visit = roleOf(scene, amount, ['paid']);
  const paid = visit?.distance ?? Infinity;
  const alone = standsAlone(scene, amount, scene.marks.of('lead'));
  // "no mutuelle, 45 euros": what another part of a list names costs nothing.
  const other = alone && paid === Infinity ? null : nearestOther(listening, amount);
  // "the insurance at 52 €": what stands a word further off is what costs it.
  if (other !== null && other.distance <= paid + 1) return true;
  if (visit !== null && visit.distance <= beside && visit.at.from >= amount.to) return false;
  const part = partAround(scene, amount.from);
  return inside(scene, 'role.notPrice.before', part).some((at) => at.to <= amount.from && !isOfPrice(listening, at));
}

/** "31.60 for a visit": what stands right behind a price says whose it is. */
const beside = 1;

/** The "reçu" of "le reçu dit 30" is no refund. */
function isOfPrice({ scene }: Pick<Listening, 'scene'>, at: Span): boolean {
  return scene.marks.of('role.paid.before').some((paid) => within(at, paid) && paid.to - paid.from > at.to - at.from);
}

/** "25 plus 10 for the taxi": what another amount stands in between is that one's. */
function nearestOther({ scene, amounts }: Listening, amount: AmountSaid): Role | null {
  const other = roleOf(scene, amount, ['notPrice', 'offer'], (at) => isOfPrice({ scene }, at));
  if (other === null) return null;
  const between = amounts.some(({ from, to }) => from >= amount.to && to <= other.at.from);
  return between ? null : other;
}

/** "500 a month". */
function isRate({ scene }: Listening, { to }: AmountSaid): boolean {
  const leads = [...scene.marks.of('per'), ...scene.marks.of('number.article')];
  const units = (['hour', 'week', 'month', 'year'] as const).flatMap((unit) => scene.marks.of(`unit.${unit}`));
  return leads.some((lead) => lead.from === to && units.some(({ from }) => from === lead.to));
}

/** "30 quid, I mean euros". */
function inAnotherWord({ scene }: Listening, own: readonly AmountSaid[]): readonly Candidate[] {
  const first = own.find(({ money }) => money === 'other');
  if (first === undefined) return [];
  const corrected = scene.marks.of('answer.correction').find(({ from }) => from >= first.to);
  const euro = scene.marks.of('money.euro').find(({ from }) => corrected !== undefined && from >= corrected.to);
  return euro === undefined
    ? []
    : [{ from: first.from, to: euro.to, field: 'charged', value: first.euros.toFixed(2), cue: 'asked' }];
}
