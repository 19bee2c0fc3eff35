import { academicYearEnd } from '../day.ts';
import { groupsIn, turnsOn, valueIn, type Case } from './case.ts';
import type { Circumstance, Condition } from './condition.ts';
import { isFrench } from './countries.ts';
import { thresholds } from './law.ts';
import { isRegistered } from './registered.ts';
import { known } from './situation.ts';

/** Whether what carries this condition is said in this case. */
export function holds({ when, not }: Condition, subject: Case): boolean {
  return when.every((name) => circumstances[name](subject)) && !not.some((name) => circumstances[name](subject));
}

/** Who hears a step, another way or a remark. What is not known does not hold. */
const circumstances: Readonly<Record<Circumstance, (subject: Case) => boolean>> = {
  european: (subject) => valueIn('group', subject) === 'EEA',
  'may-be-quebec': (subject) => groupsIn(subject).has('QC'),
  exchange: ({ situation }) => known(situation.exchange) === true,
  'no-exchange': ({ situation }) => known(situation.exchange) === false,
  /** A member by an agreement of its own, which the document of the time does not name: Switzerland (C-07). */
  'by-agreement': ({ situation, law }) => {
    const nationality = known(situation.nationality);
    return nationality !== undefined && law.countries.eea[nationality]?.byAgreement === true;
  },
  /** A card or an S1 of a country whose nationality one does not have, where that decides (C-09). */
  'insured-elsewhere': (subject) => subject.completions.byInsurance && turnsOn('group', 'OTHER', subject),

  'card-for-part': (subject) => valueIn('card', subject) === 'partial',
  'card-held': (subject) => ['partial', 'full'].includes(valueIn('card', subject) ?? ''),
  /** Before the academic year does, to which the official tree asks for it. */
  'card-ends-before-year': ({ situation, on }) => {
    const until = known(situation.ehicUntil);
    return until !== undefined && until < academicYearEnd(on);
  },
  /** Exactly three months: only where the other side of the edge is another row (C-13). */
  'three-months-decide': (subject) => subject.stay.atLimit && turnsOn('stay', 'short', subject),

  'at-age-limit': ({ age }) => age.atLimit,
  'age-limit-reached': ({ age }) => age.band === '28-and-over',
  /** The other side of the age limit is another row (C-04). */
  'age-decides': (subject) => turnsOn('age', subject.age.band === '28-and-over' ? '20-27' : '28-and-over', subject),
  'may-turn-twenty': ({ age }) => age.mayTurnTwenty,

  'small-job': ({ situation }) => known(situation.work) === 'minor',
  'paid-work': worksForPay,
  'work-or-training': (subject) => worksForPay(subject) || known(subject.situation.training) === true,
  'low-income': ({ situation }) => known(situation.lowIncome) === true,
  registered: ({ situation, on, law }) => isRegistered(situation, on, law) === true,
  /** Was registered and left, or let the permit run out: rights go with residence and permit. */
  returning: ({ situation }) => known(situation.returning) === true,
  /** Of a country with an agreement of its own with France: Andorra, Monaco. */
  'own-agreement': ({ situation: { nationality, insuredIn }, law }) =>
    [known(nationality), known(insuredIn)].some(
      (code) => code !== undefined && law.countries.ownAgreement.includes(code),
    ),
  /** French, but insured or born outside France: they register on the students' site since there is one (X-108). */
  'french-from-afar': (subject) => {
    const { situation, on, law } = subject;
    const nationality = known(situation.nationality);
    const onSite = on >= thresholds(law).generalSchemeStart && groupsIn(subject).has('OTHER');
    return onSite && nationality !== undefined && isFrench(nationality, law.countries);
  },
  'language-school': ({ situation }) => known(situation.school) === 'other',
  'desk-sells': ({ law }) => law.desk.offers !== null,

  /** CMU until the end of 2015, PUMa after: never the one for the other. */
  'cmu-era': ({ on, law }) => on < thresholds(law).pumaStart,
  'css-open': ({ on, law }) => on >= thresholds(law).cssStart,
  'cvec-due': ({ on, law }) => on >= thresholds(law).cvecStart,
};

function worksForPay({ situation }: Case): boolean {
  const work = known(situation.work);
  return work === 'minor' || work === 'qualifying';
}
