import fc from 'fast-check';
import worldCountries, { type Countries } from 'world-countries';
import { describe, expect, test } from 'vitest';
import { addDays, day, type Day } from '../../src/core/day.ts';
import { hear, knowledge, told } from './ears.ts';

const world = worldCountries as unknown as Countries;
// The library misspells the people of the Northern Mariana Islands in French.
const codes = new Set(knowledge.countries.codes.filter((code) => code !== 'MP'));
const measured = [
  'nationality',
  'insuredIn',
  'stayMonths',
  'stayFrom',
  'stayUntil',
  'monthsInFrance',
  'age',
  'birthDate',
  'ehicUntil',
];

describe.each(Object.keys(knowledge.ordinary))('Sentences about anything else, %s', (language) => {
  test('tell no country, no length and no date', () => {
    const heard = (knowledge.ordinary[language] ?? []).flatMap((text) => {
      const facts = told(text, { language });
      const taken = measured.filter((field) => field in facts);
      return taken.length > 0 ? [`${text}: ${taken.join()}`] : [];
    });
    expect(heard).toEqual([]);
  });
});

/** What is read as another country than the one said, and how many of all are read right. */
function misread(language: string, said: (country: Countries[number]) => readonly string[], frames: readonly string[]) {
  const wrong: string[] = [];
  let [right, all] = [0, 0];
  for (const country of world.filter(({ cca2 }) => codes.has(cca2))) {
    for (const name of said(country)) {
      for (const frame of frames) {
        const text = frame.replace('{}', name);
        const { facts } = hear(text, { language, asked: 'nationality' });
        const value = facts.find(({ field }) => field === 'nationality')?.value;
        all += 1;
        if (value === country.cca2) right += 1;
        else if (value !== undefined && !sharesName(language, name, value))
          wrong.push(`${text}: ${JSON.stringify(value)}`);
      }
    }
  }
  return { wrong, right: right / all };
}

/** Territories have the demonym of their country: "French" is France's. */
function sharesName(language: string, name: string, code: unknown): boolean {
  const other = world.find(({ cca2 }) => cca2 === code);
  return other !== undefined && [...names(language)(other), ...demonyms(language)(other)].includes(name);
}

const library: Readonly<Record<string, string>> = { en: 'eng', fr: 'fra' };

function names(language: string) {
  return (country: Countries[number]) => [(country.translations[library[language] ?? ''] ?? country.name).common];
}

function demonyms(language: string) {
  return (country: Countries[number]) => {
    const { m, f } = country.demonyms[library[language] ?? ''] ?? { m: '', f: '' };
    const all = [...new Set([m, f])].filter((word) => word !== '');
    return [...all, ...all.filter((word) => !/[sxz]$/.test(word)).map((word) => `${word}s`)];
  };
}

const capitals = ({ capital }: Countries[number]) => capital;

describe('Every country, alone and in frames', () => {
  test.each<[string, (country: Countries[number]) => readonly string[], readonly string[]]>([
    [
      'en',
      names('en'),
      [
        '{}',
        'from {}',
        'i come from {}',
        'i am from {}',
        'my country is {}',
        'hi, {}',
        '{}, thanks',
        'i think {}',
        'originally from {}',
        'student from {}',
      ],
    ],
    [
      'fr',
      names('fr'),
      [
        '{}',
        'je viens de {}',
        'mon pays est {}',
        'bonjour, {}',
        '{}, merci',
        'originaire de {}',
        'pays : {}',
        'nationalité : {}',
        'citoyen de {}',
        'de {}',
      ],
    ],
    [
      'en',
      demonyms('en'),
      [
        '{}',
        'i am {}',
        "i'm {}",
        '{} student',
        '{} passport',
        'my nationality is {}',
        'i have a {} passport',
        '{} citizen',
        'hello, {} here',
        'as a {} student',
      ],
    ],
    [
      'fr',
      demonyms('fr'),
      [
        '{}',
        'je suis {}',
        'moi je suis {}',
        'étudiante {}',
        'passeport {}',
        'nationalité {}',
        'de nationalité {}',
        'bonjour, {}',
        '{}, merci',
        "j'ai un passeport {}",
      ],
    ],
    ['en', capitals, ['{}', 'from {}', 'i come from {}', 'i am from {}']],
    ['fr', capitals, ['{}', 'je viens de {}', 'originaire de {}']],
  ])('%s: %o', (language, said, frames) => {
    const { wrong, right } = misread(language, said, frames);
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThan(0.93);
  });
});

