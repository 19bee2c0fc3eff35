import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createRateLimit } from '../../src/http/rate-limit.ts';

const rate = { burst: 2, perSecond: 0.5 };

test('what is over the burst waits until enough is given back', () => {
  let elapsed = 0;
  const wait = createRateLimit(rate, { elapsedMs: () => elapsed });
  expect([wait('a'), wait('a'), wait('a')]).toEqual([0, 0, 2]);
  elapsed += 2000;
  expect([wait('a'), wait('a')]).toEqual([0, 2]);
});

test('the clock on the wall set back an hour costs nobody a second', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T12:00:00Z') });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const wait = createRateLimit({ burst: 1, perSecond: 1000 });
  expect(wait('a')).toBe(0);
  vi.setSystemTime(new Date('2026-11-22T11:00:00Z'));
  await sleep(10);
  expect(wait('a')).toBe(0);
});

test('of many addresses the longest unseen is forgotten first', () => {
  const wait = createRateLimit({ burst: 1, perSecond: 0.001 }, { elapsedMs: () => 0, people: 2 });
  for (const who of ['a', 'b', 'a', 'c']) wait(who);
  expect([wait('a') > 0, wait('b')]).toEqual([true, 0]);
});
