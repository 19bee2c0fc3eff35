import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    globalSetup: ['test/train-once.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A busy machine takes its time; what never comes still fails.
    expect: { poll: { timeout: 20_000 } },
    coverage: {
      provider: 'v8',
      include: ['src/{core,text}/**/*.ts'],
      reportsDirectory: 'coverage',
      reporter: ['text-summary', 'json-summary'],
      thresholds: {
        'src/core/{eligibility,fees,reimbursement,deadlines}/**': { lines: 98, branches: 98 },
        'src/core/*.ts': { lines: 98, branches: 98 },
        'src/core/matching/**': { lines: 98, branches: 98 },
        'src/text/**': { lines: 98, branches: 98 },
      },
    },
  },
});
