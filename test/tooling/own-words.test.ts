import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sourceFiles } from '../../scripts/cruise.ts';

const root = path.join(import.meta.dirname, '..', '..');

/** What says in zod's words what a schema refused, or needs them. */
const ofZod =
  /prettifyError|flattenError|formatError|treeifyError|ZodError|issue\.message|(?:error|Error)\??\.issues/;

it('one place says what a schema refused: nobody shows the words of zod', () => {
  const showing = sourceFiles(root, 'src').filter((file) =>
    ofZod.test(readFileSync(path.join(root, file), 'utf8')),
  );
  expect(showing).toEqual(['src/core/read-with.ts', 'src/core/say-issues.ts']);
});

it('nobody shows what JSON.parse says, which quotes the text', () => {
  const showing = sourceFiles(root, 'src').filter((file) =>
    /is not JSON: \$\{(?!why\.en\})/.test(readFileSync(path.join(root, file), 'utf8')),
  );
  expect(showing).toEqual([]);
});
