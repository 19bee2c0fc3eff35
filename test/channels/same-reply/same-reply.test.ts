import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshState } from '../../../src/conversation/state.ts';
import { conversations } from './conversations.ts';
import { doors, type Door } from './doors.ts';
import { throughMail } from './mail-door.ts';
import { openHouse, type House } from './open-house.ts';
import { inMarkdown, readingOf, sorted, type Reading } from './reads.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => {
  house.close();
});

/** What the turn itself says to each line, channel-neutral: what every door has to show, all of it and nothing else. */
async function expected(locale: string, says: readonly string[]) {
  let state = freshState;
  const readings: { readonly text: Reading; readonly all: Reading }[] = [];
  for (const [index, text] of says.entries()) {
    const incoming = { conversation: 'expected', id: `${index}`, text, locale, channel: 'expected', ...house.now };
    const turn = await house.takeTurn({ ...incoming, text: house.redact(text).text }, state);
    const said = turn.replies.map(readingOf);
    const first = said.flatMap((reply) => reply.text);
    readings.push({ text: first, all: [...first, ...said.flatMap((reply) => reply.beside)] });
    state = turn.state;
  }
  return readings;
}

test('there are twenty-two conversations', () => {
  expect(conversations).toHaveLength(22);
});

describe.each(Object.entries(doors))('%s', (_, through) => {
  test.each(conversations.map((each) => [each.title, each] as const))('%s', async (title, { locale, says }) => {
    await showsAll(through, title, locale, says);
  });
});

const asLetters = conversations.filter(({ notAsLetters }) => notAsLetters === undefined);
test.each(asLetters.map((each) => [each.title, each] as const))('letters to the mailbox: %s', async (title, each) => {
  const due = await expected(each.locale, each.says);
  const read = await throughMail(house, title, each.locale, each.says);
  expect(read).toHaveLength(each.says.length);
  for (const [index, { text, all }] of due.entries()) {
    const line = `line ${index + 1}: “${each.says[index]}”`;
    const letter = read[index] ?? null;
    // To thanks alone nobody writes a letter.
    if (letter === null) continue;
    expect(letter.slice(0, text.length), line).toEqual(text);
    // What is read later may be left out; what the desk did not say may not stand there.
    expect(missingIn(all, letter), line).toEqual([]);
  }
});

/** Words of one that the other has not, or not as often. */
function missingIn(all: Reading, letter: Reading): Reading {
  const left = [...all];
  return letter.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

async function showsAll(through: Door, title: string, locale: string, says: readonly string[]): Promise<void> {
  const due = await expected(locale, says);
  const read = await through(house, title, locale, says);
  expect(read).toHaveLength(says.length);
  const headings = headingsOfSources();
  const isSaid = (word: string) => !headings.has(word);
  for (const [index, { text, all }] of due.entries()) {
    const line = `line ${index + 1}: “${says[index]}”`;
    expect(sorted(read[index] ?? []).filter(isSaid), line).toEqual(sorted(all).filter(isSaid));
    expect((read[index] ?? []).slice(0, text.length), line).toEqual(text);
  }
}

/** That a list is one of sources stands over it, or is what opens it, where a door needs a heading. */
function headingsOfSources(): ReadonlySet<string> {
  const { speaker } = house;
  return new Set(
    speaker.languages.flatMap((language) =>
      ['channels:sources', 'channels:sources-of-card'].flatMap((key) => inMarkdown(speaker.say(language, key))),
    ),
  );
}

test('the conversations come to everything that a reply can hold', async () => {
  const seen = new Set<string>();
  for (const { locale, says } of conversations) {
    let state = freshState;
    for (const [index, text] of says.entries()) {
      const incoming = { conversation: 'seen', id: `${index}`, text, locale, channel: 'seen', ...house.now };
      const turn = await house.takeTurn(incoming, state);
      seen.add(turn.trace.decision);
      for (const reply of turn.replies) {
        if (reply.card !== null) seen.add(`card: ${reply.card.kind}`);
        if (reply.choices.length > 3) seen.add('more choices than Teams suggests');
        if (reply.sources.length > 0) seen.add('sources');
        seen.add(`in ${reply.language}`);
      }
      state = turn.state;
    }
  }
  const wanted = ['answer', 'clarify', 'dialog', 'decline', 'smalltalk', 'emergency', 'command', 'handover'];
  const cards = ['card: quote', 'card: decision', 'card: checklist'];
  for (const each of [...wanted, ...cards, 'more choices than Teams suggests', 'sources', 'in en', 'in fr'])
    expect(seen).toContain(each);
});
