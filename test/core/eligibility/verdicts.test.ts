import { describe, expect, test } from 'vitest';
import { decideEligibility } from '../../../src/core/eligibility/index.ts';
import { decided, ids, law, student, type Told } from './law.ts';
import { people } from './people.ts';

const today = '2026-11-22';

function verdict(told: Told) {
  const { row, headline, flags, verify } = decided(student(told));
  return [row, headline.key.replace('eligibility:', ''), flags, verify] as const;
}

const language = { nationality: 'JP', school: 'other', on: today };
const briton = { nationality: 'GB', stayMonths: 2, on: today };
const moroccan = { nationality: 'MA', insuredIn: 'ES', on: today };

describe('no verdict is surer than its flags', () => {
  test.each<readonly [string, Told, string, string, readonly string[], boolean]>([
    ['registered, and stayed', { ...people.D20, on: today }, 'D20', 'row.D20', [], false],
    [
      'registered, left and back',
      { ...people.D20, returning: true, on: today },
      'D20',
      'headline.returning',
      ['X-104'],
      true,
    ],
    ['not back from anywhere', { ...people.D20, returning: false, on: today }, 'D20', 'row.D20', [], false],
    [
      'three months to the day',
      { ...people.D29, stayMonths: 3, on: today },
      'D29',
      'headline.three-months-register',
      ['C-13'],
      true,
    ],
    ['a day more', { ...people.D29, stayMonths: 3.1, on: today }, 'D29', 'row.D29', [], false],
    [
      'three months of a Briton',
      { ...people.D30, stayMonths: 3, on: today },
      'D30',
      'headline.three-months-register',
      ['C-13'],
      true,
    ],
    [
      'three months of a Briton with a card',
      { ...people.D31, stayMonths: 3, on: today },
      'D31',
      'headline.three-months-register',
      ['C-41', 'C-13'],
      true,
    ],
    [
      'three months of a European without a card',
      { ...people.D25, stayMonths: 3, on: today },
      'D25',
      'headline.three-months-european',
      ['C-13'],
      true,
    ],
    [
      'three months of a European with an S1',
      { ...people.D23, stayMonths: 3, on: today },
      'D23',
      'headline.three-months-european',
      ['C-13'],
      true,
    ],
    [
      'three months where a card ends before',
      { ...people.D24, stayMonths: 3, on: today },
      'D24',
      'headline.three-months-european',
      ['C-08', 'C-13'],
      true,
    ],
    [
      'three months in the student scheme',
      { ...people.D18, stayMonths: 3 },
      'D18',
      'headline.three-months-student-scheme',
      ['C-13'],
      true,
    ],
    [
      'three months at eighteen',
      { ...people.D17, stayMonths: 3 },
      'D17',
      'headline.three-months-student-scheme',
      ['C-13'],
      true,
    ],
    ['three months with a full card', { ...people.D22, stayMonths: 3, on: today }, 'D22', 'row.D22', [], false],
    [
      'two months with a GHIC: the card first',
      { ...briton, ehic: 'full' },
      'D28',
      'headline.short-with-uk-card',
      ['C-41'],
      true,
    ],
    ['two months of a Briton without', briton, 'D28', 'row.D28', [], false],
    [
      'two months and a small job',
      { ...people.D28, work: 'minor', on: today },
      'D28',
      'headline.short-with-job',
      ['X-11'],
      true,
    ],
    [
      'two months, a GHIC and a small job',
      { ...briton, ehic: 'full', work: 'minor' },
      'D28',
      'headline.short-with-uk-card',
      ['C-41', 'X-11'],
      true,
    ],
    [
      'a card of Spain in Moroccan hands',
      { ...moroccan, ehic: 'full' },
      'D22',
      'headline.card-elsewhere',
      ['C-09'],
      true,
    ],
    [
      'the same at a language school',
      { ...moroccan, ehic: 'full', school: 'other' },
      'D01',
      'headline.card-elsewhere',
      ['C-09'],
      true,
    ],
    [
      'the same in the student scheme',
      { ...moroccan, ehic: 'full', on: '2014-10-01' },
      'D07',
      'headline.card-elsewhere',
      ['C-09'],
      true,
    ],
    ['a card of Spain in Spanish hands', { ...people.D22, on: today }, 'D22', 'row.D22', [], false],
    [
      'registered at a language school',
      { ...language, registered: true },
      'D02',
      'headline.registered-language-school',
      ['C-06', 'C-15'],
      true,
    ],
    [
      'registered there for long',
      { ...language, registered: true, monthsInFrance: 5 },
      'D04',
      'headline.registered-language-school',
      ['C-05', 'C-15'],
      true,
    ],
    [
      'at work at a language school',
      { ...language, work: 'minor' },
      'D02',
      'headline.working-language-school',
      ['C-06', 'X-11'],
      true,
    ],
    ['at a language school', language, 'D02', 'row.D02', ['C-06'], false],
    [
      'an Andorran for a year',
      { ...people.D29, nationality: 'AD', on: today },
      'D29',
      'headline.own-agreement',
      ['X-107'],
      true,
    ],
    [
      'a Monegasque for two months',
      { ...people.D28, nationality: 'MC', on: today },
      'D28',
      'headline.short-own-agreement',
      ['X-107'],
      true,
    ],
    [
      'a Brazilian insured in Andorra',
      { nationality: 'BR', insuredIn: 'AD', on: today },
      'D29',
      'headline.own-agreement',
      ['X-107'],
      true,
    ],
  ])('%s', (_, told, row, headline, flags, verify) => {
    expect(verdict(told)).toEqual([row, headline, flags, verify]);
  });

  test('at a language school, who is registered is sent to the CPAM and sold nothing', () => {
    const { steps, documents } = decided(student({ ...language, registered: true }));
    expect([ids(steps), documents]).toEqual(['ask-cpam-registered', []]);
  });

  test('with a GHIC the card comes before a policy, on the list of papers too', () => {
    const { steps, documents } = decided(student({ ...briton, ehic: 'full' }));
    expect([ids(steps), ids(documents[0]!.items)]).toEqual([
      'show-uk-card, private-before-leaving',
      'uk-card, private-policy',
    ]);
  });

  test('who comes back brings papers and asks for rights; nothing is said to go on by itself', () => {
    const { steps, documents } = decided(student({ ...people.D20, returning: true, on: today }));
    expect([ids(steps), ids(documents[0]!.items)]).toEqual(['ask-to-reopen', 'reopening-papers']);
  });
});

