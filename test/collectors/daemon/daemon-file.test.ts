import { chmodSync, renameSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PlimsollError } from '../../../src/index.ts';
import {
  changedSince,
  parseDaemonFile,
  readDaemonFile,
} from '../../../src/collectors/daemon/daemon-file.ts';
import { addFile, temporaryRoot } from '../../support/temporary-root.ts';

const path = '/etc/docker/daemon.json';

test('no file says nothing, and so does an empty one', async () => {
  expect(await readDaemonFile(temporaryRoot(), path)).toMatchObject({ exists: false });
  const file = await readDaemonFile(temporaryRoot({ [path]: ' \n' }), path);
  expect([file.exists, file.entries.size]).toEqual([true, 0]);
});

test('keeps the order of keys, the last value of a repeated one, and passes over a byte order mark', () => {
  const { entries } = parseDaemonFile('\uFEFF{"b": 1, "a": 2,\n"b": 3}', path);
  expect([...entries]).toEqual([
    ['b', { value: 3, line: 2 }],
    ['a', { value: 2, line: 1 }],
  ]);
});

test('what is no object is refused, and its text is not repeated', () => {
  for (const text of ['["hunter2"]', '"hunter2"', 'null', '{"proxies": hunter2}']) {
    const failure = catchError(() => parseDaemonFile(text, path));
    expect(failure).toMatchObject({ code: 'file-unreadable' });
    expect(JSON.stringify(failure)).not.toContain('hunter2');
  }
});

test('no text makes it throw anything but its own error', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const failure = catchError(() => parseDaemonFile(text, path));
      expect(failure ?? new PlimsollError('file-unreadable', '')).toBeInstanceOf(PlimsollError);
    }),
  );
});

function catchError(act: () => unknown): unknown {
  try {
    act();
    return undefined;
  } catch (error) {
    return error;
  }
}

const pause = 30;

/** The instant between what a test did before it and what it does after. */
async function now(): Promise<number> {
  await sleep(pause);
  const instant = Date.now();
  await sleep(pause);
  return instant;
}

test('a file that was left alone is unchanged', async () => {
  const root = temporaryRoot({ [path]: '{}' });
  expect(await changedSince(root, path, await now())).toBe(false);
});

test.each([
  ['written', (root: string) => addFile(root, path, '{"icc": false}')],
  [
    'replaced by a file that pretends to be old',
    (root: string) => {
      addFile(root, '/etc/docker/new', '{"icc": false}');
      utimesSync(join(root, 'etc/docker/new'), 1, 1);
      renameSync(join(root, 'etc/docker/new'), join(root, path));
    },
  ],
  ['touched in its mode', (root: string) => chmodSync(join(root, path), 0o600)],
  ['removed', (root: string) => rmSync(join(root, path))],
  [
    'made a link to another',
    (root: string) => {
      rmSync(join(root, path));
      symlinkSync('/etc/docker/old.json', join(root, path));
    },
  ],
])('a file that was %s is changed', async (_, change) => {
  const root = temporaryRoot({ [path]: '{}', '/etc/docker/old.json': '{}' });
  const instant = await now();
  change(root);
  expect(await changedSince(root, path, instant)).toBe(true);
});

test('a file that never was is unchanged, also when something else was added beside it', async () => {
  const root = temporaryRoot({ '/etc/docker/key.json': '{}' });
  const instant = await now();
  expect(await changedSince(root, path, instant)).toBe(false);
  addFile(root, '/etc/docker/certs.d/registry/ca.crt', '');
  expect(await changedSince(root, path, instant)).toBe(false);
  await sleep(30);
  addFile(root, '/etc/docker/certs.d/another/ca.crt', '');
  expect(await changedSince(root, path, instant)).toBe(false);
  expect(await changedSince(temporaryRoot(), path, instant)).toBe(false);
});
