import { existsSync } from 'node:fs';
import { describe } from 'vitest';
import { executablePath } from './launch-browser.ts';

const present = existsSync(executablePath);

const skipped = !present && process.env['CI'] !== 'true';

/**
 * Describes what is tested in a real browser. Where there is none it is skipped, and its name says so; under
 * CI the tests run, and fail.
 */
export function describeInBrowser(name: string, tests: () => void): void {
  const why = skipped ? ` — SKIPPED, needs ${executablePath}: apt-get install chromium` : '';
  describe.skipIf(skipped)(`${name}${why}`, () => {
    tests();
  });
}
