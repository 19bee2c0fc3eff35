import { expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';
import { failed, report } from './report.ts';

/** The long run is `npm run -s fuzz -- --minutes 10`; this one takes the same inputs every time. */
test(
  'a short run of hostile input: no stop, no mistake in the log, no promise broken',
  { timeout: 240_000 },
  async () => {
    const fuzzed = await fuzz(20261129, {
      modules: { seconds: 30, inputs: 150 },
      doors: { seconds: 60, inputs: 60 },
    });
    expect(failed(fuzzed), report(fuzzed)).toBe(false);
    for (const { name, inputs } of [...fuzzed.modules, ...fuzzed.doors]) expect(inputs, name).toBeGreaterThan(0);
  },
);
