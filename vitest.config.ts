import { availableParallelism } from 'node:os';
import path from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

const source = path.join(import.meta.dirname, 'src');
const alone = 'test/**/*.alone.test.ts';

export default defineConfig({
  resolve: {
    // Tests of examples import the package by its name, and get its source.
    alias: [
      { find: /^plimsoll$/, replacement: path.join(source, 'index.ts') },
      { find: /^plimsoll\/(\w+)$/, replacement: path.join(source, '$1.ts') },
    ],
  },
  test: {
    reporters: ['default'],
    // A test that asserts nothing fails.
    expect: { requireAssertions: true },
    // Engines are started and asked, on machines that may be busy with other things.
    testTimeout: 30_000,
    // Tests wait for engines and commands more than they compute; left to itself, vitest keeps one core free.
    maxWorkers: availableParallelism() + 1,
    hookTimeout: 120_000,
    sequence: { sequencer: LongestFirst },
    coverage: { include: ['src/**/*.ts'], reporter: ['text-summary', 'html'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'tests',
          include: ['test/**/*.test.ts', 'examples/**/*.test.ts'],
          exclude: [...configDefaults.exclude, alone],
          // What a test changes of its process it puts back, so that one process serves many files: to start one and to
          // load the sources anew would cost half a second of processor time for each of them.
          isolate: false,
        },
      },
      {
        extends: true,
        // These put something in the place of a module, which reaches only what loads it anew.
        test: { name: 'alone', include: [alone], isolate: true },
      },
      {
        extends: true,
        test: {
          name: 'types',
          include: [],
          // The compiler starts only where a test of types is among those that run.
          typecheck: {
            enabled: true,
            only: true,
            include: ['test/**/*.test-d.ts'],
            tsconfig: './test/tsconfig.types.json',
          },
        },
      },
    ],
  },
});
