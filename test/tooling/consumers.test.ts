import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { commands } from '../../src/cli/load-commands.ts';
import { manPage } from '../../scripts/man-text.ts';
import { describeWithRoot } from '../support/needs.ts';

const root = path.join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-consumers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bad = 'services: {web: {image: "web:1", privileged: true}}\n';
const good = '# nothing to judge\n';

const run = (command: string, args: readonly string[], cwd: string, env = {}) =>
  spawnSync(command, args, {
    cwd,
    env: { PATH: `${folder}:${process.env['PATH']}`, HOME: folder, ...env },
    encoding: 'utf8',
  });

/** A repository of git with one commit of these files. */
function repository(files: Readonly<Record<string, string>>): string {
  const cwd = mkdtempSync(path.join(folder, 'repository-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(cwd, name), text);
  const git = (...args: readonly string[]) => run('git', args, cwd);
  git('init', '--quiet');
  git('add', '--all');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '--quiet', '-m', 'one');
  return cwd;
}

beforeAll(() => {
  const program = path.join(folder, 'plimsoll');
  const cli = path.join(root, 'dist/cli.js');
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`);
  chmodSync(program, 0o755);
});

describe('what is found', () => {
  it.each([
    ['Dockerfile', true],
    ['web/prod.Containerfile', true],
    ['deploy/docker-compose.prod.yml', true],
    ['stack/docker-stack.yaml', true],
    ['.devcontainer.json', true],
    ['.devcontainer/go/devcontainer.json', true],
    ['.dockerignore', true],
    ['web/.env', true],
    ['src/main.ts', false],
    ['package.json', false],
  ])('starts the hook of pre-commit: %s, %s', (name, starts) => {
    const [hook] = z
      .array(z.object({ files: z.string() }))
      .parse(parse(read('.pre-commit-hooks.yaml')));
    // Python says within the pattern that case is ignored.
    expect(new RegExp(hook?.files.replace('(?i)', '') ?? '', 'i').test(name)).toBe(starts);
  });

  it.each([
    ['README.md', /Compose files and dev containers of a repository/],
    ['README.zh.md', /Compose 文件和开发容器/],
    ['docs/ci.md', /By name: [^]*devcontainer\.json[^]*Templates/],
    ['docs/zh/ci.md', /按文件名：.*devcontainer\.json/],
    ['.pre-commit-hooks.yaml', /dev containers/],
    ['action.yml', /^description: .*dev containers/m],
    ['templates/plimsoll.yml', /dev containers/],
  ])('is named whole: %s', (name, words) => {
    expect(read(name)).toMatch(words);
  });
});

describeWithRoot('the hook of pre-commit', ['git', 'pre-commit'], () => {
  const hooks = z
    .array(z.object({ id: z.string(), entry: z.string(), files: z.string() }))
    .parse(parse(read('.pre-commit-hooks.yaml')));

  it('is one that pre-commit takes', () => {
    const done = run('pre-commit', ['validate-manifest', '.pre-commit-hooks.yaml'], root);
    expect([done.stderr, done.status]).toEqual(['', 0]);
  });

  it('stops a commit with a failure in what changed, and no other', () => {
    const [hook] = hooks;
    const own = { ...hook, language: 'system', name: 'plimsoll', pass_filenames: false };
    const config = JSON.stringify({ repos: [{ repo: 'local', hooks: [own] }] });
    const cwd = repository({ 'compose.yaml': bad, '.pre-commit-config.yaml': config });
    const commit = (name: string, text: string) => {
      writeFileSync(path.join(cwd, name), text);
      run('git', ['add', '--all'], cwd);
      return run('pre-commit', ['run'], cwd);
    };
    expect(commit('notes.txt', good).status).toBe(0);
    const stopped = commit('compose.yaml', `${bad}# changed\n`);
    expect([stopped.status, stopped.stdout]).toEqual([
      1,
      expect.stringContaining('compose.yaml:1:46: critical workload-not-privileged'),
    ]);
  });
});

