import { expect, test } from 'vitest';
import { toActivity } from '../../src/channels/render-activity.ts';
import { reply } from '../desk/real-desk.ts';

test('a bare reply is a Markdown message in its language', () => {
  expect(toActivity(reply('Hello', { language: 'fr' }))).toEqual({
    type: 'message',
    locale: 'fr',
    textFormat: 'markdown',
    text: 'Hello',
    inputHint: 'acceptingInput',
    channelData: { guichet: { asking: null, handover: null, feedback: false, sources: [] } },
  });
});

test('a choice is pressed as it reads', () => {
  const { suggestedActions } = toActivity(reply('?', { choices: [{ label: 'I don’t know', value: 'unknown' }] }));
  expect(suggestedActions?.actions).toEqual([{ type: 'imBack', title: 'I don’t know', value: 'I don’t know' }]);
});

test('sources stand under the text, linked where there is an address', () => {
  const sources = [
    { id: 'S0', title: 'Prices [2]', dated: '2011–2015', url: 'https://example.org/p' },
    { id: 'X', title: 'Other', dated: 'read in 2026', url: null },
  ];
  expect(toActivity(reply('Text.', { sources })).text).toBe(
    'Text.\n\n- *[Prices \\[2\\]](https://example.org/p), 2011–2015*\n- *Other, read in 2026*',
  );
});

test('a question expects input', () => {
  expect(toActivity(reply('How old are you?', { asking: 'age' })).inputHint).toBe('expectingInput');
});

test('a card is an Adaptive Card 1.5 that loses nothing where cards cannot be shown', () => {
  const card = {
    kind: 'checklist' as const,
    title: 'Papers',
    sections: [
      { heading: 'Step 1', rows: [{ label: 'Where', text: 'online' }], items: [{ text: 'Passport', url: null }] },
    ],
  };
  const [attachment] = toActivity(reply('See.', { card })).attachments ?? [];
  expect(attachment).toEqual({
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.5',
      lang: 'en',
      fallbackText: '**Papers**\n\n**Step 1**\n\n- Where: online\n- Passport',
      body: [
        { type: 'TextBlock', text: 'Papers', style: 'heading', size: 'Medium', weight: 'Bolder', wrap: true },
        {
          type: 'TextBlock',
          text: 'Step 1',
          style: 'heading',
          size: 'Default',
          weight: 'Bolder',
          wrap: true,
          spacing: 'Medium',
        },
        { type: 'FactSet', facts: [{ title: 'Where', value: 'online' }] },
        { type: 'TextBlock', text: '- Passport', wrap: true, spacing: 'Small' },
      ],
    },
  });
});

test('steps are numbered, and what is folded opens by its heading, the sources of the reply among it', () => {
  const items = (...texts: string[]) => texts.map((text) => ({ text, url: null }));
  const card = {
    kind: 'decision' as const,
    title: 'Situation',
    sections: [
      { heading: 'Next', rows: [], items: items('Register.', 'Send.'), ordered: true as const },
      { heading: 'Why', rows: [], items: items('long stay'), folded: true as const },
      { heading: 'Sources', rows: [], items: items('A page, 2025'), folded: true as const, sources: true as const },
    ],
  };
  const sources = [{ id: 'S0', title: 'A page', dated: '2025', url: null }];
  const activity = toActivity(reply('Yes.', { card, sources }));
  expect(activity).toMatchObject({ text: 'Yes.', channelData: { guichet: { sources: [] } } });
  const content = activity.attachments?.[0]?.content as { readonly body: readonly unknown[] };
  const { body } = content;
  expect(body.slice(1)).toMatchObject([
    { type: 'TextBlock', text: 'Next' },
    { type: 'TextBlock', text: '1. Register.\n2. Send.' },
    { type: 'ActionSet', actions: [{ type: 'Action.ToggleVisibility', title: 'Why' }] },
    { type: 'Container', isVisible: false, items: [{ text: '- long stay' }] },
    { type: 'ActionSet', actions: [{ type: 'Action.ToggleVisibility', title: 'Sources' }] },
    { type: 'Container', isVisible: false, items: [{ text: '- A page, 2025' }] },
  ]);
  const opened = (body as { actions?: { targetElements: string[] }[] }[]).flatMap(
    ({ actions }) => actions?.[0]?.targetElements ?? [],
  );
  const ids = (body as { id?: string }[]).flatMap(({ id }) => id ?? []);
  expect(opened).toEqual(ids);
  expect(new Set(ids).size).toBe(2);
});

test('a quote reads as a bill: what it is for at the start, the amount at the end, the total strong', () => {
  const rows = [
    { label: 'Insurance, 3 months', text: '99 € (cover from 1 to 31)', amount: '99 €' },
    { label: 'Total', text: '114 €', amount: '114 €', total: true as const },
  ];
  const card = { kind: 'quote' as const, title: 'Quote', sections: [{ heading: null, rows, items: [] }] };
  const [attachment] = toActivity(reply('114 €', { card })).attachments ?? [];
  const content = attachment?.content as { readonly body: readonly unknown[]; readonly fallbackText: string };
  const column = (...items: object[]) => ({ type: 'Column', items });
  expect(content.body.slice(1)).toMatchObject([
    {
      type: 'ColumnSet',
      separator: false,
      columns: [
        column({ text: 'Insurance, 3 months' }, { text: 'cover from 1 to 31', isSubtle: true }),
        column({ text: '99 €', horizontalAlignment: 'Right' }),
      ],
    },
    {
      separator: true,
      columns: [column({ text: 'Total', weight: 'Bolder' }), column({ text: '114 €', weight: 'Bolder' })],
    },
  ]);
  expect(content.fallbackText).toContain('- Insurance, 3 months: 99 € (cover from 1 to 31)');
});
