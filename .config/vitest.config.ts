import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** The tests that say whether the core is tested: what counts lines slows all that it counts in, so nothing else runs with it. */
const measured = ['test/{core,text}/**/*.test.ts'];

/** What replaces a module, a global or the time for everybody in its process. */
const apart = [
  'test/channels/direct-line/official-client.test.ts',
  'test/docs/deploy.test.ts',
  'test/http/rate-limit.test.ts',
  'test/security/sign-in-work.test.ts',
];

const never = ['test/e2e/**', 'node_modules/**'];

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    globalSetup: ['test/train-once.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One of them more than vitest has by itself, which leaves a core idle while it waits.
    maxWorkers: availableParallelism(),
    // Each core has its worker: threads that help collect its garbage would wait for each other instead (a tenth of the processor time).
    execArgv: ['--single-threaded-gc'],
    // A busy machine takes its time; what never comes still fails.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      project('measured', { include: measured, exclude: never }),
      project('together', { include: ['test/**/*.test.ts'], exclude: [...measured, ...apart, ...never] }),
      project('apart', { include: apart, exclude: never, isolate: true }),
    ],
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

/** One load of the modules, of the knowledge and of what was learned from it for each process instead of one for each file. */
function project(name: string, of: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration {
  return { extends: true, test: { name, isolate: false, ...of } };
}
