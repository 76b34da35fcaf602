import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from '../../scripts/cruise.ts';

const root = path.join(import.meta.dirname, '../..');

/** Files that open others for reading with what Node has, and why each may. */
const allowed: Readonly<Record<string, string>> = {
  'src/files/regular-file.ts': 'it is the opener',
  'src/collectors/files/read-text.ts': 'it checks what it opens, below a root',
  'src/collectors/container-root/folder.ts': 'it checks what it opens, step by step below a folder',
  'src/collectors/proc/read-proc.ts': 'files of /proc, which nobody named',
  'src/collectors/malware/scanning/scan-folder.ts': 'it makes new files',
  'src/cli/input/read-file.ts': 'it checks what it opens, and takes the pipes of this process',
  'src/cli/reporting/read-assessment.ts': 'it has the same check, and reads piece by piece',
  'src/cli/output/check-output.ts': 'it tries a regular file to be written',
  'src/cli/output/files.ts': 'it writes',
  'src/fleet/agent/write-durably.ts': 'it writes',
};

const names = ['readFile', 'readFileSync', 'open', 'openSync', 'createReadStream', 'openAsBlob'];

/** What a file takes of `node:fs` that opens others for reading. */
function openersIn(source: string): readonly string[] {
  const imports = source.matchAll(
    /^import (?!type )([^;]*?) from '(?:node:)?fs(?:\/promises)?';/gm,
  );
  return [...imports].flatMap(([, what = '']) =>
    // A namespace has all of them.
    what.startsWith('{') ? names.filter((name) => new RegExp(`\\b${name}\\b`).test(what)) : ['*'],
  );
}

describe('files that somebody named', () => {
  it('are opened by the one opener that refuses what is no regular file, or checked otherwise', () => {
    const opening = sourceFiles(root, 'src').filter(
      (file) => openersIn(readFileSync(path.join(root, file), 'utf8')).length > 0,
    );
    expect(opening.toSorted()).toEqual(Object.keys(allowed).toSorted());
  });

  it('are looked for in every way of importing', () => {
    expect(openersIn("import { readFile } from 'node:fs/promises';")).toEqual(['readFile']);
    expect(openersIn("import {\n  open,\n  stat,\n} from 'fs/promises';")).toEqual(['open']);
    expect(openersIn("import * as fs from 'node:fs';")).toEqual(['*']);
    expect(openersIn("import { stat } from 'node:fs/promises';")).toEqual([]);
  });
});
