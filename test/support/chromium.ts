import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { describe } from 'vitest';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const present = existsSync(executablePath);

/**
 * Describes what is tested in a real browser. Where there is none it is skipped aloud, and under CI it is a
 * failure: the tests then run, and cannot start it.
 */
export function describeInBrowser(name: string, tests: () => void): void {
  if (present || process.env['CI'] === 'true') {
    describe(name, tests);
    return;
  }
  console.warn(
    `SKIPPED: ${name}. There is no ${executablePath}; install it with: apt-get install chromium`,
  );
  describe.skip(name, tests);
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
