import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'e2e/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    // Many tests wait for programs, such as a Python client between two of its reports, rather than compute.
    maxWorkers: 4,
    // Only something that hangs reaches these: on a busy machine everything takes many times longer.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    teardownTimeout: 120_000,
    expect: { poll: { timeout: 180_000 } },
    setupFiles: ['vitest.setup.ts'],
    globalSetup: ['packages/testkit/src/global-setup.ts'],
  },
})
