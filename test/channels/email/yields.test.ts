import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { forms } from '../../../dialogs/index.ts';
import { startMailThread } from '../../../src/channels/email/mail-thread.ts';
import { warmUp } from '../../../src/channels/email/warm-up.ts';
import { openMailDesk } from '../../../src/assembly/trial-mail-desk.ts';
import { day } from '../../../src/core/day.ts';
import { prepare, type Prepared } from '../../../src/desk/prepare.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { noon, recordingLog } from '../../desk/real-desk.ts';
import { mail, own } from './raw-mail.ts';

const prepared = await prepare(loadKnowledge('knowledge', forms), 'var');
const on = day('2026-11-22');

/** Counts the turns, and the most of them that begin before others get a turn of the event loop. */
function counting(): { readonly prepared: Prepared; readonly most: () => number; readonly all: () => number } {
  let all = 0;
  let most = 0;
  let inThisRound = 0;
  let watching = false;
  const takeTurn: Prepared['takeTurn'] = (...said) => {
    all += 1;
    inThisRound += 1;
    most = Math.max(most, inThisRound);
    if (!watching) {
      watching = true;
      void setImmediate().then(() => {
        watching = false;
        inThisRound = 0;
      });
    }
    return prepared.takeTurn(...said);
  };
  return { prepared: { ...prepared, takeTurn }, most: () => most, all: () => all };
}

const questions = ['How much does a visit to a GP cost?', 'What is the CVEC?', 'How long does the carte Vitale take?'];

test.each([
  ['twelve questions', questions.flatMap((one) => [one, one, one, one]).join('\n')],
  [
    'eighty statements and a question',
    `${'I came by train and live with my aunt.\n\n'.repeat(80)}${questions[0] ?? ''}`,
  ],
])('of a mail with %s others are answered between any two turns', async (_, text) => {
  const counted = counting();
  const thread = startMailThread();
  const settings = { own, mode: 'auto' as const, webForms: [], on, thread, clock: () => noon, log: recordingLog() };
  const desk = await openMailDesk(counted.prepared, settings);
  await desk.mailIn(mail(text));
  await desk.close();
  await thread.end();
  expect(counted.all()).toBeGreaterThan(12);
  expect(counted.most()).toBeLessThanOrEqual(2);
});

test('before mail is taken in each form has begun once in each language, and others were answered between', async () => {
  const counted = counting();
  await warmUp(counted.prepared, on);
  const { languages, forms: begun } = counted.prepared.knowledge;
  expect(counted.all()).toBe(languages.length * begun.length + 1);
  expect(counted.most()).toBeLessThanOrEqual(2);
});
