import { writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  languageOfPaper,
  papersWithInstallation,
  readPaper,
  withInstallation,
} from './installation.ts';
import { papersWithExamples, withExamples } from './paper-examples.ts';

// Puts the examples, and how the package is installed, into the papers; test/tooling/papers.test.ts fails when this was forgotten.
const write = (paper: string, text: string): void =>
  writeFileSync(path.join(import.meta.dirname, '..', paper), text);
for (const paper of papersWithExamples) write(paper, withExamples(readPaper(paper)));
for (const paper of papersWithInstallation) {
  write(paper, withInstallation(readPaper(paper), languageOfPaper(paper)));
}
