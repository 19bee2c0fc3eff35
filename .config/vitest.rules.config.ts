import { defineConfig } from 'vitest/config';

/** The rules alone, for mutation testing: no model to train, nothing that listens. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/core/**/*.test.ts'],
    exclude: ['test/core/matching/**', 'node_modules/**'],
    testTimeout: 120_000,
  },
});
