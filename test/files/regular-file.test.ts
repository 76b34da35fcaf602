import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRegular, readRegular, readRegularSync } from '../../src/files/regular-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-regular-'));
const at = (name: string): string => join(folder, name);
let server: Server;

beforeAll(async () => {
  writeFileSync(at('file'), 'words');
  symlinkSync(at('file'), at('link'));
  mkdirSync(at('folder'));
  execFileSync('mkfifo', [at('fifo')]);
  symlinkSync('/dev/zero', at('device'));
  writeFileSync(at('huge'), '');
  truncateSync(at('huge'), 3 * 2 ** 30);
  server = createServer();
  await new Promise<void>((resolve) => void server.listen(at('socket'), resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const both = [
  ['at once', async (path: string, most?: number) => readRegularSync(path, most)],
  ['later', (path: string, most?: number) => readRegular(path, most)],
] as const;

describe.each(both)('a file that somebody named, read %s', (_, read) => {
  it.each(['file', 'link'])('is read where it is a regular one: %s', async (name) => {
    expect(String(await read(at(name)))).toBe('words');
    expect(String(await read(at(name), 5))).toBe('words');
  });

  it.each(['folder', 'fifo', 'device', 'socket'])('is refused at once: %s', async (name) => {
    await expect(read(at(name))).rejects.toMatchObject({
      code: 'file-unreadable',
      message: `${at(name)} is not a regular file.`,
      hint: `See what it is with: ls -ld ${at(name)}`,
    });
  });

  it('is refused where it is longer than the bound', async () => {
    for (const [name, most] of [
      ['huge', undefined],
      ['file', 4],
    ] as const) {
      await expect(read(at(name), most)).rejects.toMatchObject({
        code: 'file-unreadable',
        message: expect.stringContaining('is longer than') as unknown,
        hint: expect.stringContaining('check that it is the right file') as unknown,
      });
    }
  });

  it('is held to the bound where it states no length', async () => {
    await expect(read('/proc/self/status', 10)).rejects.toThrow('is longer than 10 bytes');
    expect(String(await read('/proc/self/status'))).toContain('Name:');
  });

  it('is missed by its name', async () => {
    await expect(read(at('none'))).rejects.toMatchObject({ code: 'file-not-found' });
  });
});

describe('a file that somebody named', () => {
  it('may be named by a URL', async () => {
    expect(String(await readRegular(pathToFileURL(at('file'))))).toBe('words');
  });

  it('is of any length where it is read piece by piece', async () => {
    const file = await openRegular(at('huge'));
    expect((await file.stat()).size).toBe(3 * 2 ** 30);
    await file.close();
  });
});
