import path from 'node:path';
import { defineConfig } from 'vitest/config';

const source = path.join(import.meta.dirname, 'src');

export default defineConfig({
  resolve: {
    // Tests of examples import the package by its name, and get its source.
    alias: [
      { find: /^plimsoll$/, replacement: path.join(source, 'index.ts') },
      { find: /^plimsoll\/(\w+)$/, replacement: path.join(source, '$1.ts') },
    ],
  },
  test: {
    include: ['{test,examples}/**/*.test.ts'],
    // The gate adds --typecheck; a quick run of one test does without the compiler.
    typecheck: { include: ['test/**/*.test-d.ts'] },
    reporters: ['default'],
    // Engines are started and asked, on machines that may be busy with other things.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    coverage: { include: ['src/**/*.ts'], reporter: ['text-summary', 'html'] },
  },
});
