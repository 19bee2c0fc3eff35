import { addDays, type Day } from '../day.ts';
import { nextMonthDay, yearlyEnd, type Offers } from '../fees/index.ts';
import type { DeadlineResult } from './deadline.ts';

/** RC ends on the first yearly end on or after its purchase; the page's "current year" fits no purchase after it (C-34). */
export function rcEnd(purchase: Day, offers: Offers | null): DeadlineResult {
  const cover = yearlyCoverOf(offers);
  if (cover === null) return notSold;
  const end = yearlyEnd(cover, purchase);
  const nextYear = end.slice(0, 4) > purchase.slice(0, 4);
  return {
    kind: 'dated',
    about: 'rc-end',
    when: { kind: 'day', day: end },
    rule: { key: nextYear ? 'deadlines:rule.rc-end-next-year' : 'deadlines:rule.rc-end', with: { end } },
    flags: nextYear ? ['C-34'] : [],
    facts: cover.facts,
  };
}

/**
 * The registered letter leaves *before* a day of the year: on that day itself the next year's is meant. Whether it extends
 * or cancels is open, the page's wording looks mistranslated (C-34).
 */
export function rcLetter(on: Day, offers: Offers | null): DeadlineResult {
  const cover = yearlyCoverOf(offers);
  if (cover === null) return notSold;
  const before = nextMonthDay(addDays(on, 1), cover.letterBefore);
  return {
    kind: 'dated',
    about: 'rc-letter',
    when: { kind: 'day', day: before },
    rule: { key: 'deadlines:rule.rc-letter', with: { before, end: yearlyEnd(cover, before) } },
    flags: ['C-34'],
    facts: cover.facts,
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
