import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const root = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-action-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const step = z.object({
  id: z.string().optional(),
  name: z.string().optional(),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).default({}),
});
const action = z
  .object({
    inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
    runs: z.object({ using: z.literal('composite'), steps: z.array(step) }),
  })
  .parse(parse(readFileSync(path.join(root, 'action.yml'), 'utf8')));

const { steps } = action.runs;
let count = 0;

/** Runs the steps that build and scan as a runner does, in a repository of these files. */
function run(
  files: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>>,
  runner: Readonly<Record<string, string>> = {},
  prepare?: (repository: string) => Readonly<Record<string, string>>,
) {
  const repository = path.join(folder, String((count += 1)));
  mkdirSync(repository);
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(repository, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const said = { ...inputs, ...prepare?.(repository) };
  const places = {
    GITHUB_ACTION_PATH: root,
    GITHUB_OUTPUT: path.join(repository, 'output'),
    GITHUB_STEP_SUMMARY: path.join(repository, 'summary'),
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKSPACE: repository,
    ...runner,
  };
  const done = steps
    .filter(({ id, name }) => id === 'scan' || name === 'Build Plimsoll')
    .map(({ run: script = '', env }) => {
      const values = Object.entries(env).map(([name, value]): [string, string] => {
        const [, input = ''] = /^\$\{\{ (?:inputs\.)?([a-z_.-]+) \}\}$/.exec(value) ?? [];
        return [name, said[input] ?? action.inputs[input]?.default ?? ''];
      });
      return spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script], {
        cwd: repository,
        env: { ...process.env, ...places, ...Object.fromEntries(values) },
        encoding: 'utf8',
      });
    });
  const read = (name: string): string =>
    existsSync(path.join(repository, name))
      ? readFileSync(path.join(repository, name), 'utf8')
      : '';
  return { repository, read, last: done.at(-1), first: done[0] };
}

const bad = { 'compose.yaml': 'services: {web: {image: "web:1", privileged: true}}\n' };

