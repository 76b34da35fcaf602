import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { cliPath, runCli } from '../support/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-nothing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function make(files: Readonly<Record<string, string>>): string {
  const made = mkdtempSync(join(folder, 'of-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(made, name)), { recursive: true });
    writeFileSync(join(made, name), content);
  }
  return made;
}

const others = {
  'compose.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\n',
  '.github/workflows/docker-compose.yml': 'on: push\njobs:\n  a: {runs-on: x}\n',
  'helm/docker-compose.yml': 'services:\n{% for x in y %}\n  a: {image: {{ x }}}\n{% endfor %}\n',
  Dockerfile: 'some notes\n',
};

it.each([
  ['an empty folder', {}],
  ['a Compose file without services', { 'compose.yaml': 'services: {}\n' }],
  ['files that are something else', others],
])('a scan of %s is trouble, unless that is meant', async (_, files) => {
  const cwd = make(files);
  const { status, stdout } = await runCli(['scan', '.'], { cwd });
  expect([status, stdout.includes('Nothing failed')]).toEqual([2, false]);
  expect((await runCli(['scan', '.', '--allow-empty'], { cwd })).status).toBe(0);
});

it('says of each file that it is something else, and judges the rest', async () => {
  const service =
    'services: {a: {image: "a:1", hostname: "{{.Node.Hostname}}", privileged: true}}\n';
  const cwd = make({ ...others, 'real/compose.yaml': service });
  const { status, stdout, stderr } = await runCli(['scan', '.'], { cwd });
  expect(status).toBe(1);
  expect(stdout).toContain('workload-not-privileged a');
  for (const name of Object.keys(others)) expect(stderr).toContain(`${name} is left out: `);
});

it('judges a service that only a profile starts, and less where profiles are named', async () => {
  const cwd = make({
    'compose.yaml': 'services: {a: {image: "a:1", privileged: true, profiles: [debug]}}\n',
  });
  const all = await runCli(['scan', '.'], { cwd });
  expect([all.status, all.stdout.includes('workload-not-privileged a')]).toEqual([1, true]);
  expect((await runCli(['scan', '.', '--profile', 'other'], { cwd })).status).toBe(2);
});

it('is whole and says what failed, whatever a check leaves behind', async () => {
  const cwd = make({ 'compose.yaml': 'services: {a: {image: "a:1"}}\n' });
  const index = pathToFileURL(join(dirname(cliPath), 'index.js')).href;
  writeFileSync(
    join(cwd, 'config.mjs'),
    `import { builtin, defineControl, extendCatalog, workload } from '${index}';
const text = { en: 't', zh: 't' };
const of = (id, check) => defineControl({ id, subject: workload, severity: 'high', title: text, rationale: text, remediation: text, references: ['https://example.org/'], check });
export default { catalog: extendCatalog(builtin, { id: 'x', add: [
  of('a-async', async () => { throw new Error('later'); }),
  of('a-exit', () => process.exit(0)),
  of('a-stray', () => { Promise.reject(new Error('floating')); setTimeout(() => { throw new Error('timer'); }); return true; }),
  of('a-typo', (w) => !w.privilegd),
] }) };\n`,
  );
  const out = 'report';
  const formats = 'json,csv,sarif,junit,html,markdown';
  const args = ['scan', '.', '--config', 'config.mjs'];
  const {
    status,
    stdout: shown,
    stderr,
  } = await runCli([...args, '--format', formats, '-o', out], { cwd });
  expect([status, stderr.match(/failed unexpectedly/g)]).toEqual([2, ['failed unexpectedly']]);
  const assessment = JSON.parse(readFileSync(join(cwd, out, 'assessment.json'), 'utf8')) as {
    findings: { controlId: string; status: string }[];
  };
  const own = assessment.findings.filter(({ controlId }) => controlId.startsWith('a-'));
  expect(own.map(({ status: each }) => each)).toEqual(['error', 'error', 'pass', 'error']);
  // Who runs it at a terminal, without a report, is told as well.
  for (const id of ['a-async', 'a-exit', 'a-typo']) {
    expect(shown).toMatch(new RegExp(`: error ${id} a: `));
  }
  const { stdout } = await runCli([...args, '--json'], { cwd });
  expect(() => JSON.parse(stdout) as unknown).not.toThrow();
});

it('does not call empty what failed, or what was not done in time', async () => {
  const cwd = make({
    'compose.yaml': 'services:\n  a: {image: "a:1", extends: {file: gone.yaml, service: b}}\n',
  });
  for (const words of [
    ['scan', 'unix:///nonexistent/docker.sock'],
    ['scan', 'host:/nonexistent'],
    ['scan', '.', '--timeout', '0.001'],
  ]) {
    const { status, stderr } = await runCli(words, { cwd });
    expect([words, status]).toEqual([words, 2]);
    expect(stderr).toMatch(/^error \[/m);
    expect(stderr).not.toContain('--allow-empty');
  }
});

it('names what is undecided where that counts, and says how otherwise', async () => {
  const cwd = make({ Dockerfile: 'FROM alpine:3.20\nRUN eval "$WHAT"\nUSER 65532\n' });
  const open = /unknown \S+ .*line 1 of the script/;
  for (const [args, code, named] of [
    [
      ['Dockerfile', '--strict', '--fail-on', 'low'],
      1,
      /\n {2}dockerfile-\S+\n {2}\S+: .*Dockerfile:2 /,
    ],
    [['.', '--strict', '--fail-on', 'low'], 1, open],
    [['Dockerfile', '--strict', '--fail-on', 'low', '--format', 'lines'], 1, open],
    [['Dockerfile', '--fail-on', 'critical'], 0, /run the same command with --strict/],
    [['.', '--fail-on', 'critical'], 0, /run the same command with --strict/],
  ] as const) {
    const { status, stdout } = await runCli(['scan', ...args], { cwd });
    expect([args, status]).toEqual([args, code]);
    expect(stdout).toMatch(named);
  }
});

it.each([
  ['k8s/compose.yaml', others['compose.yaml'], /is a Kubernetes manifest, not a target of a scan/],
  ['ci.yml', others['.github/workflows/docker-compose.yml'], /is a GitHub workflow, not/],
  ['README.txt', '# Hello\n', /README\.txt is not a target of a scan: .*no FROM/],
  ['Dockerfile', 'RUN true\n', /Dockerfile is not a target of a scan: .*no FROM/],
])('%s is named as what it is', async (name, content, said) => {
  const { status, stderr } = await runCli(['scan', name], { cwd: make({ [name]: content }) });
  expect([status, stderr]).toEqual([2, expect.stringMatching(said)]);
  expect(stderr).not.toContain('JSON');
});

it('reads a Compose file of any name that begins with the mark of UTF-8', async () => {
  const content = '\uFEFFservices: {a: {image: "a:1", privileged: true}}\n';
  const { status, stdout } = await runCli(['scan', 'stack.yml'], {
    cwd: make({ 'stack.yml': content }),
  });
  expect([status, stdout.includes('workload-not-privileged')]).toEqual([1, true]);
});
