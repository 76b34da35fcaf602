import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessmentSchema } from '../../src/core/assessment/assessment.ts';
import { runCli } from '../support/cli.ts';
import { imageArchive } from '../support/image-archive.ts';
import {
  fedSecrets,
  givenSecrets,
  hasInstruction,
  statedSecrets,
} from '../support/secret-commands.ts';

/** A word of its own for each command, which nothing but its place gives away. */
const wordOf = (nth: number): string => {
  const letter = (at: number): string =>
    'bcdfghjkmnpqrstvwxz'[(nth * 7 + at * 5 + (nth >> 3)) % 19] ?? '';
  const [high, low] = [Math.floor(nth / 26), nth % 26].map(
    (at) => 'abcdefghijklmnopqrstuvwxyz'[at],
  );
  return `quiet${high}${low}${Array.from({ length: 8 }, (_, at) => letter(at)).join('')}`;
};

const planted = [...fedSecrets, ...givenSecrets, ...statedSecrets]
  .filter((written) => !hasInstruction(written))
  .map((written, nth) => {
    const secret = wordOf(nth);
    const command = written.replaceAll('V', secret).replaceAll(/\bW\b/g, `${secret}x`);
    return { written, secret, command, folder: `p${String(nth).padStart(3, '0')}` };
  });

const dockerfile = (command: string): string =>
  [
    'FROM debian:12',
    ...(command.includes('\n') ? [`RUN <<'SCRIPT'`, command, 'SCRIPT'] : [`RUN ${command}`]),
    ...(command.includes('\n') ? [] : [`RUN curl -k https://h/x | sh; ${command}`]),
    `HEALTHCHECK CMD ${JSON.stringify(['sh', '-c', command])}`,
    `CMD ${JSON.stringify(['sh', '-c', command])}`,
    '',
  ].join('\n');

const compose = (command: string): string => {
  // Compose puts in what one dollar sign names.
  const escaped = command.replaceAll('$', () => '$$');
  return JSON.stringify({
    services: {
      web: {
        image: 'debian:12',
        privileged: true,
        command: ['sh', '-c', escaped],
        healthcheck: { test: ['CMD-SHELL', escaped] },
        post_start: [{ command: ['sh', '-c', escaped] }],
      },
    },
  });
};

/** A scan of all of them as services takes longer than it is worth. */
const isService = (nth: number): boolean => nth % 4 === 0;

let folder = '';
const texts = new Map<string, string>();
/** Controls that fail, with the target. */
const failing = new Set<string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-commands-'));
  const at = (name: string): string => join(folder, name);
  for (const [nth, { command, folder: own }] of planted.entries()) {
    await mkdir(at(`files/${own}`), { recursive: true });
    await writeFile(at(`files/${own}/Dockerfile`), dockerfile(command));
    if (isService(nth)) await writeFile(at(`files/${own}/compose.yaml`), compose(command));
  }
  await writeFile(
    at('image.tar'),
    imageArchive([[{ name: 'x', body: '' }]], {
      steps: planted.map(({ command }) => `RUN /bin/sh -c ${command} # buildkit`),
      config: { Cmd: ['sh', '-c', planted.map(({ command }) => command).join('\n')] },
    }),
  );
  await mkdir(at('out'));
  const scan = await runCli(
    [
      ...['scan', '.', at('image.tar'), '--no-config', '--fail-on', 'none', '--lang', 'en'],
      ...[
        '--format',
        'html,json,ndjson,csv,lines,markdown,sarif,codequality,gitlab-sast,github,prometheus,junit,hdf,openreports,oscal,oscal-poam,cyclonedx',
      ],
      ...[
        '-o',
        at('out/reports'),
        '--bundle',
        at('out/evidence.plimsoll'),
        '--ledger',
        at('out/ledger.db'),
      ],
    ],
    { cwd: at('files') },
  );
  if (scan.status !== 0) throw new Error(scan.stderr.slice(0, 600));
  const others = [
    await runCli(['collect', '.', '--no-config', '-o', at('out/snapshot.json')], {
      cwd: at('files'),
    }),
    await runCli(['history', '--ledger', at('out/ledger.db')]),
  ];
  for (const [nth, { stdout, stderr }] of [scan, ...others].entries()) {
    texts.set(`run ${nth}`, stdout + stderr);
  }
  for (const entry of await readdir(at('out'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    texts.set(path.slice(folder.length), await readFile(path, 'latin1'));
  }
  const { findings } = assessmentSchema.parse(
    JSON.parse(texts.get('/out/reports/assessment.json') ?? ''),
  );
  for (const { status, controlId, subject } of findings) {
    if (status === 'fail') failing.add(`${controlId} ${subject.target.replace(/^[a-z]+:/, '')}`);
  }
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a secret in a command', () => {
  it.each(planted)('leaves in no byte: $written', ({ secret }) => {
    const leaks = [...texts].flatMap(([where, text]) => {
      const found = text.indexOf(secret);
      return found < 0 ? [] : [`${where}: ${text.slice(Math.max(0, found - 200), found + 40)}`];
    });
    expect(leaks).toEqual([]);
  });

  it.each(planted)('is found: $written', ({ folder: own }) => {
    expect(failing).toContain(`dockerfile-no-secrets ${own}/Dockerfile`);
  });

  it.each(planted.filter((_, nth) => isService(nth)))(
    'is found in a service: $written',
    ({ folder: own }) => {
      expect(failing).toContain(`workload-no-secrets-in-environment ${own}/compose.yaml`);
    },
  );

  it('is found in the history of an image', () => {
    expect([...failing].filter((each) => each.startsWith('image-no-secrets '))).toHaveLength(1);
  });
});
