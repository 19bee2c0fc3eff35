import { describe, expect, test } from 'vitest';
import { data } from '../scenarios/data.ts';
import { combinations, type Combination } from './combinations.ts';
import { contentOf } from '../../../src/core/eligibility/content.ts';
import { bits, plainDimensions } from '../../../src/core/eligibility/dimensions.ts';
import { coverIndex } from '../../../src/core/eligibility/cover.ts';
import { rowsMet } from '../../../src/core/eligibility/missing.ts';

/**
 * The official decision tree for students from abroad (sheet F675, X-14), read by itself and not from the table:
 * "Europeans are in temporary stay and keep their home scheme if the card is valid at least to the end of the academic year;
 * no card but an S1, or neither: register on the student site; working: PUMa; another nationality: PUMa via the site;
 * Quebecers: agreement, form from home handed to the CPAM." It is silent on stays under three months and on who is already in.
 */
type Advice = 'home-scheme' | 'register' | 'through-work' | 'quebec-agreement';

function officialAdvice(who: Combination): Advice | 'silent' {
  if (who.stay === 'short' || who.registered === 'yes') return 'silent';
  if (who.group === 'EEA') {
    if (who.work !== 'none') return 'through-work';
    if (who.card !== 'full') return 'register';
    // The sheet looks at the S1 only where there is no card: both together is open (C-10).
    return who.s1 === 'yes' ? 'silent' : 'home-scheme';
  }
  if (who.group === 'QC' && who.form === 'yes') return 'quebec-agreement';
  // The sheet says nothing of an employee from outside Europe; their employer and X-105 do.
  if (who.work === 'qualifying') return 'silent';
  return 'register';
}

const advised: Readonly<Record<string, Advice>> = {
  EHIC: 'home-scheme',
  QC: 'quebec-agreement',
  WORK: 'through-work',
  GEN: 'register',
  'GEN-RES': 'register',
  'GEN-EHICGAP': 'register',
  'GEN-S1': 'register',
  'GEN-VERIFY': 'register',
};

describe('the official decision tree, for every current situation in higher education', () => {
  const current = combinations().filter(({ era, school }) => era === 'E4' && school === 'higher-education');

  test('says the same wherever it says anything', () => {
    const spoken = current.filter((who) => officialAdvice(who) !== 'silent');
    const different = spoken.filter((who) => advised[contentFor(who).outcome] !== officialAdvice(who));
    expect(spoken.length).toBeGreaterThan(900);
    expect(different).toEqual([]);
  });

  test('where it is silent, nobody is told to register but with an S1 beside a card', () => {
    const silent = current.filter((who) => officialAdvice(who) === 'silent');
    const duties = silent.filter(
      (who) => contentFor(who).mandatory === true && who.registered === 'no' && who.work === 'none',
    );
    expect(duties.length).toBeGreaterThan(0);
    expect(duties.filter((who) => !(who.s1 === 'yes' && who.card === 'full'))).toEqual([]);
  });
});

function contentFor(who: Combination) {
  const plain = Object.fromEntries(
    plainDimensions.map((dimension) => [dimension, bits(dimension, [who[dimension]] as never)]),
  ) as Parameters<typeof rowsMet>[0]['plain'];
  const [row] = rowsMet({ plain, cover: 1 << coverIndex(who) });
  return contentOf(row?.id ?? '', data.rows);
}
