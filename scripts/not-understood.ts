import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseDockerfile } from '../src/collectors/dockerfile/parse-dockerfile.ts';
import { isDockerfile } from '../src/syntax/dockerfile/is-dockerfile.ts';
import { createRedactor } from '../src/collectors/redaction/create-redactor.ts';
import { inLanguage } from '../src/core/text.ts';

// Lists the RUN instructions of the Dockerfiles in some folders that are not understood, and says how many of all they are.
const named = process.argv.slice(2);
const folders = named.length > 0 ? named : [path.join(import.meta.dirname, '../test/corpus')];

const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /dockerfile/i.test(path.basename(name)))
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort(),
);

let read = 0;
let runs = 0;
let open = 0;
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  if (!isDockerfile(text)) continue;
  let parsed;
  try {
    parsed = parseDockerfile(text, file, createRedactor());
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : String(cause));
    continue;
  }
  read += 1;
  runs += Array.isArray(parsed.facts['runs']) ? parsed.facts['runs'].length : 0;
  for (const { reason, detail, source } of parsed.gaps) {
    if (reason !== 'not-understood') continue;
    open += 1;
    const line = source?.kind === 'file' ? source.line : undefined;
    console.log(`${file}:${line ?? ''} ${inLanguage(detail, 'en')}`);
  }
}
const share = runs === 0 ? 0 : (100 * open) / runs;
console.log(
  `${open} of ${runs} RUN instructions in ${read} Dockerfiles are not understood: ${share.toFixed(1)} of 100`,
);
