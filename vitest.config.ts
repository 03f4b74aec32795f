import { defineConfig } from 'vitest/config'

const never = ['**/node_modules/**', '**/dist/**', '**/.tmp/**']
const setupFiles = ['scripts/test/no-console-output.ts']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['cms/**/*.test.ts', 'site/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...never, 'cms/tests/**', 'scripts/nginx/**'],
          setupFiles,
        },
      },
      {
        // wants nginx, which not every machine has
        test: { name: 'nginx', include: ['scripts/nginx/**/*.test.ts'], exclude: never, setupFiles },
      },
      {
        test: {
          name: 'http',
          include: ['cms/tests/**/*.test.ts'],
          exclude: never,
          globalSetup: ['cms/tests/setup/compile.ts'],
          setupFiles,
          // each file is a Strapi of its own, of 300 MB and a second to start
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // two groups with worker counts of their own run one after the other
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
