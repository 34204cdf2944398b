import { defineConfig } from 'vitest/config'

const browsing = (name: string, files: string) => ({
  extends: true as const,
  test: {
    name,
    include: [files],
    globalSetup: ['e2e/global.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
})

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
          globalSetup: ['src/test/global.ts'],
          // Files of one worker share what they import: importing the whole server anew took longer than testing it.
          isolate: false,
        },
      },
      browsing('browser', 'e2e/*.test.ts'),
      // What takes minutes: every page in every look, every figure explained, kills and crowds.
      browsing('scale', 'e2e/scale/*.test.ts'),
    ],
  },
})
