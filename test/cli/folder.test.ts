import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseAssessment } from '../../src/index.ts';
import { runCli, type CliRun } from '../support/cli.ts';
import { runWarmCli } from '../support/warm-cli.ts';
import { describeWithPrograms } from '../support/needs.ts';

const run = promisify(execFile);

let folder = '';
const at = (name: string): string => join(folder, name);
const put = async (name: string, content: string): Promise<void> => {
  await mkdir(dirname(at(name)), { recursive: true });
  await writeFile(at(name), content);
};
const git = (...args: readonly string[]): Promise<unknown> =>
  run('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: folder });
const scan = (...args: readonly string[]): Promise<CliRun> =>
  runWarmCli(['scan', ...args], { cwd: folder });
const targetsOf = async (...args: readonly string[]): Promise<readonly string[]> => {
  const { stdout } = await scan(...args, '--json');
  return parseAssessment(JSON.parse(stdout)).targets.map(({ id }) => id);
};

const everything = [
  'compose:compose.yaml,compose.override.yaml',
  'compose:compose.yaml,compose.prod.yaml',
  'compose:docs/compose.yaml',
  'compose:swarm/docker-stack.yml',
  'web/Dockerfile',
  'web/Dockerfile.dev',
];

/** Where no git says what is ignored. */
const walked = [...everything, 'built/Dockerfile'].toSorted();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-folder-'));
  await put('.gitignore', 'built/\n');
  await put('web/Dockerfile', 'FROM alpine:3.20\nRUN apk add curl\n');
  await put('web/Dockerfile.dev', 'FROM alpine:3.20\n');
  await put('web/Dockerfile.dockerignore', 'secrets\n');
  await put('web/Dockerfile.md', '# Words\n');
  await put('built/Dockerfile', 'FROM alpine:3.20\n');
  await put('node_modules/x/Dockerfile', 'FROM alpine:3.20\n');
  await put('.gitlab-ci.yml', 'services:\n  - docker:dind\n');
  await put('compose.yaml', 'services:\n  web:\n    image: shop/web:1.2\n');
  await put('compose.override.yaml', 'services:\n  web:\n    read_only: true\n');
  await put('compose.prod.yaml', 'services:\n  web:\n    privileged: true\n');
  await put('docs/compose.yaml', 'services:\n  docs:\n    image: shop/docs:1.0\n');
  await put('swarm/docker-stack.yml', 'services:\n  web:\n    image: shop/web:1.2\n');
  await put('swarm/stack.yml', 'services:\n  - docker:dind\n');
  await symlink('/etc', at('outside'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describeWithPrograms('a folder as a target', ['git'], () => {
  it('is walked where there is no repository: no file that may be tracked somewhere is left out', async () => {
    expect(await targetsOf('.')).toEqual(walked);
  });

  it('is listed by git where there is one, from wherever it is named', async () => {
    await git('init', '--quiet', '--initial-branch=main');
    await put('docs/.gitignore', 'drafts/\n');
    await put('docs/drafts/Dockerfile', 'FROM alpine:3.20\n');
    await git('add', '--all');
    await git('commit', '--quiet', '--message=one');
    expect(await targetsOf('.')).toEqual(everything);
    expect(await targetsOf('web')).toEqual(['web/Dockerfile', 'web/Dockerfile.dev']);
  });

  it.each([
    ['has no git', async (bin: string) => ({ PATH: bin })],
    [
      'is not the owner of the repository',
      async () => ({ GIT_TEST_ASSUME_DIFFERENT_OWNER: '1', HOME: '/nonexistent' }),
    ],
  ])('is walked by who %s, with tracked files that .gitignore names', async (_, environment) => {
    await git('add', '--force', 'built/Dockerfile');
    const bin = await mkdtemp(join(tmpdir(), 'plimsoll-no-git-'));
    const env = { ...process.env, ...(await environment(bin)) };
    try {
      const { stdout, status } = await runCli(['scan', '.', '--json'], { cwd: folder, env });
      expect(status).toBe(1);
      // What git ignores nobody knows then.
      const found = parseAssessment(JSON.parse(stdout)).targets.map(({ id }) => id);
      expect(found).toEqual([...walked, 'docs/drafts/Dockerfile'].toSorted());
    } finally {
      await git('reset', '--quiet');
      await rm(bin, { recursive: true });
    }
  });

  it('prints what a compiler would, with place, severity and control, and fails by the threshold', async () => {
    const { status, stdout } = await scan('.');
    expect(stdout).toMatch(/^compose\.prod\.yaml:3:17: critical workload-not-privileged web: .+$/m);
    expect(stdout).toMatch(/^web\/Dockerfile:2:1: low dockerfile-packages-pinned .*curl$/m);
    expect(status).toBe(1);
    expect((await scan('.', '--fail-on', 'none')).status).toBe(0);
    const lines = await scan('web', '--format', 'lines', '--fail-on', 'critical');
    expect(lines.stdout).toMatch(/^(web\/Dockerfile[^ ]*: (high|medium|low) dockerfile-.+\n)+$/);
    expect(lines.status).toBe(0);
  });

  it('names no host where SARIF is asked for: file and line are those of the repository', async () => {
    await scan('web', '--format', 'sarif', '--out', 'reports', '--quiet');
    const sarif = await readFile(at('reports/assessment.sarif'), 'utf8');
    expect(sarif).toContain('"artifactLocation":{"uri":"web/Dockerfile"},"region":{"startLine":2');
    await rm(at('reports'), { recursive: true });
  });

  it('lets only what is new fail beside a baseline', async () => {
    const written = await scan('.', '--write-baseline', 'known.json');
    expect(written.status).toBe(0);
    const held = await scan('.', '--baseline', 'known.json');
    expect(held.status).toBe(0);
    expect(held.stdout).not.toMatch(/^web\//m);

    // Of another folder it knows nothing, since files are named from there.
    const elsewhere = await runWarmCli(['scan', '..', '--baseline', '../known.json'], {
      cwd: join(folder, 'web'),
    });
    expect(elsewhere.stderr).toMatch(/no longer fail: [1-9]\d*\nNone of them matches a failure\./);
    expect(elsewhere.stdout).toMatch(/^\.\.\/compose\.yaml:\d+:\d+: /m);
    expect(held.stderr).not.toContain('None of them matches');

    // Lines that move change nothing.
    await put('web/Dockerfile', '# Words\n\nFROM alpine:3.20\nRUN apk add curl\n');
    expect((await scan('.', '--baseline', 'known.json', '--fail-on', 'low')).status).toBe(0);

    // Both controls that speak of this line failed before, and say something else now.
    await put('web/Dockerfile', 'FROM alpine:3.20\nRUN apk add curl wget\n');
    const other = await scan('.', '--baseline', 'known.json', '--fail-on', 'low');
    expect(other.status).toBe(1);
    expect(other.stdout).toMatch(/^web\/Dockerfile:2:1: low dockerfile-packages-pinned .*wget$/m);
    expect(other.stdout.match(/^web\//gm)).toHaveLength(2);
    expect(other.stderr).toContain('Failures that are worse than the baseline holds: 2\n');
    expect(other.stderr).not.toContain('no longer fail');

    // Wording of another release is not compared, which is said.
    const old = (await readFile(at('known.json'), 'utf8')).replace(
      /"tool": ".*"/,
      '"tool": "0.0.7"',
    );
    await put('old.json', old);
    const uncompared = await scan('.', '--baseline', 'old.json', '--fail-on', 'low');
    expect(uncompared.status).toBe(0);
    expect(uncompared.stderr).toMatch(/since release 0\.0\.7 wrote the baseline: [1-9]/);
    await rm(at('old.json'));

    await put('web/Dockerfile', 'FROM alpine:3.20\nUSER 1000\n');
    const mended = await scan('.', '--baseline', 'known.json', '--fail-on', 'low');
    expect(mended.status).toBe(0);
    expect(mended.stderr).toMatch(/no longer fail: [1-9]/);
    await git('checkout', '--quiet', 'web/Dockerfile');
  });

  it('shows a second fault of a known failure at its own line, in every format for pipelines', async () => {
    await put('more/Dockerfile', 'FROM alpine:3.20\nRUN sudo ls\n');
    await scan('more', '--write-baseline', 'more.json');
    await put('more/Dockerfile', 'FROM alpine:3.20\nRUN sudo ls\nRUN echo\nRUN sudo id\n');
    const formats = ['github', 'codequality', 'gitlab-sast', 'sarif'];
    const args = [
      'more',
      '--baseline',
      'more.json',
      '--format',
      formats.join(),
      '--out',
      'reports',
    ];
    const { stderr } = await scan(...args, '--fail-on', 'none');
    const written = await Promise.all(
      (await readdir(at('reports'))).map((name) => readFile(at(`reports/${name}`), 'utf8')),
    );
    expect(stderr).toContain('Failures that are worse than the baseline holds: 1\n');
    expect(written).toHaveLength(formats.length);
    for (const lines of [
      /file=more\/Dockerfile,line=4,/,
      /"path":"more\/Dockerfile","lines":\{"begin":4\}/,
      /"file":"more\/Dockerfile","start_line":4,/,
      /"locations":\[\{"physicalLocation":\{"artifactLocation":\{"uri":"more\/Dockerfile"\},"region":\{"startLine":4,/,
    ]) {
      expect(written.filter((text) => lines.test(text))).toHaveLength(1);
    }
    for (const name of ['reports', 'more', 'more.json']) await rm(at(name), { recursive: true });
  });

  it('refuses what is no baseline', async () => {
    await put('other.json', '{"kind":"plimsoll/snapshot"}');
    const { status, stderr } = await scan('.', '--baseline', 'other.json');
    expect(status).toBe(2);
    expect(stderr).toContain('baseline-invalid');
  });

  it('looks only at what changed since a revision: committed, edited or new', async () => {
    expect(await targetsOf('.', '--changed-since', 'main')).toEqual([]);
    const nothing = await scan('.', '--changed-since', 'main');
    expect(nothing.status).toBe(0);
    expect(nothing.stderr).toContain('No Dockerfile, no Compose file and no dev container changed');

    await git('checkout', '--quiet', '-b', 'work');
    await put('web/Dockerfile', 'FROM alpine:3.20\nRUN sudo ls\n');
    await git('commit', '--quiet', '--all', '--message=two');
    await put('api/Dockerfile', 'FROM alpine:3.20\n');
    await put('docs/compose.yaml', 'services:\n  docs:\n    image: shop/docs:1.1\n');
    const changed = ['api/Dockerfile', 'compose:docs/compose.yaml', 'web/Dockerfile'];
    expect(await targetsOf('.', '--changed-since', 'main')).toEqual(changed);

    // What others did on the main branch meanwhile is not ours.
    await git('stash', '--quiet', '--include-untracked');
    await git('checkout', '--quiet', 'main');
    await put('web/Dockerfile.dev', 'FROM alpine:3.21\n');
    await git('commit', '--quiet', '--all', '--message=three');
    await git('checkout', '--quiet', 'work');
    await git('stash', 'pop', '--quiet');
    expect(await targetsOf('.', '--changed-since', 'main')).toEqual(changed);
  });

  it.each([
    ['a revision that there is not', ['.', '--changed-since', 'nowhere'], /git fetch/],
    ['a revision that is an option', ['.', '--changed-since=--output=/tmp/x'], /git-failed/],
    ['a revision without a folder', ['web/Dockerfile', '--changed-since', 'main'], /scan \./],
    [
      'a baseline of a part',
      ['.', '--changed-since', 'main', '--write-baseline', 'part.json'],
      /--changed-since/,
    ],
    [
      'a folder with nothing in it',
      ['.git'],
      /no Dockerfile, no Compose file and no dev container/,
    ],
  ])('refuses %s', async (_, args, words) => {
    const { status, stderr } = await scan(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(words);
  });
});
