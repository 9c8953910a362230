import { defineConfig } from 'vitest/config';

/** Most of a file's time is waiting; a third at a time was no faster on two cores. */
const FILES_AT_A_TIME = 2;

// Each file has a set of servers for itself while it runs, and time to start them.
const onRealParts = {
  globalSetup: ['test/support/global-setup.ts'],
  pool: 'forks' as const,
  testTimeout: 120_000,
  hookTimeout: 300_000,
};

export default defineConfig({
  test: {
    reporters: ['default', './test/support/reporter.ts'],
    teardownTimeout: 60_000,
    poolOptions: { forks: { minForks: 1, maxForks: FILES_AT_A_TIME } },
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{services,schemas}/**/*.test.ts',
            'test/{tidy,support,conformance,certify}/**/*.test.ts',
            'test/tidy.test.ts',
          ],
          // Pure tests share nothing to spoil; loading every module once halves the time.
          isolate: false,
          // No test depends on speed: the machine may be busy with something else.
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...onRealParts,
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...onRealParts,
          name: 'e2e',
          include: ['test/{e2e,chaos}/**/*.test.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Brings servers of its own, and skips unless asked for: npm run compose:test.
        test: {
          name: 'compose',
          include: ['test/compose/**/*.test.ts'],
          testTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
