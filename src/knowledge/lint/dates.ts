import { finding, type Rule } from './finding.ts';

/** A figure's days follow one another: a day without a value is said to be one, and nothing was reviewed in the future. */
export const dates: Rule = ({ shelves, on }) => {
  const gaps = [...shelves.rates.values()].flatMap(({ file, value }) =>
    value.values.flatMap((entry, index) => {
      if (entry.value !== null) return [];
      const path = ['values', index, 'value'];
      if (index === value.values.length - 1) {
        return [
          finding('dates', file, path, 'the last value is open: write `ends: { on, as: unknown, facts }` instead'),
        ];
      }
      return entry.note === undefined
        ? [finding('dates', file, path, 'a gap in the values: find the value, or say why in a `note`')]
        : [];
    }),
  );
  const reviewed = [...shelves.topics.values(), ...shelves.rates.values(), ...shelves.offers.values()].flatMap(
    ({ file, value }) =>
      value.reviewed > on
        ? [
            finding('dates', file, ['reviewed'], `${value.reviewed} has not come yet: write the day of the review`, {
              key: 'review-to-come',
              values: { day: value.reviewed },
            }),
          ]
        : [],
  );
  return [...gaps, ...reviewed];
};
