import { chromium, type Browser } from 'playwright-core';

/** Where the browser is: Debian’s, unless the environment names another. */
export const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

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
