import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectCompose } from '../../../../src/collectors/compose/collect-compose.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-compose-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function harvest(text: string) {
  writeFileSync(join(folder, 'compose.yaml'), text);
  return await collectCompose({
    files: ['compose.yaml'],
    cwd: folder,
    env: { TWO_LINES: 'one\ntwo', BASE: 'alpine:3.20' },
    home: '/root',
    fingerprintKey: Buffer.alloc(32),
  });
}

async function built(text: string) {
  const { subjects } = await harvest(text);
  const found = subjects.find(({ kind }) => kind === 'dockerfile');
  if (!found) throw new Error('There is no Dockerfile.');
  return found;
}

const inBlock = (lines: readonly string[], more = ''): string =>
  `services:
  web:
    build:
      context: .${more}
      dockerfile_inline: |
${lines.map((line) => `        ${line}\n`).join('')}    restart: always
`;

const lineOf = (source: unknown): unknown => (source as { line?: unknown } | undefined)?.line;

describe('a Dockerfile in a Compose file', () => {
  it('is read with the arguments of its service, which replace the defaults', async () => {
    const { facts } = await built(
      inBlock(
        ['ARG BASE', 'ARG TAG=1', 'FROM $${BASE}:$${TAG}'],
        '\n      args: {BASE: debian, TAG: 2}',
      ),
    );
    expect(facts['images']).toMatchObject([{ reference: 'debian:2' }]);
  });

  it('has the name of its service, and the lines of the file', async () => {
    const { name, facts, sources } = await built(
      inBlock([
        '# syntax=docker/dockerfile:1',
        'FROM ${BASE}',
        '',
        'RUN a \\',
        '  # why',
        '  && b',
        'USER 1000',
      ]),
    );
    expect([name, facts['path'], facts['user']]).toEqual(['web', 'compose.yaml', '1000']);
    expect(facts['images']).toMatchObject([{ reference: 'alpine:3.20' }]);
    expect(sources?.['/frontend']).toMatchObject({ path: 'compose.yaml', line: 6 });
    expect(sources?.['/runs/0']).toMatchObject({ line: 9, column: 9 });
    expect(sources?.['/user']).toMatchObject({ line: 12 });
  });
  it.each([
    ['network: host', 'host', false],
    ['privileged: true', 'default', true],
    ['privileged: false', 'default', false],
  ])('runs with the rights of its build: %s', async (field, network, insecure) => {
    const { facts } = await built(
      inBlock(['FROM a:1', 'RUN b', 'RUN --network=none --security=sandbox c'], `\n      ${field}`),
    );
    expect(facts['runs']).toMatchObject([
      { network, insecure },
      { network: 'none', insecure: false },
    ]);
  });
  it('stands in one line where its lines are none of the file', async () => {
    const { facts, sources } = await built(
      'services:\n  web:\n    build:\n      dockerfile_inline: "FROM a:1\\nUSER 7\\n"\n',
    );
    expect([facts['user'], lineOf(sources?.['/user'])]).toEqual(['7', 4]);
  });
  it('stands in one line where a variable brings lines of its own', async () => {
    const { sources } = await built(
      inBlock(['FROM a:1', 'RUN <<E', '${TWO_LINES}', 'E', 'USER 7']),
    );
    expect(lineOf(sources?.['/user'])).toBe(5);
  });
  it.each([
    ['base', '7'],
    ["'0'", '7'],
    ["'1'", 'root'],
    ['none', 'root'],
  ])('ends with the stage that is built: %s', async (target, user) => {
    const lines = ['FROM a:1 AS Base', 'USER 7', 'FROM base', 'USER root'];
    const { facts } = await built(inBlock(lines, `\n      target: ${target}`));
    expect(facts['user']).toBe(user);
  });
  it('waives what stands in it alone', async () => {
    const { facts } = await built(
      inBlock([
        'FROM a:1',
        '# plimsoll-waive: dockerfile-no-sudo reason="x" owner=me approver=you until=2027-01-01',
        'RUN apt-get install sudo',
      ]),
    );
    expect(facts['waivers']).toMatchObject([
      { control: 'dockerfile-no-sudo', lines: { path: 'compose.yaml', first: 8, last: 8, of: 6 } },
    ]);
  });
  it('is a gap where no builder would take it, and the rest stands', async () => {
    const { subjects } = await harvest(inBlock(['FORM a:1']));
    const of = (kind: string) => subjects.find((subject) => subject.kind === kind);
    expect(of('dockerfile')?.gaps).toMatchObject([{ path: '', reason: 'malformed' }]);
    expect(JSON.stringify(of('dockerfile')?.gaps)).toContain(
      'compose.yaml:6:9: There is no instruction FORM',
    );
    expect(of('workload')?.facts['restart']).toMatchObject({ policy: 'always' });
  });
  it('is counted only where there is one', async () => {
    const kinds = async (text: string) => (await harvest(text)).population.map(({ kind }) => kind);
    expect(await kinds(inBlock(['FROM a:1']))).toContain('dockerfile');
    expect(await kinds('services: {web: {image: web:1}}\n')).not.toContain('dockerfile');
  });
  it('shows no secret, and no quote of the file shows it', async () => {
    const { subjects, quotes } = await harvest(
      inBlock(['FROM a:1', 'ENV DB_PASSWORD=hunter2hunter2']),
    );
    expect(subjects.find(({ kind }) => kind === 'dockerfile')?.facts['variables']).toMatchObject([
      { name: 'DB_PASSWORD', secret: true, value: null },
    ]);
    expect(JSON.stringify([subjects, quotes])).not.toContain('hunter2');
  });
});

