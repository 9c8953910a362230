import { defineConfig } from 'vitest/config';

// What crosses processes shares one stack and two cores: one file at a time, and time to start it.
const onRealParts = {
  globalSetup: ['test/support/global-setup.ts'],
  fileParallelism: false,
  testTimeout: 120_000,
  hookTimeout: 300_000,
  teardownTimeout: 60_000,
} as const;

export default defineConfig({
  test: {
    reporters: ['default', './test/support/reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{services,infra,schemas}/**/*.test.ts',
            'test/tidy.test.ts',
            'test/support/**/*.test.ts',
          ],
        },
      },
      { test: { name: 'integration', include: ['test/integration/**/*.test.ts'], ...onRealParts } },
      { test: { name: 'e2e', include: ['test/{e2e,chaos}/**/*.test.ts'], ...onRealParts } },
    ],
  },
});