const monthNames: Readonly<Record<string, readonly string[]>> = {
  en: [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ],
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
};

describe('Every day from 2010 to 2030', () => {
  test.each<[string, (date: Day) => readonly string[]]>([
    [
      'en',
      (date) => {
        const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number];
        const name = monthNames['en']?.[month - 1] ?? '';
        return [
          date,
          date.replaceAll('-', '/'),
          `${dayOfMonth}/${month}/${year}`,
          `${dayOfMonth}.${month}.${year}`,
          `${dayOfMonth} ${name} ${year}`,
          `${name} ${dayOfMonth}, ${year}`,
          `the ${dayOfMonth}th of ${name} ${year}`,
        ];
      },
    ],
    [
      'fr',
      (date) => {
        const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number];
        const name = monthNames['fr']?.[month - 1] ?? '';
        return [
          date,
          `${dayOfMonth}/${month}/${year}`,
          `${dayOfMonth}-${month}-${year}`,
          `${dayOfMonth} ${name} ${year}`,
          `le ${dayOfMonth}${dayOfMonth === 1 ? 'er' : ''} ${name} ${year}`,
        ];
      },
    ],
  ])('reads back in every written form, %s', (language, forms) => {
    const wrong: string[] = [];
    for (let date = day('2010-01-01'); date <= '2030-12-31'; date = addDays(date, 1)) {
      for (const text of forms(date)) {
        const facts = told(text, { language, asked: 'stayUntil' });
        if (!Object.values(facts).every((value) => value === date) || Object.keys(facts).length !== 1)
          wrong.push(`${text}: ${JSON.stringify(facts)}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('In any order, and over any turns', () => {
  const sentences: Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>> = {
    en: {
      'i am Croatian': { nationality: 'HR' },
      'i am 21 years old': { age: 21 },
      'i stay for 7 months': { stayMonths: 7 },
      'i have no job': { work: 'none' },
      'i am registered with ameli': { registered: true },
      'my brother is 30 and Swiss': {},
      'i pay 410 a month for my room': {},
    },
    fr: {
      'je suis lettone': { nationality: 'LV' },
      "j'ai 21 ans": { age: 21 },
      'je reste 7 mois': { stayMonths: 7 },
      'je ne travaille pas': { work: 'none' },
      'je suis affilié à la CPAM': { registered: true },
      'mon frère a 30 ans et il est suisse': {},
      'je paie 410 par mois pour ma chambre': {},
    },
  };

  test.each(Object.entries(sentences))('the same facts, %s', (language, facts) => {
    const texts = Object.keys(facts);
    const expected = Object.assign({}, ...Object.values(facts)) as Record<string, unknown>;
    fc.assert(
      fc.property(
        fc.shuffledSubarray(texts, { minLength: texts.length }),
        fc.array(fc.boolean(), { minLength: texts.length, maxLength: texts.length }),
        (order, ends) => {
          const turns: string[] = [];
          order.forEach((text, at) => {
            if (at === 0 || ends[at] === true) turns.push(text);
            else turns.push(`${turns.pop() ?? ''}. ${text}`);
          });
          const heard = Object.assign({}, ...turns.map((text) => told(text, { language }))) as Record<string, unknown>;
          expect(heard).toEqual(expected);
        },
      ),
      { seed: 17, numRuns: 200 },
    );
  });
});
