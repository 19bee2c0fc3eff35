import { addDays, type Day } from '../../core/day.ts';
import type { TopicFile } from '../topic-schema.ts';
import type { YamlFile } from '../yaml-file.ts';
import { finding, type Finding, type Rule } from './finding.ts';

/** The texts of a topic follow one another day by day, and each stands in every language. */
export const days: Rule = ({ shelves }) => [
  ...[...shelves.topics.values()].flatMap(({ file, value }) => inOrder(file, value)),
  ...[...shelves.answers].flatMap(([key, { file, value }]) => {
    const due = (shelves.topics.get(key.slice(3))?.value.later ?? []).map(({ from }) => from);
    const there = Object.keys(value.later) as Day[];
    const lacking = due.filter((day) => !there.includes(day));
    const stray = there.filter((day) => !due.includes(day));
    return [
      ...lacking.map((day) =>
        finding('days', file, ['later'], `no text from ${day} on, as the topic has: write it`, {
          key: 'no-text-from',
          values: { day },
        }),
      ),
      ...stray.map((day) =>
        finding('days', file, ['later', day], `the topic has no text from ${day} on: add that day to its \`later\``, {
          key: 'stray-text',
          values: { day },
        }),
      ),
    ];
  }),
];

function inOrder(file: YamlFile, { days, later }: TopicFile): Finding[] {
  const found: Finding[] = [];
  let before: { readonly from: Day | undefined; readonly until: Day | undefined; readonly path: PropertyKey[] } = {
    from: days.from,
    until: days.until,
    path: ['days', 'until'],
  };
  for (const [at, { from, until }] of later.entries()) {
    const path = ['later', at, 'from'];
    const last = addDays(from, -1);
    if (before.from !== undefined && from <= before.from)
      found.push(
        finding('days', file, path, `${from} is not after ${before.from}: texts stand in the order of their days`, {
          key: 'not-after',
          values: { from, before: before.from },
        }),
      );
    else if (before.until !== undefined && before.until > last)
      found.push(
        finding('days', file, path, `two texts from ${from} to ${before.until}: end the one before on ${last}`, {
          key: 'days-overlap',
          values: { from, until: before.until, last },
        }),
      );
    else if (before.until !== undefined && before.until < last)
      found.push(
        finding(
          'days',
          file,
          path,
          `no text from ${addDays(before.until, 1)} to ${last}: end the one before on ${last}`,
          { key: 'days-gap', values: { from: addDays(before.until, 1), until: last } },
        ),
      );
    before = { from, until, path: ['later', at, 'until'] };
    if (until !== undefined && until < from) found.push(endsFirst(file, before.path, from, until));
  }
  if (days.from !== undefined && days.until !== undefined && days.until < days.from)
    found.unshift(endsFirst(file, ['days', 'until'], days.from, days.until));
  return found;
}

function endsFirst(file: YamlFile, path: readonly PropertyKey[], from: Day, until: Day): Finding {
  return finding('days', file, path, `${until} is before ${from}: a text ends after it begins`, {
    key: 'ends-first',
    values: { from, until },
  });
}
