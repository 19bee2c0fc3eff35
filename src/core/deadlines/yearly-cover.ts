import { addDays } from '../day.ts';
import { nextMonthDay, yearlyEnd, type Offers } from '../fees/index.ts';
import type { Asked, DeadlineResult } from './rule.ts';

/** RC ends on the first yearly end on or after its purchase; the page's "current year" fits no purchase after it (C-34). */
export function rcEnd({ from: purchase, offers, grounds }: Asked): DeadlineResult {
  const cover = yearlyCoverOf(offers);
  if (cover === null) return notSold;
  const end = yearlyEnd(cover, purchase);
  const rule = end.slice(0, 4) > purchase.slice(0, 4) ? 'rc-end-next-year' : 'rc-end';
  return {
    kind: 'dated',
    about: 'rc-end',
    when: { kind: 'day', day: end },
    rule: { key: `deadlines:rule.${rule}`, with: { end } },
    flags: grounds[rule].flags,
    facts: [...grounds[rule].facts, ...cover.facts],
  };
}

/**
 * The registered letter leaves *before* a day of the year: on that day itself the next year's is meant. Whether it extends
 * or cancels is open, the page's wording looks mistranslated (C-34).
 */
export function rcLetter({ from: on, offers, grounds }: Asked): DeadlineResult {
  const cover = yearlyCoverOf(offers);
  if (cover === null) return notSold;
  const before = nextMonthDay(addDays(on, 1), cover.letterBefore);
  return {
    kind: 'dated',
    about: 'rc-letter',
    when: { kind: 'day', day: before },
    rule: { key: 'deadlines:rule.rc-letter', with: { before, end: yearlyEnd(cover, before) } },
    flags: grounds['rc-letter'].flags,
    facts: [...grounds['rc-letter'].facts, ...cover.facts],
  };
}

function yearlyCoverOf(offers: Offers | null) {
  const covers = (offers?.products ?? []).map(({ cover }) => cover);
  return covers.find((cover) => cover !== 'months-from-next-day') ?? null;
}

const notSold: DeadlineResult = {
  kind: 'unanswerable',
  errors: [{ path: 'about', accepted: { key: 'deadlines:refused.no-yearly-offer' } }],
};
