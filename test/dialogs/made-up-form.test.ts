import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createForms } from '../../dialogs/create.ts';
import { forms } from '../../dialogs/index.ts';
import { createSpeaker } from '../../src/voice/speaker.ts';
import { freshState } from '../../src/conversation/state.ts';
import type { TurnResult } from '../../src/conversation/result/compose-result.ts';
import { createTurn } from '../../src/conversation/turn.ts';
import { buildMatcher } from '../../src/core/matching/index.ts';
import { day } from '../../src/core/day.ts';
import { corpusOf } from '../../src/knowledge/corpus.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { parcel } from '../fixtures/made-up-form/form.ts';
import { aFolder, cardAnswer, inTwoLanguages } from '../knowledge/a-folder.ts';

/** What the recipe adds to the knowledge: a title, the sentences of the form, and ways of asking for it. */
const english = {
  title: 'Trace a parcel',
  form: `
parcel:
  ask: { sent: Was it sent?, months: How long ago? }
  why: { sent: Only what was sent can be lost., months: It takes a month. }
  lost: 'It is lost: {{since}}.'
  waiting: 'Wait a little: {{since}}.'
  told: { months: 'waiting for {{since}}' }
`,
  asking: ['trace my parcel', 'where is my parcel', 'parcel never came', 'the parcel got lost', 'find a lost parcel'],
};
const french = {
  title: 'Suivre un colis',
  form: `
parcel:
  ask: { sent: A-t-il été envoyé ?, months: Depuis quand ? }
  why: { sent: Seul ce qui est envoyé se perd., months: Il faut un mois. }
  lost: 'Il est perdu : {{since}}.'
  waiting: 'Attendez un peu : {{since}}.'
  told: { months: 'attente de {{since}}' }
`,
  asking: ['suivre mon colis', 'où est mon colis', 'colis jamais arrivé', 'le colis est perdu', 'retrouver un colis'],
};

/** The small folder with the program's own sentences, and with what the recipe adds. */
function folderWith(changes: Readonly<Record<string, string>>): string {
  const folders = ['rates', 'languages/en/phrases', 'languages/fr/phrases'];
  const paths = folders.flatMap((folder) => readdirSync(`knowledge/${folder}`).map((name) => `${folder}/${name}`));
  const shared = paths.map((path) => [path, readFileSync(`knowledge/${path}`, 'utf8')]);
  const spoken = Object.entries({ en: english, fr: french }).flatMap(([language, { title, form, asking }]) => {
    const dialog = readFileSync(`knowledge/languages/${language}/phrases/dialog.yaml`, 'utf8');
    return [
      [
        `languages/${language}/phrases/dialog.yaml`,
        `${dialog.replace('start:\n', `start:\n  parcel: ${title}\n`)}${form}`,
      ],
      [
        `languages/${language}/phrases/intents.yaml`,
        `parcel: ${JSON.stringify(asking)}\nquote: [make me a quote, a quote]\n`,
      ],
    ];
  });
  return aFolder({ ...(Object.fromEntries([...shared, ...spoken]) as Record<string, string>), ...changes });
}

/** Assembled as a desk is, with one entry more in the list. */
function deskWith(changes: Readonly<Record<string, string>> = {}) {
  const list = [...forms, parcel];
  const knowledge = loadKnowledge(folderWith(changes), list);
  const speaker = createSpeaker(knowledge);
  const matcher = buildMatcher(corpusOf(knowledge));
  const dialogs = createForms(list, knowledge, speaker);
  const takeTurn = createTurn({ knowledge, matcher, speaker, dialogs, hearDanger: () => null });
  return { knowledge, matcher, takeTurn };
}

async function say(texts: readonly string[], { takeTurn } = desk): Promise<readonly TurnResult[]> {
  const turns: TurnResult[] = [];
  for (const [index, text] of texts.entries()) {
    const incoming = { conversation: 'c', id: `a${index}`, text, channel: 'test', on: day('2026-11-22') };
    turns.push(await takeTurn(incoming, turns.at(-1)?.state ?? freshState));
  }
  return turns;
}

const desk = deskWith(cardAnswer('followUps: [gp]', 'followUps: [gp]\noffers: parcel'));

describe('a form of one folder and one entry works at once', () => {
  test('asked for by name, told in passing, explained, changed, and decided', async () => {
    const [asked, why, sent, decided, summed] = await say([
      'trace my parcel',
      'why do you ask?',
      'yes',
      '3 months',
      'summary',
    ]);
    expect(asked?.trace).toMatchObject({ decision: 'dialog', intent: 'parcel', asking: 'sent' });
    expect(asked?.replies[0]?.choices.map(({ value }) => value)).toContain('fact:sent=true');
    expect(why?.replies[0]?.text).toContain('Only what was sent can be lost.');
    expect(sent?.trace).toMatchObject({ asking: 'months' });
    expect(decided?.trace).toMatchObject({ asking: null, outcome: { kind: 'lost' } });
    expect(decided?.replies[0]?.text).toContain('It is lost: 3 months.');
    expect(summed?.replies[0]?.choices).toContainEqual(expect.objectContaining({ value: 'change:months' }));
  });

  test('what the first message tells is not asked again, and French is French', async () => {
    const [asked, decided] = await say(['où est mon colis, il est parti depuis deux mois', 'non']);
    expect(asked?.trace).toMatchObject({ intent: 'parcel', asking: 'sent', language: 'fr' });
    expect(asked?.replies[0]?.text).toContain('attente de 2 mois');
    expect(decided?.replies[0]?.text).toContain('Attendez un peu : 2 mois.');
  });

  test('offered under an answer, chosen there, left for a question and gone on with', async () => {
    const [offered, chosen, aside] = await say(['no carte vitale yet', 'Trace a parcel', 'gp price']);
    expect(offered?.replies[0]?.choices[0]).toEqual({ label: 'Trace a parcel', value: 'topic:parcel' });
    expect(chosen?.trace).toMatchObject({ intent: 'parcel', asking: 'sent' });
    expect(aside?.trace).toMatchObject({ intent: 'gp', asking: 'sent' });
    expect(aside?.replies[0]?.text).toContain('Was it sent?');
  });
});

describe('a desk that sells nothing', () => {
  const nothing = inTwoLanguages(readFileSync('knowledge/desk.yaml', 'utf8')).replace(/^offers: .*$/m, 'offers: null');
  const changes = { 'desk.yaml': nothing, ...cardAnswer('followUps: [gp]', 'followUps: [gp]\noffers: quote') };

  test('has no quote form: it is neither offered nor understood, and the files need no change', async () => {
    const poor = deskWith(changes);
    expect(poor.knowledge.forms).toEqual(['eligibility', 'reimbursement', 'deadline', 'parcel']);
    expect(corpusOf(poor.knowledge).intents.map(({ id }) => id)).not.toContain('quote');
    const [card, quote, old] = await say(['no carte vitale yet', 'make me a quote', 'topic:quote'], poor);
    expect(card?.replies[0]?.choices.map(({ value }) => value)).not.toContain('topic:quote');
    expect(quote?.trace.intent).not.toBe('quote');
    expect(old?.replies[0]?.text).not.toBe('');
  });

  test('where it sells, both are there', () => {
    const { knowledge } = deskWith({ ...changes, 'desk.yaml': nothing.replace('offers: null', 'offers: aaa') });
    expect(knowledge.forms).toEqual(['eligibility', 'quote', 'reimbursement', 'deadline', 'parcel']);
  });
});
