import { expect, test } from 'vitest';
import { knowledge, told } from '../ears.ts';

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

test.each(Object.keys(knowledge.ordinary))(
  'Sentences about anything else tell no country, no length and no date, %s',
  (language) => {
    const heard = (knowledge.ordinary[language] ?? []).flatMap((text) => {
      const facts = told(text, { language });
      const taken = measured.filter((field) => field in facts);
      return taken.length > 0 ? [`${text}: ${taken.join()}`] : [];
    });
    expect(heard).toEqual([]);
  },
);
