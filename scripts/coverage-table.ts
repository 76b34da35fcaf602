import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { coverageTable } from './coverage.ts';

// Writes docs/coverage.md; test/frameworks/registry/coverage.test.ts fails when this was forgotten.
const file = path.join(import.meta.dirname, '..', 'docs', 'coverage.md');
writeFileSync(file, await coverageTable());
console.log('docs/coverage.md');
