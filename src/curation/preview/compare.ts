import type { Day } from '../../core/day.ts';
import type { Prepared } from '../../desk/prepare.ts';
import type { Logged, Place } from '../../ports/logged.ts';
import { createComparison, type MessageDifference } from './messages.ts';
import { compareQuestions } from './questions.ts';
import { daysThatMatter, renderedDifferences } from './rendered.ts';
import type { PreviewNews } from './state.ts';

/**
 * All that a change would change: texts and figures first, then the evaluation questions, then every distinct message that was
 * logged, newest first. Tells as it goes.
 */
export async function compare(
  {
    old,
    now,
    files,
    folder,
  }: {
    readonly old: Prepared;
    readonly now: Prepared;
    readonly files: readonly string[];
    readonly folder: string;
  },
  { logged, on }: { readonly logged: Logged; readonly on: Day },
  tell: (news: PreviewNews) => void,
): Promise<void> {
  const rendered = renderedDifferences(old, now, daysThatMatter(old, now, on));
  tell({ set: { stage: 'comparing', rendered: rendered.slice(0, mostTexts) } });
  tell({ set: { questions: compareQuestions(folder, old, now) } });
  const touched = new Set(rendered.flatMap(({ kind, id }) => (kind === 'answer' ? [id] : [])));
  const thorough = !files.every((file) => seenByTexts.test(file));
  const differs = createComparison(old, now, { on, touched, thorough });
  const total = await logged.count({});
  const seen = new Set<string>();
  let read = 0;
  let place: Place | null = null;
  tell({ set: { logged: total } });
  for (;;) {
    const page = await logged.messages({}, place, pageSize);
    const found: MessageDifference[] = [];
    for (const { text, language, asked } of page) {
      read += 1;
      const key = text.toLowerCase().replace(/\s+/g, ' ').trim();
      // What answers a form's question means nothing out of the blue: a replay shows it in its place.
      if (asked !== null || seen.has(key)) continue;
      seen.add(key);
      const difference = await differs(text, language);
      if (difference !== null) found.push(difference);
    }
    place = page.at(-1) ?? null;
    const done = page.length < pageSize;
    tell({ set: { compared: seen.size, read, newestDone: done || seen.size >= newest }, found });
    if (done || place === null) return;
  }
}

/** What these change shows in what is understood and in rendered texts. */
const seenByTexts = /^(topics|rates|offers)\/|^languages\/..\/answers\/|\/intents\.yaml$/;
const pageSize = 200;
/** These are shown at once; the rest as it goes. */
const newest = 10_000;
const mostTexts = 400;