describe('the component of GitLab', () => {
  const [head, body] = parseAllDocuments(read('templates/plimsoll.yml')).map((each) =>
    String(each),
  );
  const { spec } = z
    .object({
      spec: z.object({
        inputs: z.record(z.string(), z.object({ default: z.string().optional() })),
      }),
    })
    .parse(parse(head ?? ''));
  const job = z.object({
    plimsoll: z.object({
      variables: z.record(z.string(), z.string()),
      script: z.array(z.string()),
    }),
  });

  /** Runs the job as a runner does: inputs are put into its text, its variables into the environment. */
  function component(inputs: Readonly<Record<string, string>>) {
    const { plimsoll } = job.parse(parse(body ?? ''));
    const value = (text: string): string =>
      text.replace(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name: string) => {
        expect(Object.keys(spec.inputs)).toContain(name);
        return inputs[name] ?? spec.inputs[name]?.default ?? '';
      });
    const variables = Object.entries(plimsoll.variables).map(([name, text]): [string, string] => [
      name,
      value(text),
    ]);
    const cwd = repository({ 'compose.yaml': bad });
    const script = plimsoll.script.map(value).join('\n');
    const done = run('sh', ['-e', '-c', script], cwd, Object.fromEntries(variables));
    return { ...done, cwd };
  }

  it('fails where something fails, and leaves a report for the merge request', () => {
    const { status, stdout, cwd } = component({});
    expect([status, stdout]).toEqual([1, expect.stringContaining('compose.yaml:1:46')]);
    const report = readFileSync(path.join(cwd, 'plimsoll-report/assessment.xml'), 'utf8');
    expect(report).toContain('<testsuite');
    const quality = path.join(cwd, 'plimsoll-report/assessment.codequality.json');
    expect(readFileSync(quality, 'utf8')).toContain('workload-not-privileged');
  });

  it('takes what is asked for', () => {
    expect(component({ 'fail-on': 'none', framework: 'pci-dss-4.0.1' }).status).toBe(0);
  });

  it('runs nothing of its inputs', () => {
    for (const input of ['targets', 'framework', 'baseline', 'config', 'fail-on']) {
      const { cwd, status } = component({ [input]: '; touch forged; $(touch forged)' });
      expect([run('ls', [], cwd).stdout.includes('forged'), status]).toEqual([false, 2]);
    }
  });
});

describe('the problem matcher of the guide', () => {
  it.each(['docs/editors.md', 'docs/zh/editors.md'])(
    'reads a line as it is printed: %s',
    (guide) => {
      const [, block = ''] = /```json\n(\{\n {2}"version": "2[^]*?)```/.exec(read(guide)) ?? [];
      const [, pattern = ''] = /"regexp": (".*")/.exec(block) ?? [];
      const { stdout } = run(
        'plimsoll',
        ['scan', '.', '--format', 'lines'],
        repository({ 'compose.yaml': bad }),
      );
      const lines = stdout.trim().split('\n');
      const regexp = new RegExp(z.string().parse(JSON.parse(pattern)));
      const found = lines.map((line) => regexp.exec(line)?.slice(1, 6));
      expect(found).toContainEqual([
        'compose.yaml',
        '1',
        '46',
        'critical',
        'workload-not-privileged',
      ]);
      expect(found).not.toContain(undefined);
    },
  );
});

describe('the manual page', () => {
  it('has every command, and no line that roff takes for its own', async () => {
    const page = await manPage();
    for (const name of Object.keys(commands)) expect(page).toContain(`\n.SS ${name}`);
    const requests = new Set([...page.matchAll(/^[.'](\S*)/gm)].map(([, request]) => request));
    expect(requests).toEqual(new Set(['TH', 'SH', 'SS', 'TP', 'B', 'I']));
  });
});
