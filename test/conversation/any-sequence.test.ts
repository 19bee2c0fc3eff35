import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import { incoming, readText, takeTurn } from './talk.ts';

const said = fc.oneof(
  fc.constantFrom(
    'check my situation',
    'make me a quote',
    'calculate a refund',
    'yes',
    'no',
    'Brazil',
    'je suis espagnol',
    '10 months',
    'back',
    'cancel',
    'why do you ask?',
    "I don't know",
    'start again',
    'en français svp',
    'in english please',
    'how much does a gp cost',
    'talk to a person',
    'Go on where we stopped',
    'delete my data',
    'the second one',
    '1',
    'none of these',
    'and if I stay longer?',
    'repeat',
    'that is not what I asked',
    'rc',
    '3 months',
    'summary',
    'skip',
    'here',
    'my refund never came',
    'mail me this',
    '2',
  ),
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** The same messages twice: a reply to each, no throw, plain state under 32 kB, the same bytes. */
test('any sequence of turns ends with a reply each, small plain state and the same bytes again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 40 }), async (texts) => {
      const first = await play(texts);
      const second = await play(texts);
      expect(second).toEqual(first);
    }),
    { numRuns: 15, seed: 20261122 },
  );
});

async function play(texts: readonly string[]): Promise<readonly string[]> {
  let state = freshState;
  const read: string[] = [];
  for (const [index, text] of texts.entries()) {
    const turn = await takeTurn(incoming(text, index), state);
    const words = readText(turn);
    expect(words.trim(), `an empty reply to ${JSON.stringify(text)}`).not.toBe('');
    state = JSON.parse(JSON.stringify(turn.state)) as typeof state;
    expect(JSON.stringify(state).length).toBeLessThan(32_000);
    read.push(words);
  }
  return read;
}
