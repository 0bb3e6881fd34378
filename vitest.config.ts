import { defineConfig } from 'vitest/config';

// Vitest would leave one core free, and half of a small machine idle.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/ready-rules.ts',
    testTimeout: 30_000,
    maxWorkers: '100%',
  },
});
