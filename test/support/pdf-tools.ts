import { execFileSync } from 'node:child_process';
import { describe } from 'vitest';
import { chooseFonts } from '../../src/reporters/pdf/fonts/choose-fonts.ts';

/** What reads a PDF back, from Debian’s poppler-utils; the text on standard output. */
export function readPdf(tool: 'pdftotext' | 'pdfinfo' | 'pdffonts', path: string): string {
  const args = tool === 'pdftotext' ? ['-enc', 'UTF-8', path, '-'] : [path];
  return execFileSync(tool, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 28,
  });
}

/** Writes what is attached to a PDF under this name to a file. */
export const detach = (path: string, name: string, to: string): void => {
  execFileSync('pdfdetach', ['-savefile', name, '-o', to, path], { stdio: 'ignore' });
};

async function missingTools(): Promise<readonly string[]> {
  const missing: string[] = [];
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
  } catch {
    missing.push('poppler-utils');
  }
  try {
    await chooseFonts('中', {});
  } catch {
    missing.push('fonts-noto-cjk');
  }
  return missing;
}

const missing = await missingTools();
const skipped = missing.length > 0 && process.env['CI'] !== 'true';

/**
 * Describes what needs a Chinese font and something that reads a PDF back. Where one is missing it is skipped,
 * and its name says so; under CI the tests run, and fail.
 */
export function describeWithPdfTools(name: string, tests: () => void): void {
  const why = skipped ? ` — SKIPPED: apt-get install ${missing.join(' ')}` : '';
  describe.skipIf(skipped)(`${name}${why}`, () => {
    tests();
  });
}
