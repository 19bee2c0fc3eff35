import { addDays, addMonths } from '../../core/day.ts';
import { daysOf } from '../calendar.ts';
import type { Candidate } from '../candidates.ts';
import type { DateSaid } from '../dates.ts';
import { monthsOf, type LengthSaid } from '../lengths.ts';
import type { Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';

/** "A provisional certificate, valid 3 months from September": it ends so long after it began. */
export function cardTermTold(listening: Listening): readonly Candidate[] {
  const { scene, lengths, dates } = listening;
  return lengths.flatMap((length): Candidate[] => {
    const months = monthsOf(length);
    if (!Number.isInteger(months) || length.unit === 'hour' || !isOfCard(listening, length)) return [];
    const start = dates.find((date) => isStartOf(date, length));
    const from = start && daysOf(start.said, start.edge === 'since' ? 'past' : 'near', scene.on)?.first;
    if (start === undefined || from === undefined) return [];
    const span = { from: Math.min(length.from, start.from), to: Math.max(length.to, start.to) };
    return [{ ...span, field: 'ehicUntil', value: addDays(addMonths(from, months), -1), cue: 'full' }];
  });
}

function isStartOf({ from, to, edge }: DateSaid, length: LengthSaid): boolean {
  const between = from >= length.to ? from - length.to : length.from - to;
  return (edge === 'from' || edge === 'since') && between >= 0 && between <= nearby;
}

/** The card is named before it, and close by. */
function isOfCard({ scene }: Listening, length: Span): boolean {
  return ['thing.ehic', 'role.card.before'].some((name) =>
    scene.marks
      .of(name)
      .some(
        ({ from, to }) =>
          to <= length.from && length.from - to <= ofCard && scene.sentences[from] === scene.sentences[length.from],
      ),
  );
}

/** Words between a length and its start: "starting on the", "valid". */
const nearby = 3;
/** Words between a card and its term: ", it is valid for". */
const ofCard = 6;
