import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { languages } from '../src/core/text.ts';
import { builtinDocuments } from './control-documents.ts';
import { factDocuments } from './fact-documents.ts';
import { lintDocuments } from './lint-documents.ts';
import { severityPage, severityPages } from './severity-page.ts';

// Writes the pages of controls, of rules of lint and of facts, in docs and docs/zh, and the lists of their severity.md;
// test/tooling/control-pages.test.ts, test/tooling/fact-pages.test.ts and test/controls/severity.test.ts fail when this was forgotten.
const root = path.join(import.meta.dirname, '..');
const documents = new Map([
  ...(await builtinDocuments()),
  ...(await lintDocuments()),
  ...factDocuments(),
]);
for (const folder of new Set([...documents.keys()].map((name) => path.dirname(name)))) {
  rmSync(path.join(root, folder), { recursive: true, force: true });
  mkdirSync(path.join(root, folder), { recursive: true });
}
for (const [name, content] of documents) writeFileSync(path.join(root, name), content);
for (const language of languages) {
  writeFileSync(path.join(root, severityPages[language]), await severityPage(language));
}
console.log(`${documents.size} pages`);
