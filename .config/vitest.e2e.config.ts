import { defineConfig } from 'vitest/config';

/** The browser tests: the real server, the real Web Chat, real Chromium. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    isolate: false,
    // Two servers and two browsers at a time: most of what a browser test does is wait for what is to be seen.
    maxWorkers: 2,
    // A machine that is busy starts a frame in seconds; what never comes still fails.
    expect: { poll: { timeout: 60_000 } },
  },
});
