import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { converse } from './listed.ts';
import { openRoom, speaker, type Room, type Visitor } from './room.ts';

let room: Room;
let ada: Visitor;
beforeEach(async () => {
  room = await openRoom();
  ada = await room.join('reviewer', 'Ada');
  await converse(room.storage, 'c/1|x', [
    {
      says: 'how much is a gp visit <script>alert(1)</script>',
      hears: 'A visit costs **30 €**.',
      trace: {
        intent: 'gp-price',
        score: 0.91,
        runnerUp: { intent: 'carte-vitale-wait', score: 0.02 },
        sources: ['S3'],
      },
    },
    {
      says: 'do I register',
      hears: 'You must register.',
      trace: { decision: 'dialog', intent: 'eligibility', outcome: { row: 'D29' } },
    },
  ]);
  await converse(room.storage, 'second', [
    { says: '=cmd()|calc', hears: 'I did not understand.', trace: { decision: 'decline' } },
  ]);
});
afterEach(() => room.close());

const transcript = (id: string, more = '') => `/staff/conversation?${new URLSearchParams({ id }).toString()}${more}`;

test('the list shows the newest first, and leads to the transcript with the filter kept', async () => {
  const { text } = await ada.get('/staff/conversations?channel=webchat');
  expect(text.indexOf('=cmd()')).toBeLessThan(text.indexOf('how much is a gp visit'));
  expect(text).toContain('how much is a gp visit &#60;script&#62;');
  expect(text).toContain('/staff/conversation?id=c%2F1%7Cx&#38;channel=webchat');
});

test('the transcript is what the student saw, and beside it why', async () => {
  const { text } = await ada.get(transcript('c/1|x'));
  expect(text).toContain('<strong>30 €</strong>');
  expect(text).not.toContain('<script>alert');
  for (const shown of [
    'Price of a GP visit 91 %',
    'How long the carte Vitale takes 2 %',
    'S3',
    'D29',
    'Nearest phrasing of Price of a GP visit',
    'spoke for Price of a GP visit; next',
    'needed',
  ])
    expect(text).toContain(shown);
});

test('one goes from conversation to conversation within the filter', async () => {
  const newest = await ada.get(transcript('second'));
  expect(newest.text).toMatch(/rel="next" href="\/staff\/conversation\?id=c%2F1%7Cx"/);
  expect(newest.text).not.toContain('rel="prev"');
  expect((await ada.get(transcript('second', '&decision=decline'))).text).not.toContain('rel="next"');
});

test('a judgement is kept, redacted, shown, and can be changed', async () => {
  const annotate = (fields: Record<string, string>) =>
    ada.send('/staff/conversation/annotate', { id: 'c/1|x', position: '1', ...fields }, { from: transcript('c/1|x') });
  const done = await annotate({
    verdict: 'wrong',
    reason: 'wrong-figure',
    right: 'gp-refund',
    note: 'mail me: ada@school.example',
  });
  expect(done.to).toBe('/staff/conversation?id=c%2F1%7Cx&done=annotated#m1');
  expect(await room.storage.annotations.of('c/1|x')).toMatchObject([
    {
      position: 1,
      verdict: 'wrong',
      reason: 'wrong-figure',
      rightAnswer: 'gp-refund',
      note: 'mail me: [e-mail]',
      name: 'Ada',
    },
  ]);
  await annotate({ verdict: 'right', right: 'no such answer' });
  expect(await room.storage.annotations.of('c/1|x')).toMatchObject([
    { verdict: 'right', rightAnswer: null, reason: null },
  ]);
});

test('a conversation is assigned and marked as done', async () => {
  const [me] = await room.storage.staff.accounts('2026-11-22T10:00:00Z');
  const mark = (fields: Record<string, string>) =>
    ada.send('/staff/conversation/mark', { id: 'second', ...fields }, { from: transcript('second') });
  await mark({ assigned: me!.id });
  await mark({ reviewed: 'yes' });
  expect(await room.storage.search.find('second')).toMatchObject({ assigned: me!.id, reviewed: true });
  expect((await ada.get('/staff/conversations?state=mine')).text).toContain('=cmd()');
  expect((await mark({ assigned: 'nobody' })).status).toBe(404);
  expect((await mark({ id: 'unknown', reviewed: 'yes' })).status).toBe(404);
});

describe('as files', () => {
  test('CSV holds a line a question, and no cell that a spreadsheet would run', async () => {
    const { text, headers } = await ada.get('/staff/conversations/export?format=csv');
    expect(headers.get('content-disposition')).toBe('attachment; filename="conversations-2026-11-22.csv"');
    expect(text.split('\n').filter((line) => line.includes('webchat'))).toHaveLength(3);
    expect(text).toContain(",'=cmd()|calc,");
  });

  test('JSON lines hold the whole reason, filtered as the list is', async () => {
    const { text } = await ada.get('/staff/conversations/export?format=jsonl&decision=decline');
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(lines).toMatchObject([{ conversation: 'second', text: '=cmd()|calc', trace: { decision: 'decline' } }]);
  });

  test('a transcript opens in the Bot Framework’s tools', async () => {
    const { text, headers } = await ada.get(`/staff/conversation/export?id=${encodeURIComponent('c/1|x')}`);
    expect(headers.get('content-disposition')).toContain('c-1-x.transcript');
    expect(JSON.parse(text)).toMatchObject([
      { type: 'message', from: { role: 'user' }, text: expect.stringContaining('gp visit') as string },
      { type: 'message', from: { role: 'bot' }, text: 'A visit costs **30 €**.' },
      { from: { role: 'user' } },
      { from: { role: 'bot' } },
    ]);
  });

  test('each export and each reading is in the audit log', async () => {
    await ada.get('/staff/conversations/export?format=csv');
    await ada.get(transcript('second'));
    const entries = await room.storage.audit.list({}, 10);
    expect(entries.map(({ what, name }) => [what, name])).toEqual(
      expect.arrayContaining([
        ['conversation.export', 'Ada'],
        ['conversation.read', 'Ada'],
      ]),
    );
  });
});

test.each([
  ['SQL in every field', "'; drop table listed; --"],
  ['HTML in every field', '"><img src=x onerror=alert(1)>'],
  ['a percent sign', '%'],
  ['ten thousand letters of a regular expression', 'a*'.repeat(5000)],
  ['nothing that is a number or a day', '-1e999'],
  ['half a character', '\ud800'],
])('%s is harmless', async (_, text) => {
  const names = [
    'q',
    'channel',
    'language',
    'decision',
    'topic',
    'intent',
    'sure',
    'feedback',
    'from',
    'until',
    'state',
    'before',
    'after',
    'lang',
    'done',
  ];
  for (const name of names) {
    const value = name === 'q' ? text : text.slice(0, 1000);
    const { status, text: page } = await ada.get(
      `/staff/conversations?${new URLSearchParams({ [name]: value }).toString()}`,
    );
    expect([name, status]).toEqual([name, 200]);
    expect(page).not.toContain('<img src=x');
  }
  expect((await ada.get(transcript(text.slice(0, 1000)))).status).toBe(404);
  expect((await room.storage.search.list({}, { limit: 5 })).conversations).toHaveLength(2);
});

test.each(speaker.staffLanguages)('every phrase of the pages is there in %s', async (language) => {
  for (const path of ['/staff/conversations', transcript('c/1|x')]) {
    const { status, text, headers } = await ada.get(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
    expect([status, headers.get('content-language')]).toEqual([200, language]);
    expect(text).not.toMatch(/\{\{|undefined|\[object/);
  }
});
