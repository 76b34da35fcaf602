import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDocument } from '../../src/cli/input/read-file.ts';

it('tells of a file in another encoding that it is not UTF-8, and not that it is no JSON', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-encoding-'));
  const path = join(folder, 'Dockerfile');
  await writeFile(path, Buffer.from('\uFEFFFROM alpine:3.20\n', 'utf16le'));
  await expect(readDocument(path, 'snapshot.json')).rejects.toMatchObject({
    code: 'file-unreadable',
    message: `${path} is not UTF-8 text.`,
  });
  await writeFile(path, 'FROM');
  await expect(readDocument(path, 'snapshot.json')).rejects.toThrow(/is not JSON/);
  await rm(folder, { recursive: true });
});
