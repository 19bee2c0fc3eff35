import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cluster } from '../../src/console/misses/cluster.ts';
import { median, tally, weekOf } from '../../src/console/numbers/tally.ts';
import { wilson } from '../../src/console/numbers/wilson.ts';
import { converse } from './listed.ts';
import { matcher, openRoom, type Room, type Visitor } from './room.ts';

test.each([
  // Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  ['81 of 263', 81, 263, 0.2553, 0.3662],
  ['15 of 148', 15, 148, 0.0624, 0.1605],
  ['0 of 20', 0, 20, 0, 0.1611],
  ['1 of 29', 1, 29, 0.0061, 0.1718],
])('the interval of %s is the published one', (_, successes, of, low, high) => {
  const share = wilson(successes, of);
  expect([share!.low.toFixed(4), share!.high.toFixed(4)]).toEqual([low.toFixed(4), high.toFixed(4)]);
});

test('nothing judged is no share', () => {
  expect(wilson(0, 0)).toBeNull();
});

test.each([
  ['2026-11-22', '2026-11-16'],
  ['2026-11-23', '2026-11-23'],
  ['2027-01-01', '2026-12-28'],
])('%s is in the week from %s', (day, monday) => {
  expect(weekOf(day)).toBe(monday);
});

test('a median of none is none, of two their middle', () => {
  expect([median([]), median([3]), median([4, 1]), median([9, 1, 2])]).toEqual([null, 3, 2.5, 2]);
});

test('counts come together by name, the greatest first', () => {
  const rows = tally(
    [
      { key: 'a', decision: 'answer', count: 2 },
      { key: 'b', decision: 'decline', count: 5 },
      { key: 'a', decision: 'gap', count: 1 },
      { key: null, decision: 'answer', count: 9 },
    ],
    (key) => key,
  );
  expect(rows).toMatchObject([
    { key: 'b', all: 5, declined: 5 },
    { key: 'a', all: 3, answered: 2, declined: 1 },
  ]);
});

describe('what was missed', () => {
  const missed = (question: string, count: number) => ({
    question,
    count,
    language: 'en',
    conversation: 'c',
    intent: null,
  });
  const questions = [
    missed('can I bring my dog to the university', 1),
    missed('bringing dogs to university?', 3),
    missed('where is the swimming pool', 2),
    missed('where are the swimming pools', 2),
  ];
  const stems = (question: string) => matcher.stems(question);

  test('is put together when it is much the same', () => {
    expect(cluster(questions, stems).map(({ leader, count }) => [leader.question, count])).toEqual([
      ['bringing dogs to university?', 4],
      ['where are the swimming pools', 4],
    ]);
  });

  test('gives the same clusters in whatever order it comes', () => {
    expect(cluster(questions.toReversed(), stems)).toEqual(cluster(questions, stems));
  });
});

describe('the pages', () => {
  let room: Room;
  let ada: Visitor;
  beforeEach(async () => {
    room = await openRoom();
    ada = await room.join('reviewer', 'Ada');
    await converse(room.storage, 'a', [{ says: 'gp price', trace: { intent: 'gp-price', score: 0.9 } }]);
    await converse(room.storage, 'b', [
      { says: 'where is the pool <b>', trace: { decision: 'decline' } },
      {
        says: 'a person',
        trace: { decision: 'handover' },
        effects: [{ kind: 'handover', reference: 'G-2', reason: 'asked', facts: {} }],
      },
    ]);
  });
  afterEach(() => room.close());

  test('numbers count what was asked and what came of it, drawn and as tables', async () => {
    const annotation = { conversation: 'a', reason: null, rightAnswer: null, note: '', who: 'x', name: 'Ada' };
    await room.storage.annotations.put({
      ...annotation,
      position: 1,
      verdict: 'right',
      at: '2026-11-22T09:00:00.000Z',
    });
    await room.storage.annotations.put({
      ...annotation,
      position: 2,
      verdict: 'unclear',
      at: '2026-11-22T09:00:00.000Z',
    });
    const { text } = await ada.get('/staff/numbers');
    for (const shown of [
      '<svg',
      'Resolved without a person',
      '50 % (9–91 %, of 2)',
      '100 % (21–100 %, of 1)',
      '1 still waiting',
      'gp-price',
    ])
      expect(text).toContain(shown);
    expect(text).toContain('where is the pool &#60;b&#62;');
    expect(text).not.toMatch(/<svg[^>]* style=|<style/);
  });

  test.each([
    ['a day that no month has', 'until=2026-02-30', '2026-11-22'],
    ['no day at all', 'until=yesterday', '2026-11-22'],
    ['a day of its own', 'until=2026-02-28', '2026-02-28'],
  ])('the span ends today with %s', async (_, query, last) => {
    for (const page of ['/staff/numbers', '/staff/misses'])
      expect((await ada.get(`${page}?${query}`)).text).toMatch(new RegExp(`name="until"[^>]*value="${last}"`));
  });

  test('another span holds nothing', async () => {
    const { text } = await ada.get('/staff/numbers?from=2025-01-01&until=2025-02-01');
    expect(text).toContain('Nothing in these days');
    expect(text).not.toContain('gp-price');
  });

  test.each(['week', 'topic', 'channel', 'language', 'intent'])('by %s as CSV', async (by) => {
    const { text, headers } = await ada.get(`/staff/numbers/csv?by=${by}`);
    expect(headers.get('content-type')).toContain('text/csv');
    expect(text.split('\n')[0]).toBe(`${by},all,answered,asked,declined,handed-over,other`);
    expect(text.trim().split('\n').length).toBeGreaterThan(1);
  });

  test('what was not understood is listed with where it was asked', async () => {
    const { text } = await ada.get('/staff/misses');
    expect(text).toContain('<a href="/staff/conversation?id=b" lang="en">where is the pool &#60;b&#62;</a>');
    expect((await ada.get('/staff/misses?kind=gap')).text).toContain('Nothing in these days');
  });
});
