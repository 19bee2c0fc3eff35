import { defineConfig } from 'vitest/config';

/**
 * The rules alone, for mutation testing: no model to train, nothing that listens, and of the tests of the rules the tables
 * that name what they expect. What walks over every combination, every month or random situations would run again for
 * each mutant and catches none that a table does not.
 */
const slow = ['content', 'official-tree', 'over-time', 'phrases', 'printed-table', 'properties'];

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/core/**/*.test.ts'],
    exclude: [
      'test/core/matching/**',
      'test/core/shifted-data.test.ts',
      ...slow.map((name) => `test/core/eligibility/${name}.test.ts`),
      'node_modules/**',
    ],
    // One load of the modules for each mutant instead of one for each file; no test here changes what another one reads.
    isolate: false,
    testTimeout: 120_000,
  },
});
