import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sourceFiles } from '../../scripts/cruise.ts';

const root = path.join(import.meta.dirname, '..', '..');

/** What reads the files of a Linux host, or what a Linux kernel shows of a process. */
const ofLinux = /^src\/collectors\/(?:host|proc|daemon|engine\/reading)\//;

it('files of this machine are not read from the root of a Linux host', () => {
  const sources = sourceFiles(root, 'src').filter((file) => !ofLinux.test(file));
  expect(sources.length).toBeGreaterThan(1000);
  const wrong = sources.filter((file) =>
    /\b(?:readText|listFolder|resolveUnder)\(\s*'\/'/.test(
      readFileSync(path.join(root, file), 'utf8'),
    ),
  );
  expect(wrong).toEqual([]);
});
