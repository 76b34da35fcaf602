import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withExamples } from './readme.ts';

// Puts the examples into the README; test/tooling/papers.test.ts fails when this was forgotten.
const file = path.join(import.meta.dirname, '..', 'README.md');
writeFileSync(file, withExamples(readFileSync(file, 'utf8')));
