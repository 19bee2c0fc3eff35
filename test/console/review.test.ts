import { afterEach, beforeEach, expect, test } from 'vitest';
import { converse } from './listed.ts';
import { openRoom, type Room, type Visitor } from './room.ts';

/** Judging turns one after the other, and what was judged. */
let room: Room;
let ada: Visitor;
beforeEach(async () => {
  room = await openRoom();
  ada = await room.join('reviewer', 'Ada');
  await converse(room.storage, 'a', [
    { says: 'how much is a gp', hears: '30 €', trace: { decision: 'answer', intent: 'gp-price' } },
    { says: 'back', trace: { decision: 'command' } },
    { says: '=SUM(1)', trace: { decision: 'decline' }, at: '2026-11-22T09:05:00.000Z' },
  ]);
});
afterEach(() => room.close());

const judge = (fields: Record<string, string>) =>
  ada.send('/staff/conversation/annotate', { id: 'a', back: 'review', ...fields }, { from: '/staff/review' });

test('what nobody judged stands there, newest first, with what was said; commands do not', async () => {
  const { text } = await ada.get('/staff/review');
  expect(text.indexOf('=SUM(1)')).toBeLessThan(text.indexOf('how much is a gp'));
  expect(text).toContain('30 €');
  expect(text.match(/data-turn/g)).toHaveLength(2);
});

test('a judgement with reason and right answer, kept without a page in between, and taken back', async () => {
  const kept = await judge({
    position: '1',
    verdict: 'wrong',
    reason: 'misunderstood',
    right: 'gp-refund',
    quietly: 'yes',
  });
  expect([kept.status, kept.text]).toEqual([200, '{"before":null}']);
  expect(await room.storage.annotations.of('a')).toMatchObject([
    { verdict: 'wrong', reason: 'misunderstood', rightAnswer: 'gp-refund', name: 'Ada' },
  ]);
  expect((await ada.get('/staff/review')).text).not.toContain('how much is a gp');
  const undone = await ada.send(
    '/staff/review/undo',
    { id: 'a', position: '1', quietly: 'yes' },
    { from: '/staff/review' },
  );
  expect(undone.status).toBe(200);
  expect(await room.storage.annotations.of('a')).toEqual([]);
  expect((await ada.get('/staff/review')).text).toContain('how much is a gp');
});

test('without scripts a form does the same and leads back', async () => {
  expect((await judge({ position: '1', verdict: 'right' })).to).toContain('/staff/review');
});

test('judgements are listed, filtered and exported as CSV and JSON lines', async () => {
  await judge({ position: '1', verdict: 'right' });
  await judge({ position: '5', verdict: 'wrong', reason: 'not-answered' });
  expect((await ada.get('/staff/judgements')).text).toMatch(
    /=SUM\(1\)[^]*how much is a gp|how much is a gp[^]*=SUM\(1\)/,
  );
  const wrong = (await ada.get('/staff/judgements?verdict=wrong')).text;
  expect([wrong.includes('=SUM(1)'), wrong.includes('how much is a gp')]).toEqual([true, false]);
  expect((await ada.get('/staff/judgements?reason=not-answered')).text).toContain('=SUM(1)');
  const csv = (await ada.get('/staff/judgements/export?format=csv&verdict=wrong')).text;
  expect(csv.split('\n')[0]).toContain(
    'conversation,position,at,language,question,verdict,reason,rightAnswer,note,name',
  );
  // A spreadsheet would run it.
  expect(csv).toContain("'=SUM(1)");
  const lines = (await ada.get('/staff/judgements/export?format=jsonl')).text.trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { verdict: string }).verdict).sort()).toEqual(['right', 'wrong']);
});
