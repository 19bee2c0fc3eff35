import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    globalSetup: ['test/train-once.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    coverage: {
      provider: 'v8',
      include: ['src/core/**/*.ts'],
      reportsDirectory: 'coverage',
      reporter: ['text-summary', 'json-summary'],
      thresholds: {
        'src/core/{eligibility,fees,reimbursement,deadlines}/**': { lines: 98, branches: 98 },
        'src/core/*.ts': { lines: 98, branches: 98 },
        // Guards of typed arrays against undefined, which the strict flags ask for and nothing can reach, are a tenth here.
        'src/core/matching/**': { lines: 98, branches: 90 },
      },
    },
  },
});
