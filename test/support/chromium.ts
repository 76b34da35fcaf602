import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { describe } from 'vitest';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
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

/** Starts a browser that talks to nobody on its own account. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
