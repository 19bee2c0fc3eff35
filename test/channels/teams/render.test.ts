import { expect, test } from 'vitest';
import { toTeams } from '../../../src/channels/teams/render.ts';
import { reply } from '../../desk/real-desk.ts';

const say = (_language: string, key: string, values: object = {}) => `${key} ${JSON.stringify(values)}`;
const showing = { personal: true, to: 'm1', reader: '29:anna' };
const sizeOf = (activity: object) => Buffer.byteLength(JSON.stringify(activity));

const card = (rows: number, length: number) => ({
  kind: 'decision' as const,
  title: 'Decision',
  sections: [
    {
      heading: 'Why',
      rows: Array.from({ length: rows }, (_, index) => ({ label: `Row ${index}`, text: 'é'.repeat(length) })),
      items: [{ text: 'The site', url: 'https://example.org/' }],
    },
  ],
});

test('a card is an Adaptive Card 1.5 beside the text', () => {
  const [message, ...more] = toTeams(reply('Yes.', { card: card(2, 10) }), showing, say);
  expect(more).toEqual([]);
  expect(message).toMatchObject({
    text: 'Yes.',
    textFormat: 'markdown',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { version: '1.5' } }],
  });
});

test('a card over the size of Teams is said in words, whole', () => {
  const choices = ['A', 'B', 'C', 'D'].map((label) => ({ label, value: label }));
  const messages = toTeams(reply('Yes.', { card: card(60, 250), choices }), showing, say);
  expect(messages.length).toBeGreaterThan(1);
  for (const message of messages) expect(sizeOf(message)).toBeLessThan(28 * 1024);
  const words = messages.map(({ text }) => text).join('\n');
  for (let row = 0; row < 60; row++) expect(words).toContain(`- Row ${row}: ${'é'.repeat(250)}`);
  expect(words).toContain('[The site](https://example.org/)');
  expect(messages.slice(0, -1).every(({ attachments }) => attachments === undefined)).toBe(true);
  expect(JSON.stringify(messages.at(-1)?.attachments)).toContain('"title":"D"');
});

test.each([
  ['paragraphs', Array.from({ length: 90 }, (_, index) => `Paragraph ${index} ${'x'.repeat(700)}`).join('\n\n')],
  ['lines', Array.from({ length: 900 }, (_, index) => `Line ${index} ${'x'.repeat(70)}`).join('\n')],
  ['words', Array.from({ length: 9000 }, (_, index) => `word${index}`).join(' ')],
  ['one word', '😀'.repeat(20_000)],
])('a long text of %s comes in several messages, nothing lost, no character cut', (_, text) => {
  const messages = toTeams(reply(text), showing, say);
  expect(messages.length).toBeGreaterThan(1);
  for (const message of messages) {
    expect(sizeOf(message)).toBeLessThan(28 * 1024);
    expect(message.text?.isWellFormed()).toBe(true);
  }
  const together = messages.map((message) => message.text ?? '').join('');
  expect(together.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
});

test.each([
  [3, true, 0],
  [4, true, 1],
  [6, true, 1],
  [7, true, 2],
  [1, false, 1],
])('%i choices, for one person: %s, make %i rows of buttons', (count, personal, rows) => {
  const choices = Array.from({ length: count }, (_, index) => ({ label: `C${index}`, value: `v${index}` }));
  const [message] = toTeams(reply('?', { choices }), { ...showing, personal }, say);
  const body = (message?.attachments?.[0]?.content as { body: { actions: object[] }[] } | undefined)?.body ?? [];
  expect(body).toHaveLength(rows);
  expect(body.flatMap(({ actions }) => actions)).toHaveLength(rows === 0 ? 0 : count);
  expect(message?.suggestedActions?.actions ?? []).toHaveLength(rows === 0 ? count : 0);
});

test('a pressed button says its label, and names the message that it stands under', () => {
  const choices = [{ label: 'Yes', value: 'fact:registered=true' }];
  const [message] = toTeams(reply('?', { choices }), { ...showing, personal: false }, say);
  expect(message?.attachments?.[0]?.content).toMatchObject({
    body: [
      {
        actions: [
          {
            type: 'Action.Submit',
            title: 'Yes',
            data: {
              msteams: {
                type: 'messageBack',
                text: 'Yes',
                displayText: 'Yes',
                value: { guichet: { choice: 'Yes', to: 'm1' } },
              },
            },
          },
        ],
      },
    ],
  });
});

test('the sources of a card are folded in it, its headings are headings, and what is folded is a part of its own', () => {
  const sources = [{ id: 'S0', title: 'A page', dated: '2025', url: 'https://example.org/' }];
  const folded = { heading: 'Why', rows: [], items: [{ text: 'long stay', url: null }], folded: true as const };
  const whole = { ...card(1, 3), sections: [...card(1, 3).sections, folded] };
  const [message] = toTeams(reply('Yes.', { card: whole, sources }), showing, say);
  expect(message?.text).toBe('Yes.');
  const { body } = message?.attachments?.[0]?.content as { readonly body: readonly { readonly isVisible?: boolean }[] };
  expect(body.filter(({ isVisible }) => isVisible !== false)).toMatchObject([
    { style: 'heading', text: 'Decision' },
    { style: 'heading', text: 'Why' },
    { type: 'FactSet' },
    { type: 'TextBlock' },
    { type: 'ActionSet', actions: [{ title: 'Why' }, { title: 'web:chat.sources {}' }] },
  ]);
  expect(body.slice(-2)).toMatchObject([{ isVisible: false }, { isVisible: false }]);
  expect(JSON.stringify(body)).toContain('[A page, 2025](https://example.org/)');
});

test('buttons of what is folded stand side by side as long as there is room, and nothing of them is lost', () => {
  const sections = ['Papers, step 1', 'Papers, step 2', 'Papers, step 3', '学生需要的全部材料和步骤'].map(
    (heading) => ({
      heading,
      rows: [],
      items: [{ text: heading, url: null }],
      folded: true as const,
    }),
  );
  const [message] = toTeams(reply('Yes.', { card: { ...card(1, 3), sections } }), showing, say);
  const { body } = message?.attachments?.[0]?.content as {
    readonly body: readonly { readonly type: string; readonly actions?: readonly { readonly title: string }[] }[];
  };
  const rows = body.flatMap(({ actions }) => (actions === undefined ? [] : [actions.map(({ title }) => title)]));
  expect(rows).toEqual([['Papers, step 1', 'Papers, step 2'], ['Papers, step 3'], ['学生需要的全部材料和步骤']]);
  expect(body.filter(({ type }) => type === 'Container')).toHaveLength(4);
});
