import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recogniseTarget } from '../../../src/collectors/collect/recognise-target.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

it.each([
  ['a Dockerfile, whatever its name', 'build.txt', 'FROM alpine:3.20\nUSER 1000\n', 'dockerfile'],
  ['a Compose file', 'stack.yml', 'services:\n  web:\n    image: a:1\n', 'compose'],
  ['an SBOM', 'bom.json', '{"bomFormat":"CycloneDX","specVersion":"1.6"}', 'scanner'],
  ['a snapshot is none of them', 'snapshot.json', '{"kind":"plimsoll/snapshot"}', 'path'],
  ['JSON of something else', 'other.json', '{"a":1}', 'path'],
  ['broken JSON', 'broken.json', '{"bomFormat":', 'path'],
  ['an empty file', 'empty', '', 'path'],
])('%s', async (_, name, text, kind) => {
  const path = join(temporaryRoot(), name);
  writeFileSync(path, text);
  expect((await recogniseTarget({ kind: 'path', path })).kind).toBe(kind);
});

it('does not wait for a pipe, and takes nothing out of it', async () => {
  const path = join(temporaryRoot(), 'pipe');
  execFileSync('mkfifo', [path]);
  expect(await recogniseTarget({ kind: 'path', path })).toEqual({ kind: 'path', path });
});

it('what is not there stays as it is named', async () => {
  const target = { kind: 'path', path: join(temporaryRoot(), 'none') } as const;
  expect(await recogniseTarget(target)).toEqual(target);
});
