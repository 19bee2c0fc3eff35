import { PassThrough, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { chat } from '../../../src/channels/ask/chat.ts';
import { askJsonl } from '../../../src/channels/ask/jsonl.ts';
import type { LineAnswer } from '../../../src/channels/ask/answer-line.ts';
import type { Turn } from '../../../src/conversation/turn.ts';
import { day } from '../../../src/core/day.ts';
import { openDesk, reply, trace } from '../../desk/real-desk.ts';

const speaker = { say: (language: string, key: string) => `${key} in ${language}` };
const today = () => day('2026-11-22');

async function ask(lines: readonly string[], takeTurn?: Turn): Promise<LineAnswer[]> {
  const { desk } = await openDesk(takeTurn);
  const input = new PassThrough();
  input.end(lines.map((line) => `${line}\n`).join(''));
  const output = new PassThrough();
  const read = output.toArray();
  await askJsonl({ desk, speaker, today }, input, output);
  output.end();
  const written = (await read).join('');
  return written
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LineAnswer);
}

const textsOf = (answers: readonly LineAnswer[]) =>
  answers.map((answer) => ('error' in answer ? answer.error.code : answer.replies.map(({ text }) => text).join()));

test('an answer a line, in order; lines of one conversation share state', async () => {
  const answers = await ask(['{"text":"a"}', '{"text":"a"}', '{"text":"b","conversation":"other"}', '{"text":"c"}']);
  expect(textsOf(answers)).toEqual(['1: a', '2: a', '1: b', '3: c']);
  expect(answers[0]).toEqual({ conversation: 'default', replies: [{ text: '1: a', choices: [] }], trace });
  expect(answers[2]).toMatchObject({ conversation: 'other' });
});

test.each([
  ['no JSON', 'hello', 'input/not-json'],
  ['an empty line', '', 'input/not-json'],
  ['no object', '[1]', 'input/invalid'],
  ['null', 'null', 'input/invalid'],
  ['no text', '{"conversation":"c"}', 'input/invalid'],
  ['a text that is no text', '{"text":7}', 'input/invalid'],
  ['no day of the calendar', '{"text":"a","on":"2026-02-30"}', 'input/invalid'],
  ['a day that is no text', '{"text":"a","on":20261122}', 'input/invalid'],
  ['an empty conversation', '{"text":"a","conversation":""}', 'input/invalid'],
])('%s gives an error, and the next line is read', async (_, line, code) => {
  const answers = await ask([line, '{"text":"a"}']);
  expect(textsOf(answers)).toEqual([code, '1: a']);
});

test('locale, channel and day reach the turn; without, it is today and there is no locale', async () => {
  const seen: unknown[] = [];
  const turn: Turn = (incoming, state) => {
    seen.push([incoming.locale, incoming.channel, incoming.on]);
    return Promise.resolve({ replies: [reply('ok')], state, trace, effects: [] });
  };
  await ask(['{"text":"a","locale":"fr","channel":"webchat","on":"2021-10-10"}', '{"text":"b"}'], turn);
  expect(seen).toEqual([
    ['fr', 'webchat', '2021-10-10'],
    [undefined, 'ask', '2026-11-22'],
  ]);
});

test('the text is what a person would read: card and sources included, choices beside', async () => {
  const full = reply('Your price.', {
    card: {
      kind: 'quote',
      title: 'Quote',
      sections: [
        { heading: 'Lines', rows: [{ label: 'Three months', text: '99 €' }], items: [] },
        { heading: null, rows: [], items: [{ text: 'a form', url: 'https://example.org/form' }] },
      ],
    },
    choices: [{ label: 'Talk to a person', value: 'command:human' }],
    sources: [{ id: 'S0', title: 'Price list', dated: '2011–2015', url: null }],
  });
  const [answer] = await ask(['{"text":"a"}'], (_, state) =>
    Promise.resolve({ replies: [full], state, trace, effects: [] }),
  );
  expect(answer).toMatchObject({
    replies: [
      {
        text: [
          'Your price.',
          '**Quote**',
          '**Lines**\n\n- Three months: 99 €',
          '- [a form](https://example.org/form)',
          'channels:sources in en\n- *Price list, 2011–2015*',
        ].join('\n\n'),
        choices: ['Talk to a person'],
      },
    ],
  });
});

test.each([
  ['100 kB', 'a '.repeat(50_000)],
  ['control characters', '\u0000\u001b[2J'],
  ['emoji only', '🤒'],
  ['empty', ''],
])('a text that is %s is answered on one line', async (_, text) => {
  expect(await ask([JSON.stringify({ text })])).toHaveLength(1);
});

test('each answer is written before the next line is read', async () => {
  const { desk } = await openDesk();
  const input = new PassThrough();
  const output = new PassThrough();
  const done = askJsonl({ desk, speaker, today }, input, output);
  for (const text of ['a', 'b']) {
    input.write(`{"text":"${text}"}\n`);
    const [answer] = (await new Promise<Buffer>((resolve) => output.once('data', resolve))).toString().split('\n');
    expect(answer).toContain(`: ${text}`);
  }
  input.end();
  await done;
});

test('a reader that goes away ends it quietly', async () => {
  const { desk } = await openDesk();
  const broken = Object.assign(new Error('broken pipe'), { code: 'EPIPE' });
  let written = 0;
  const output = new Writable({
    write(_chunk, _encoding, done) {
      written += 1;
      done(written > 1 ? broken : null);
    },
  });
  const input = new PassThrough();
  input.end('{"text":"a"}\n'.repeat(10));
  await askJsonl({ desk, speaker, today }, input, output);
  expect(written).toBe(2);
});

test('the chat greets, answers line by line and shows the choices', async () => {
  const turn: Turn = (incoming, state) =>
    Promise.resolve({
      replies: [
        reply(incoming.kind === 'join' ? 'Welcome' : `You: ${incoming.text}`, {
          choices: [{ label: 'Yes', value: 'yes' }],
        }),
      ],
      state,
      trace,
      effects: [],
    });
  const { desk } = await openDesk(turn);
  const input = new PassThrough();
  input.end('hello\n');
  const output = new PassThrough();
  await chat({ desk, speaker, today }, input, output, 'en');
  output.end();
  const shown = (await output.toArray()).join('').replaceAll('> ', '');
  expect(shown).toBe('Welcome\n\n  · Yes\n\nYou: hello\n\n  · Yes\n\n');
});
