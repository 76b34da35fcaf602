import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { languages } from '../src/core/text.ts';
import { coveragePages, coverageTable } from './coverage.ts';

// Writes docs/coverage.md in both languages; test/frameworks/registry/coverage.test.ts fails when this was forgotten.
const root = path.join(import.meta.dirname, '..');
for (const language of languages) {
  writeFileSync(path.join(root, coveragePages[language]), await coverageTable(language));
  console.log(coveragePages[language]);
}
