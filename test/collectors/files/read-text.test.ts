import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readText } from '../../../src/collectors/files/read-text.ts';
import { asNobody, mayBecomeNobody } from '../../support/call-elsewhere.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

test('reads through links inside the root', async () => {
  const root = temporaryRoot({ '/usr/lib/os-release': 'ID=debian\n' });
  mkdirSync(join(root, 'etc'));
  symlinkSync('/usr/lib/os-release', join(root, 'etc/os-release'));
  expect(await readText(root, '/etc/os-release')).toBe('ID=debian\n');
});

test('reads files that say they are empty', async () => {
  expect(await readText('/proc', '/self/status')).toMatch(/^Name:/);
});

test('refuses what is longer than it was told, rather than cutting it', async () => {
  const root = temporaryRoot({ '/exact': 'x'.repeat(100_000), '/longer': 'x'.repeat(100_001) });
  expect(await readText(root, '/exact', 100_000)).toHaveLength(100_000);
  await expect(readText(root, '/longer', 100_000)).rejects.toMatchObject({
    code: 'file-unreadable',
  });
});

test('does not open a FIFO, which would wait for a writer for ever', async () => {
  const root = temporaryRoot();
  execFileSync('mkfifo', [join(root, 'fifo')]);
  await expect(readText(root, '/fifo')).rejects.toMatchObject({
    code: 'file-unreadable',
    message: '/fifo is not a regular file.',
  });
});

test('tells a directory, a device and nothing apart', async () => {
  const root = temporaryRoot({ '/folder/file': '' });
  await expect(readText(root, '/folder')).rejects.toMatchObject({ code: 'file-unreadable' });
  await expect(readText('/', '/dev/null')).rejects.toMatchObject({ code: 'file-unreadable' });
  await expect(readText(root, '/none')).rejects.toMatchObject({ code: 'file-not-found' });
  await expect(readText(root, '/folder/file/none')).rejects.toMatchObject({
    code: 'file-not-found',
  });
});

test.runIf(mayBecomeNobody)(
  'says that permission was refused, of a file and of its folder',
  async () => {
    const root = temporaryRoot({ '/open/shut': 'secret', '/closed/open': 'secret' });
    chmodSync(root, 0o755);
    chmodSync(join(root, 'open/shut'), 0o600);
    chmodSync(join(root, 'closed'), 0o700);
    for (const path of ['/open/shut', '/closed/open']) {
      const outcome = await asNobody('src/collectors/files/read-text.ts', 'readText', root, path);
      expect(outcome).toMatchObject({ error: { code: 'file-denied' } });
    }
  },
);
