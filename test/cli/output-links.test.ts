import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkOutput } from '../../src/cli/output/check-output.ts';
import { writeOutput } from '../../src/cli/output/files.ts';

let folder: string;
const before = process.cwd();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-links-'));
  mkdirSync(join(folder, 'repository'));
  mkdirSync(join(folder, 'elsewhere'));
  writeFileSync(join(folder, 'victim'), 'kept');
  process.chdir(join(folder, 'repository'));
});
afterEach(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

const refused = {
  code: 'option-invalid',
  message: expect.stringContaining('symbolic link') as string,
};

describe('what a scanned folder has put where reports go', () => {
  it.each(['../victim', '../not-there'])(
    'is not written through: a file that leads to %s',
    async (to) => {
      mkdirSync('plimsoll-report');
      symlinkSync(`../${to}`, 'plimsoll-report/report.html');
      await expect(writeOutput('plimsoll-report/report.html', 'x')).rejects.toMatchObject(refused);
      await expect(
        writeOutput(join(process.cwd(), 'plimsoll-report/report.html'), 'x'),
      ).rejects.toMatchObject(refused);
      expect(readFileSync(join(folder, 'victim'), 'utf8')).toBe('kept');
    },
  );

  it('is not followed where a folder on the way is a link, before anything is made', async () => {
    symlinkSync('../elsewhere', 'plimsoll-report');
    await expect(checkOutput('plimsoll-report')).rejects.toMatchObject(refused);
    await expect(writeOutput('plimsoll-report/a/b.json', 'x')).rejects.toMatchObject(refused);
    await expect(writeOutput('./plimsoll-report/b.json', 'x')).rejects.toMatchObject(refused);
  });

  it('is no matter of a link in the absolute path of a folder, which its owner made', async () => {
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'own'));
    await checkOutput(join(folder, 'own'));
    await writeOutput(join(folder, 'own/report.json'), 'x');
    expect(readFileSync(join(folder, 'elsewhere/report.json'), 'utf8')).toBe('x');
    await writeOutput('../elsewhere/other.json', 'y');
    expect(readFileSync(join(folder, 'elsewhere/other.json'), 'utf8')).toBe('y');
  });
});
