import path from 'node:path';
import { mergeConfig } from 'vitest/config';
import base from '../../vitest.config.ts';
import type { Mutant } from './mutants.ts';

const root = path.join(import.meta.dirname, '../..');
// The one that runs this says the change in the environment; nothing on disk is touched.
const { file, start, end, replacement } = JSON.parse(process.env['MUTANT'] ?? '{}') as Mutant;
const mutated = path.join(root, file);

export default mergeConfig(base, {
  root,
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      transform: (code: string, id: string) =>
        id === mutated ? `${code.slice(0, start)}${replacement}${code.slice(end)}` : undefined,
    },
  ],
});
