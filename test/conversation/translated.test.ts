import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createForms } from '../../dialogs/create.ts';
import { forms } from '../../dialogs/index.ts';
import { freshState, type ConversationState } from '../../src/conversation/state.ts';
import { createTurn } from '../../src/conversation/turn.ts';
import { hashOfAnswer, hashOfPhrases } from '../../src/knowledge/checks.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createSpeaker } from '../../src/voice/speaker.ts';
import { hearDanger, incoming, knowledge as own, matcher } from './talk.ts';

/** A desk whose texts are written in English alone: its French is a translation. */
const desk = readFileSync('knowledge/desk.yaml', 'utf8').replace('originals: [en, fr]', 'originals: [en]');
const price = 'languages/fr/answers/gp-price.yaml';

function deskWith(changes: Readonly<Record<string, string>> = {}) {
  const knowledge = loadKnowledge('knowledge', forms, new Map(Object.entries({ 'desk.yaml': desk, ...changes })));
  const speaker = createSpeaker(knowledge);
  const dialogs = createForms(forms, knowledge, speaker);
  const takeTurn = createTurn({ knowledge, matcher, speaker, dialogs, hearDanger });
  return async (...says: readonly string[]) => {
    const replies: { text: string; choices: readonly string[]; language: string; sources: string }[] = [];
    let state: ConversationState = freshState;
    for (const [at, text] of says.entries()) {
      const turn = await takeTurn(incoming(text, at, { locale: 'fr' }), state);
      state = turn.state;
      const [reply] = turn.replies;
      replies.push({
        text: reply?.text ?? '',
        choices: reply?.choices.map(({ label }) => label) ?? [],
        language: reply?.language ?? '',
        sources: reply?.sources.map(({ title }) => title).join() ?? '',
      });
    }
    return replies;
  };
}

const asked = 'combien coûte une consultation chez le médecin ?';
const note = 'en cas de doute, c’est le texte en anglais qui vaut'.replace('’', "'");
const offer = 'Lire en anglais';
const isNoted = ({ text, choices }: { text: string; choices: readonly string[] }) =>
  text.includes(note) && choices.includes(offer);

describe('a translation that nobody has checked', () => {
  let talk: ReturnType<typeof deskWith>;
  beforeAll(() => {
    talk = deskWith();
  });

  test('is said to be one, once a conversation, in its language', async () => {
    const replies = await talk('bonjour', asked, 'qu’est-ce que le numéro provisoire ?', asked);
    expect(replies.map(isNoted)).toEqual([false, true, false, false]);
    expect(replies.map(({ text }) => text.includes(note))).toEqual([false, true, false, false]);
  });

  test('a tap gives the same answer in the original', async () => {
    const [, there] = await talk(asked, offer);
    const [original] = await talk('how much does it cost to see a doctor?');
    expect(there).toMatchObject({ language: 'en', sources: original?.sources });
    expect(there?.sources).not.toBe('');
    expect(there?.text).toContain('30 €');
    expect(there?.text).toMatch(/^From here on I answer in English|English/);
  });

  test('nothing of that in the original', async () => {
    const [reply] = await talk('how much does it cost to see a doctor?');
    expect(reply?.text).toContain('30 €');
    expect(reply?.text).not.toMatch(/translation/);
  });

  test('what a form comes to is one as well; its questions stay last, and danger stands alone', async () => {
    const replies = await talk('vérifier ma situation', 'non', 'brésilien', '9 mois', 'non');
    const noted = replies.filter(isNoted);
    expect(noted).toHaveLength(1);
    expect(replies[0]?.text).not.toContain(note);
    const [emergency] = await talk('j’ai avalé des médicaments pour mourir');
    expect(emergency?.text).not.toContain(note);
  });
});

describe('a translation that a person has checked', () => {
  const { answer, later } = own.answers.get('gp-price')!.text['en']!;
  const written = readFileSync(`knowledge/${price}`, 'utf8');
  const checkedAgainst = (of: string) => ({ [price]: `${written}checked: { by: Zoé, on: 2026-11-20, of: ${of} }\n` });

  test('says nothing of it', async () => {
    const talk = deskWith(checkedAgainst(hashOfAnswer({ answer, later })));
    const [reply] = await talk(asked);
    expect(reply?.text).toContain('30 €');
    expect(reply).toSatisfy((said: typeof reply) => !isNoted(said!));
  });

  test('says it again once the original was changed', async () => {
    const talk = deskWith(checkedAgainst('0123456789abcdef'));
    expect((await talk(asked)).map(isNoted)).toEqual([true]);
  });

  test('a decision is, once each file of sentences is', async () => {
    const namespaces = Object.entries(own.phrases['en'] ?? {});
    const all = namespaces
      .map(([name, tree]) => `${name}: { by: Zoé, on: 2026-11-20, of: ${hashOfPhrases(tree)} }\n`)
      .join('');
    const talk = deskWith({ 'languages/fr/checked.yaml': all });
    const replies = await talk('vérifier ma situation', 'non', 'brésilien', '9 mois', 'non');
    expect(replies.filter(isNoted)).toEqual([]);
    expect(replies.at(-1)?.choices).not.toEqual([]);
  });
});