describe('the lines of such a file that are quoted', () => {
  const quoted = async (text: string) => (await harvest(text)).quotes?.[0]?.lines;
  it('are shown but for what its facts would drop, each at its own line', async () => {
    const lines = await quoted(
      inBlock([
        'FROM a:1',
        '# password: hunter2hunter2',
        'ENV DB_PASSWORD hunter2hunter2',
        'LABEL secret hunter2hunter2',
        '',
        'USER 1',
      ]),
    );
    expect(lines?.slice(5, 11)).toEqual([
      '        FROM a:1',
      '        # [redacted]',
      '        ENV DB_PASSWORD [redacted]',
      '        LABEL secret [redacted]',
      '        ',
      '        USER 1',
    ]);
  });
  it.each([
    ['in one line', '"FROM a:1\\nENV DB_PASSWORD hunter2hunter2\\n"'],
    ['folded', '>\n        FROM a:1\n\n        ENV DB_PASSWORD hunter2hunter2\n'],
    ['that no builder takes', '|\n        FORM a:1\n        ENV DB_PASSWORD hunter2hunter2\n'],
  ])('are none of one %s that holds a secret', async (_, written) => {
    const lines = await quoted(
      `services:\n  web:\n    build:\n      dockerfile_inline: ${written}`,
    );
    expect(lines?.[3]).toBe('      dockerfile_inline: [redacted]');
    expect(lines?.join('\n')).not.toMatch(/hunter2|FROM/);
  });
  it('are masked where it is pointed to from elsewhere', async () => {
    const lines = await quoted(`x-build: &build |
  FROM a:1
  ENV DB_PASSWORD hunter2hunter2
services:
  web: { build: { dockerfile_inline: *build } }
`);
    expect(lines?.slice(0, 3)).toEqual([
      'x-build: &build |',
      '  FROM a:1',
      '  ENV DB_PASSWORD [redacted]',
    ]);
  });
});

describe('the folder of its build', () => {
  const context = async (where: string) => {
    const { facts, gaps } = await built(
      inBlock(['FROM a:1']).replace('context: .', `context: ${where}`),
    );
    return { facts, gapped: gaps.map(({ path }) => path) };
  };
  it('is looked at for files with secrets', async () => {
    mkdirSync(join(folder, 'app'));
    writeFileSync(join(folder, 'app', 'id_rsa'), '');
    const { facts } = await context('./app');
    expect(facts['context']).toEqual({ ignoreFile: null, secrets: ['id_rsa'] });
  });
  it.each(['https://git.example/app.git', '/', '..', './none'])(
    'is not looked at where it is none of the project’s: %s',
    async (where) => {
      expect((await context(where)).gapped).toContain('/context');
    },
  );
});
