import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cliPath } from '../support/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-kinds-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  writeFileSync(join(folder, 'Dockerfile'), 'FROM alpine:3.20\n');
  writeFileSync(join(folder, 'compose.yaml'), 'services:\n  a:\n    image: a:1\n');
  for (const key of ['waivers', 'attestations']) {
    writeFileSync(join(folder, `${key}.config.mjs`), `export default { ${key}: ['special'] };\n`);
  }
  const logo = { branding: { logo: 'special' } };
  writeFileSync(join(folder, 'logo.config.mjs'), `export default ${JSON.stringify(logo)};\n`);
});

/** What is no regular file, or longer than any file of its kind. */
const kinds = {
  fifo: (path: string) => void execFileSync('mkfifo', [path]),
  folder: (path: string) => mkdirSync(path),
  huge: (path: string) => {
    writeFileSync(path, '');
    truncateSync(path, 3 * 2 ** 30);
  },
} as const;

/** Commands that open what is named `special`, or the files in the folder that is made for them. */
const commands: Readonly<Record<string, readonly string[]>> = {
  '--config': ['config', '--config', 'special.mjs'],
  'a logo': ['scan', 'Dockerfile', '--config', 'logo.config.mjs', '--format', 'html'],
  '--ledger': ['history', '--ledger', 'special'],
  'scan --ledger': ['scan', 'Dockerfile', '--ledger', 'special'],
  waivers: ['scan', 'Dockerfile', '--config', 'waivers.config.mjs'],
  attestations: ['scan', 'Dockerfile', '--config', 'attestations.config.mjs'],
  '--compose-env-file': ['scan', 'compose.yaml', '--compose-env-file', 'special'],
  '--framework': ['scan', 'Dockerfile', '--framework', './special'],
  lint: ['lint', 'special.mjs'],
  'hub.key': ['hub', 'run', '--data', 'hub', '--listen', '127.0.0.1:0'],
  'console.json': ['hub', 'person', 'ann', '--data', 'people'],
  'host.key': ['agent', 'run', '--data', 'agent'],
};

/** Where each command finds what is special. */
const placeOf = (name: string): string =>
  ({
    '--config': 'special.mjs',
    lint: 'special.mjs',
    'hub.key': 'hub/hub.key',
    'console.json': 'people/console.json',
    'host.key': 'agent/enrolled.json',
  })[name] ?? 'special';

describe.each(Object.entries(kinds))('a %s where a file is named', (_, make) => {
  it.each(Object.entries(commands))(
    'ends at once, with an error: %s',
    (name, args) => {
      const place = join(folder, placeOf(name));
      mkdirSync(join(place, '..'), { recursive: true });
      make(place);
      try {
        const { status, signal, stderr } = spawnSync(process.execPath, [cliPath, ...args], {
          cwd: folder,
          encoding: 'utf8',
          timeout: 20_000,
          env: { ...process.env, HOME: folder },
        });
        expect({ signal, status, stderr }).toMatchObject({ signal: null, status: 2 });
        expect(stderr).toMatch(/special|hub\.key|console\.json|enrolled\.json/);
        expect(stderr).not.toMatch(/\bat .*\.js:\d+|internal/);
      } finally {
        rmSync(place, { recursive: true, force: true });
      }
    },
    30_000,
  );
});

describe('a FIFO that nobody reads from, named for an output', () => {
  it('ends at once, with an error', () => {
    execFileSync('mkfifo', [join(folder, 'out')]);
    const { status, signal, stderr } = spawnSync(
      process.execPath,
      [cliPath, 'scan', 'Dockerfile', '--format', 'json', '-o', 'out'],
      { cwd: folder, encoding: 'utf8', timeout: 20_000 },
    );
    expect({ signal, status }).toEqual({ signal: null, status: 2 });
    expect(stderr).toContain('Could not write out');
  }, 30_000);
});