describe('a contract for the whole year, or work-study, insures whoever is not European through work', () => {
  test.each<readonly [string, Told]>([
    ['a doctoral contract of an Indian', { nationality: 'IN' }],
    ['a Briton with a card', { nationality: 'GB', ehic: 'full' }],
    ['a Quebecer without the form', { nationality: 'CA', insuredIn: 'CA-QC' }],
    ['a short stay as well', { nationality: 'BR', stayMonths: 2 }],
  ])('%s', (_, told) => {
    const decision = decided(student({ ...told, work: 'qualifying', on: today }));
    expect([decision.row, decision.outcome, decision.mandatory, decision.fee?.amount]).toEqual([
      'D32',
      'WORK',
      true,
      '0.00',
    ]);
    expect(JSON.stringify(decision.steps)).not.toContain('register-online');
  });

  test('a small job does not', () => {
    expect(decided(student({ nationality: 'IN', work: 'minor', on: today })).row).toBe('D29');
  });

  test('with the form from Quebec it stays Quebec, to be asked', () => {
    expect(verdict({ ...people.D27, work: 'qualifying', on: today })).toEqual(['D27', 'row.D27', ['C-12'], true]);
  });
});

describe('French people insured or born outside France register as those from abroad', () => {
  test.each<readonly [string, Told]>([
    ['from New Caledonia', { nationality: 'NC' }],
    ['from French Polynesia', { nationality: 'PF' }],
    ['from Wallis and Futuna', { nationality: 'WF' }],
    ['from Saint-Pierre and Miquelon', { nationality: 'PM' }],
    ['French, insured in the United States', { nationality: 'FR', insuredIn: 'US' }],
    ['French, insured in New Caledonia', { nationality: 'FR', insuredIn: 'NC' }],
  ])('%s', (_, told) => {
    const decision = decided(student({ ...told, on: today }));
    expect([decision.row, decision.flags]).toEqual(['D29', ['X-108']]);
    const papers = decision.documents.map(({ items }) => ids(items)).join(', ');
    expect(papers).not.toMatch(/visa|residence-permit/);
  });

  test('and in the student scheme like everybody then', () => {
    expect(decided(student({ nationality: 'FR', insuredIn: 'US', age: 22, on: '2014-10-01' })).flags).toEqual([]);
  });

  test.each(['D24', 'D25', 'D29', 'D30', 'D31'] as const)(
    'who is enrolled only abroad does not register as a student: %s',
    (row) => {
      const decision = decideEligibility({ ...student({ ...people[row], on: today }), schoolAbroad: true }, law);
      expect(decision).toEqual({ kind: 'unsupported', reason: { key: 'eligibility:unsupported.school-abroad' } });
    },
  );

  test.each(['D20', 'D21', 'D22', 'D26', 'D28', 'D32'] as const)(
    'a card, a job and a short stay say the same: %s',
    (row) => {
      const decision = decideEligibility({ ...student({ ...people[row], on: today }), schoolAbroad: true }, law);
      expect(decision).toMatchObject({ kind: 'decided', row });
    },
  );

  test.each(['FR', 'RE', 'GP', 'YT'])('%s alone is not for this check', (nationality) => {
    const decision = decideEligibility(student({ nationality, on: today }), law);
    expect(decision).toEqual({ kind: 'unsupported', reason: { key: 'eligibility:unsupported.french' } });
  });
});