describe('the action', () => {
  it('puts nothing of its inputs into a script', () => {
    const scripts = steps.flatMap(({ run: script }) => script ?? []);
    expect(scripts).toHaveLength(3);
    for (const script of scripts) expect(script).not.toContain('${{');
  });

  it('fails where something fails, with its files and a summary', () => {
    const { repository, read, last, first } = run(bad, {});
    expect([first?.status, last?.status]).toEqual([0, 1]);
    expect(last?.stdout).toContain('compose.yaml:1:');
    expect(read('output')).toBe(
      'sarif=plimsoll-report/assessment.sarif\nsummary=plimsoll-report/report-en.md\n',
    );
    expect(read('summary')).toContain('workload-not-privileged');
    expect(existsSync(path.join(repository, 'plimsoll-report/assessment.sarif'))).toBe(true);
  });

  it('links each place in its summary to the commit, and holds to a baseline', () => {
    const { repository, read } = run(bad, {});
    expect(read('summary')).toContain('| `compose.yaml:1` |');
    const cli = path.join(root, 'dist/cli.js');
    const options = { cwd: repository, encoding: 'utf8' } as const;
    spawnSync(process.execPath, [cli, 'scan', '.', '--write-baseline', 'known.json'], options);
    const baseline = readFileSync(path.join(repository, 'known.json'), 'utf8');
    const worse = 'services: {web: {image: "web:1", privileged: true, network_mode: host}}\n';
    const commit = 'a'.repeat(40);
    const { last, read: readNext } = run(
      { 'known.json': baseline, 'compose.yaml': worse, '.git': '' },
      { baseline: 'known.json' },
      { GITHUB_REPOSITORY: 'acme/shop', GITHUB_SHA: commit },
    );
    expect([last?.status, last?.stderr]).toEqual([1, expect.stringContaining('baseline accepts')]);
    const summary = readNext('summary');
    expect(summary).toContain(
      `[\`compose.yaml:1\`](https://github.com/acme/shop/blob/${commit}/compose.yaml#L1)`,
    );
    expect(summary).toMatch(/Failures that the baseline accepts, not listed: \d+\./);
    expect(summary).not.toMatch(/^\| .*workload-not-privileged/m);
    const sarif = readNext('plimsoll-report/assessment.sarif');
    expect(sarif).toContain('"baselineState":"unchanged"');
    expect(sarif).not.toContain('"baselineState":"absent"');
  });

  it('holds a pull request to the baseline of its base, whatever it writes into its own', () => {
    const cli = path.join(root, 'dist/cli.js');
    const commit =
      (repository: string) =>
      (...args: readonly string[]) => {
        const names = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
        const options = { cwd: repository, encoding: 'utf8' } as const;
        return spawnSync('git', [...names, ...args], options).stdout.trim();
      };
    const pull = (accepts: boolean) => (repository: string) => {
      const git = commit(repository);
      const write = (): void => {
        spawnSync(process.execPath, [cli, 'scan', '.', '--write-baseline', 'known.json'], {
          cwd: repository,
        });
      };
      git('init', '--quiet');
      if (accepts) write();
      git('add', '--all');
      git('commit', '--quiet', '--message=base');
      const base = git('rev-parse', 'HEAD');
      writeFileSync(path.join(repository, 'Dockerfile'), 'FROM alpine:3.20\nRUN sudo ls\n');
      write();
      git('add', '--all');
      git('commit', '--quiet', '--message=pull');
      return { 'github.event.pull_request.base.sha': base };
    };
    const inputs = { baseline: 'known.json', 'fail-on': 'low' };
    const held = run(bad, inputs, {}, pull(true)).last;
    expect(held?.status).toBe(1);
    expect(held?.stdout).toContain('dockerfile-no-sudo');
    expect(held?.stdout).not.toContain('workload-not-privileged');
    const without = run(bad, inputs, {}, pull(false)).last;
    expect(without?.stdout).toContain('::notice title=plimsoll::The base of the pull request');
    expect(without?.stdout).toContain('workload-not-privileged');
  });

  it.each([
    ['', 'POST', 'repos/acme/shop/issues/7/comments'],
    ['41\n42', 'PATCH', 'repos/acme/shop/issues/comments/42'],
  ])('comments once, and replaces no comment but its own: %j', (own, method, place) => {
    const bin = mkdtempSync(path.join(folder, 'bin-'));
    const asked = path.join(bin, 'asked');
    const gh = `#!/bin/sh\necho "$*" >> ${asked}\ncase "$*" in *--paginate*) printf '${own}' ;; *) for a; do :; done; cat "\${a#body=@}" >> ${asked} ;; esac\n`;
    writeFileSync(path.join(bin, 'gh'), gh, { mode: 0o755 });
    writeFileSync(path.join(bin, 'summary.md'), '# Result\n');
    const script = steps.find(({ name }) => name === 'Comment on the pull request')?.run ?? '';
    const { status } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
      cwd: bin,
      env: {
        PATH: `${bin}:${process.env['PATH'] ?? ''}`,
        REPOSITORY: 'acme/shop',
        PULL_REQUEST: '7',
        SUMMARY: 'summary.md',
      },
    });
    expect(status).toBe(0);
    const said = readFileSync(asked, 'utf8');
    expect(said).toContain('startswith("<!-- plimsoll -->")');
    expect(said).toContain(`--method ${method} ${place} --field body=@`);
    expect(said).toContain('\n<!-- plimsoll -->\n# Result\n');
  });

  it('takes nothing that the repository brought for what it wrote', () => {
    const brought = {
      ...bad,
      'plimsoll-report/a.md': 'All is well',
      'plimsoll-report/z\nsummary=evil.md\nq=.sarif': '{}',
    };
    for (const [files, inputs] of [
      [brought, {}],
      [brought, { framework: 'nope' }],
      [bad, { out: '-x' }],
      [bad, { out: 'rep\nevil=1' }],
    ] as const) {
      const { read, last } = run(files, inputs);
      expect(last?.status).toBe(2);
      expect([read('output'), read('summary')]).toEqual(['', '']);
    }
  });

  it('scans all targets, one to a line as well, and has one summary of several frameworks', () => {
    const two = { 'good/Dockerfile': 'FROM scratch\n', 'bad/compose.yaml': bad['compose.yaml'] };
    const { last, read } = run(two, { targets: 'good\nbad\n', framework: 'all' });
    expect(last?.status).toBe(1);
    expect(read('output')).toContain('summary=plimsoll-report/summary.md');
    expect(read('summary')).toContain('PCI DSS');
    expect(run(two, { targets: ' ' }).last?.stdout).toContain('bad/compose.yaml');
  });

  it('prints names of files as no commands of the runner', () => {
    const { last } = run({ '::error title=x::y/Dockerfile': 'FROM scratch\nUSER 0\n' }, {});
    const [, token] = /^::stop-commands::([0-9a-f]{32})$/m.exec(last?.stdout ?? '') ?? [];
    const parts = (last?.stdout ?? '').split(`::${token}::`);
    expect(parts).toHaveLength(2);
    expect(parts[0]).toContain('::error title=x::y/Dockerfile');
    expect(parts[1]).not.toContain('::error');
  });

  it('takes what is asked for', () => {
    const asked = { 'fail-on': 'none', out: 'reports', framework: 'pci-dss-4.0.1' };
    const { read, last } = run(bad, asked);
    expect(last?.status).toBe(0);
    expect(read('output')).toContain('sarif=reports/assessment.sarif');
  });

  it('loads no configuration of the repository', () => {
    const own = { ...bad, 'plimsoll.config.ts': 'throw new Error("was loaded");\n' };
    const { last } = run(own, {});
    expect([last?.status, last?.stderr]).toEqual([1, expect.not.stringContaining('was loaded')]);
    const named = run(own, { config: 'plimsoll.config.ts' }).last;
    expect([named?.status, named?.stderr]).toEqual([2, expect.stringContaining('was loaded')]);
  });

  it.each(['; touch forged', '$(touch forged)', '`touch forged`', '--config x', '"', '\n. '])(
    'runs nothing of what it is given: %j',
    (hostile) => {
      for (const name of ['targets', 'framework', 'baseline', 'out', 'fail-on']) {
        const { repository, read } = run(bad, { [name]: hostile });
        expect([existsSync(path.join(repository, 'forged')), read('output').length > 500]).toEqual([
          false,
          false,
        ]);
      }
    },
  );
});
