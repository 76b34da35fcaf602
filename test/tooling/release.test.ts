import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const root = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-release-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const step = z.object({ name: z.string().default(''), run: z.string().optional() });
const { jobs } = z
  .object({ jobs: z.object({ release: z.object({ steps: z.array(step) }) }) })
  .parse(parse(readFileSync(path.join(root, '.github/workflows/release.yml'), 'utf8')));
const { version, dependencies } = z
  .object({ version: z.string(), dependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));

const address = 'https://git.example.org/acme/plimsoll';
const checkout = path.join(folder, 'plimsoll');
const programs = path.join(folder, 'bin');
const asked = path.join(folder, 'asked');

/** A program that notes what it is asked for, and then does this. */
function program(name: string, rest: string): void {
  const file = path.join(programs, name);
  writeFileSync(file, `#!/bin/bash\necho "${name} $*" >> '${asked}'\n${rest}\n`);
  chmodSync(file, 0o755);
}

const run = (script: string, env: Readonly<Record<string, string>> = {}) =>
  spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script], {
    cwd: checkout,
    encoding: 'utf8',
    env: {
      PATH: `${programs}:${path.dirname(process.execPath)}:${process.env['PATH']}`,
      HOME: folder,
      GITHUB_SERVER_URL: 'https://git.example.org',
      GITHUB_REPOSITORY: 'acme/plimsoll',
      GITHUB_REF_NAME: `v${version}`,
      ...env,
    },
  });
const scriptOf = (name: string): string =>
  jobs.release.steps.find((each) => each.name === name)?.run ?? '';

beforeAll(() => {
  for (const each of [checkout, programs]) mkdirSync(each);
  const all =
    'package.json package-lock.json README.md README.zh.md CHANGELOG.md LICENSE scripts schemas dist';
  for (const name of [...all.split(' '), 'examples/recorded']) {
    cpSync(path.join(root, name), path.join(checkout, name), { recursive: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(checkout, 'node_modules'));
  const npm = spawnSync('bash', ['-c', 'command -v npm'], { encoding: 'utf8' }).stdout.trim();
  // No registry is asked: what installs and audits is noted, and what publishes is a dry run.
  program(
    'npm',
    `case $1 in
      ci | audit) exit ;;
      publish) set -- "\${@/--provenance/--no-provenance}" --dry-run --fetch-retries=0 --registry=http://127.0.0.1:9 ;;
    esac
    exec '${npm}' "$@"`,
  );
  for (const name of ['sudo', 'gh']) program(name, '');
});

/** npm starts five times, on machines that may be busy with other things. */
const patience = { timeout: 240_000 };

describe('the release workflow', () => {
  const tar = (name: string): string =>
    spawnSync('tar', ['-xzOf', `plimsoll-${version}.tgz`, `package/${name}`], {
      cwd: checkout,
      encoding: 'utf8',
    }).stdout;

  it('refuses a tag that is of another version', () => {
    const { status, stdout } = run(scriptOf('Compare the tag with the version'), {
      GITHUB_REF_NAME: 'v9.9.9',
    });
    expect([status, stdout]).toEqual([1, `The tag is v9.9.9 and the version ${version}.\n`]);
  });

  it('audits, checks, packs once, and publishes that with its provenance', patience, () => {
    for (const { name, run: script } of jobs.release.steps) {
      if (script === undefined) continue;
      const { status, stdout, stderr } = run(script);
      expect([status, `${name}: ${status === 0 ? '' : stdout + stderr}`]).toEqual([0, `${name}: `]);
    }
    const tarball = `plimsoll-${version}.tgz`;
    expect(readFileSync(asked, 'utf8').trim().split('\n')).toEqual([
      'npm ci --no-fund',
      'npm audit signatures',
      'npm audit --omit=dev --audit-level=moderate',
      expect.stringMatching(/^sudo .* \.ci\/run$/),
      `npm run --silent address -- ${address}`,
      'npm pack --ignore-scripts',
      'npm sbom --package-lock-only --sbom-format=cyclonedx',
      `npm publish ./${tarball} --provenance --access=public`,
      `gh release create v${version} --verify-tag --generate-notes ${tarball} plimsoll.cdx.json`,
    ]);
  });

  it('packs the address of the repository that builds', () => {
    expect(JSON.parse(tar('package.json'))).toMatchObject({
      homepage: `${address}#readme`,
      bugs: { url: `${address}/issues` },
      repository: { type: 'git', url: `git+${address}.git` },
    });
    const own = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as object;
    expect(own).not.toHaveProperty('repository');
  });

  it.each(['README.md', 'README.zh.md'])('packs links that hold on npm: %s', (name) => {
    const links = [...tar(name).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to);
    expect(links.filter((to) => !/^(?:https:|#)/.test(to))).toEqual([]);
    const own = links.flatMap((to) =>
      to.startsWith(`${address}/`) ? to.slice(address.length + 1) : [],
    );
    expect(own.length).toBeGreaterThan(10);
    for (const to of own) {
      const [, kind, tag, file = ''] = /^(blob|raw)\/([^/]+)\/(.+)$/.exec(to) ?? [];
      expect([kind, tag, existsSync(path.join(root, file))]).toEqual([
        file.endsWith('.png') ? 'raw' : 'blob',
        `v${version}`,
        true,
      ]);
    }
  });

  it('lists in its SBOM what is installed with the package, apart from the tools of its makers', () => {
    const property = z.object({ name: z.string(), value: z.string() });
    const component = z.object({ name: z.string(), properties: z.array(property).default([]) });
    const bom = z
      .object({
        bomFormat: z.literal('CycloneDX'),
        metadata: z.object({ component: z.object({ name: z.string(), version: z.string() }) }),
        components: z.array(component),
      })
      .parse(JSON.parse(readFileSync(path.join(checkout, 'plimsoll.cdx.json'), 'utf8')));
    expect(bom.metadata.component).toMatchObject({ name: 'plimsoll', version });
    const installed = bom.components
      .filter(({ properties }) =>
        properties.every(({ name }) => name !== 'cdx:npm:package:development'),
      )
      .map(({ name }) => name);
    expect(installed).toEqual(expect.arrayContaining(Object.keys(dependencies)));
    expect(installed).not.toContain('oxlint');
  });
});
