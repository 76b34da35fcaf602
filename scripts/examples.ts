import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { papersWithExamples, withExamples } from './paper-examples.ts';

// Puts the examples into the papers; test/tooling/papers.test.ts fails when this was forgotten.
for (const paper of papersWithExamples) {
  const file = path.join(import.meta.dirname, '..', paper);
  writeFileSync(file, withExamples(readFileSync(file, 'utf8')));
}
