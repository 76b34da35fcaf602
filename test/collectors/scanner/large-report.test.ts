import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collect } from '../../../src/collect.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-report-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A file of so many bytes that begins like an object in JSON; it takes no room on the disk. */
async function objectOf(bytes: number): Promise<string> {
  const path = join(folder, `${bytes}.json`);
  const file = await open(path, 'w');
  await file.write('{"Results": [');
  await file.truncate(bytes);
  await file.close();
  return path;
}

it.each([(128 << 20) + 1, 2 ** 40])(
  'a report of %d bytes is refused for its size, unread',
  async (bytes) => {
    const path = await objectOf(bytes);
    const { snapshot, failures } = await collect({
      targets: [{ kind: 'path', path }],
      now: new Date('2026-01-01T00:00:00Z'),
      env: {},
      home: folder,
    });
    expect(failures).toHaveLength(1);
    expect(failures[0]?.error).toMatchObject({
      code: 'scan-report-invalid',
      message: `${path} has ${bytes} bytes; of a report at most ${128 << 20} are read.`,
      hint: 'Let the scanner report on one image, and only what it found.',
    });
    expect(snapshot.gaps).toMatchObject([{ target: path, kind: 'image-scan' }]);
  },
);
