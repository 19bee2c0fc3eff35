import { DialogSet, DialogTurnStatus } from 'botbuilder-dialogs';
import { DialogTestClient } from 'botbuilder-testing';
import type { Middleware } from 'botbuilder';
import { expect, test } from 'vitest';
import type { Form } from '../../dialogs/form.ts';
import { handover } from '../../dialogs/handover/form.ts';
import { interviews, interviewTurn, type InterviewTurn } from '../../dialogs/interview.ts';
import { nothingSaid } from '../../dialogs/standing.ts';
import { quote } from '../../dialogs/quote/form.ts';
import { reimbursement } from '../../dialogs/reimbursement/form.ts';
import { createHearing } from '../../src/hearing/index.ts';
import { soldBy } from '../../src/knowledge/sold.ts';
import { day } from '../../src/core/day.ts';
import { voiceOf } from '../../src/voice/voice.ts';
import { knowledge, speaker } from '../own-desk.ts';

/** The forms are waterfall dialogs like any other: the SDK's own client runs them, keeps their stack and hears their end. */
const parts = {
  speaker,
  hearing: createHearing(knowledge.hearing, knowledge.countries.codes, soldBy(knowledge), knowledge.words),
};
const turn = { language: 'en', on: day('2026-11-22') };

test.each([
  {
    form: quote.open(knowledge, parts),
    start: {},
    says: [
      ['', 'What would you like to buy?'],
      ['both medical insurance and rc', 'For how long?'],
      ['3 months', '**127 €**'],
    ],
  },
  {
    form: reimbursement.open(knowledge, parts),
    start: { act: 'gp' },
    says: [
      ['', 'médecin traitant'],
      ['yes', 'mutuelle'],
      ['no', 'How much did the doctor charge?'],
      ['30 euros', '**19 €**'],
    ],
  },
  {
    form: handover.open(knowledge, parts),
    start: { reference: 'G-TEST', told: [] },
    says: [
      ['', 'what is it about'],
      ['my refund is late', 'go on'],
      ['here', '**G-TEST**'],
    ],
  },
] as const)('$form.id, asked and answered by the SDK', async ({ form, start, says }) => {
  const client = new DialogTestClient('test', dialogOf(form), { ...nothingSaid, facts: start }, [answering(form)]);
  for (const [text, reads] of says) {
    const reply = (await client.sendActivity(text)) as { readonly text: string };
    expect(reply.text).toContain(reads);
  }
  expect(client.dialogTurnResult.status).toBe(DialogTurnStatus.complete);
});

function dialogOf(form: Form) {
  const memory = {
    get: () => Promise.resolve({ dialogStack: [] }),
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(),
  };
  const dialog = interviews([form], new DialogSet(memory)).find(form.id);
  if (dialog === undefined) throw new RangeError(`No dialog "${form.id}"`);
  return dialog;
}

/** What a turn does around a form: reads the words for it, and says what it says. */
function answering(form: Form): Middleware {
  let asking: string | null = null;
  return {
    async onTurn(context, next) {
      const text = context.activity.text;
      const { facts } = form.read(text, asking, turn, {});
      const input = text === '' ? null : ({ kind: 'facts', facts } as const);
      const current: InterviewTurn = { turn, voice: voiceOf(speaker, 'dialog:', turn), input, says: null };
      context.turnState.set(interviewTurn, current);
      await next();
      asking = current.says?.asking ?? null;
      await context.sendActivity(current.says?.text ?? 'nothing');
    },
  };
}
