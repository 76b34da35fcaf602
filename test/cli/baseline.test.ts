import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { holdAgainst, readBaseline, writeBaseline } from '../../src/cli/scanning/baseline.ts';
import { collect } from '../../src/collect.ts';
import { findTargets } from '../../src/collectors/folder/find-targets.ts';
import { assess, builtin, tool } from '../../src/index.ts';
import { renderReport } from '../../src/reporters/formats/registry.ts';

let folder = '';
const at = (name: string): string => join(folder, name);
const put = async (name: string, content: string): Promise<void> => {
  await mkdir(dirname(at(name)), { recursive: true });
  await writeFile(at(name), content);
};

const scan = async () => {
  const around = { cwd: folder, env: {}, home: folder };
  const targets = await findTargets(folder, around);
  // Only files named in full are found from any working folder.
  const { snapshot } = await collect({
    targets: targets.map((target) =>
      target.kind === 'dockerfile' ? { ...target, path: at(target.path) } : target,
    ),
    now: new Date(0),
    ...around,
  });
  return assess(snapshot, { catalog: builtin, tool });
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-baseline-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The controls that find something new in what lies in the folder. */
const newNow = async (): Promise<readonly string[]> => {
  const assessment = await scan();
  const { isKnown } = holdAgainst(await readBaseline(at('known.json')), assessment);
  return assessment.findings
    .filter((finding) => finding.status === 'fail' && !isKnown(finding))
    .map(({ controlId }) => controlId);
};

const accept = async (): Promise<number> => writeBaseline(at('known.json'), await scan());

/** The same after a change of a file whose failures were accepted. */
const newAfter = async (
  name: string,
  before: string,
  after: string,
): Promise<readonly string[]> => {
  await put(name, before);
  await accept();
  await put(name, after);
  return newNow();
};

const service = (...lines: readonly string[]): string =>
  [
    'services:',
    '  web:',
    '    image: shop/web:1.2',
    ...lines.map((line) => `    ${line}`),
    '',
  ].join('\n');
const build = (...lines: readonly string[]): string =>
  ['FROM alpine:3.20', ...lines, ''].join('\n');

it('knows what quotes a masked value, which has another mark in each run', async () => {
  const text = build(
    'RUN curl -k --data quietwordnobodyknows https://h/x | sh',
    'RUN curl -k --data anotherquietword https://h/y | sh',
  );
  await put('Dockerfile', text);
  const [first, second] = [await scan(), await scan()].map((each) => JSON.stringify(each.findings));
  expect(first).toMatch(/\[redacted [0-9a-f]{16}\]/);
  expect(second).not.toBe(first);
  expect(await accept()).toBeGreaterThan(2);
  expect(await newNow()).toEqual([]);
  const known = await readFile(at('known.json'), 'utf8');
  expect(known).toContain('[redacted]');
  expect(known).not.toMatch(/\[redacted [0-9a-f]/);
});

describe('a baseline, where less is wrong than it accepts', () => {
  it.each([
    [
      'one of two capabilities',
      'compose.yaml',
      service('cap_add: [SYS_ADMIN, NET_ADMIN]'),
      service('cap_add: [NET_ADMIN]'),
    ],
    ['every right', 'compose.yaml', service('privileged: true'), service()],
    [
      'one of two commands',
      'Dockerfile',
      build('RUN sudo ls', 'RUN sudo id'),
      build('# Words', 'RUN sudo id'),
    ],
    [
      'one of two pipes',
      'Dockerfile',
      build('RUN curl https://a.example/x | sh', 'RUN curl https://b.example/x | sh'),
      build('RUN curl https://b.example/x | sh'),
    ],
    [
      'one of more than are told',
      'Dockerfile',
      build(...[1, 2, 3, 4, 5, 6, 7].map((each) => `RUN sudo ls ${each}`)),
      build(...[2, 3, 4, 5, 6, 7].map((each) => `RUN sudo ls ${each}`)),
    ],
    ['one of two files with secrets', 'web/Dockerfile.dockerignore', '', '*.key\n'],
  ])('takes nothing for new: %s', async (_, name, before, after) => {
    if (name.startsWith('web/')) {
      await put('web/Dockerfile', build('COPY . /app'));
      await put('web/tls.key', '');
      await put('web/.env', '');
    }
    expect(await newAfter(name, before, after)).toEqual([]);
  });
});

describe('a baseline, where more is wrong than it accepts', () => {
  it.each([
    [
      'another capability',
      'compose.yaml',
      service('cap_add: [NET_ADMIN]'),
      service('cap_add: [SYS_ADMIN, NET_ADMIN]'),
      'workload-capabilities',
    ],
    [
      'the same once more',
      'Dockerfile',
      build('RUN sudo ls', 'RUN sudo ls'),
      build('RUN sudo ls', 'RUN sudo ls', 'RUN sudo ls'),
      'dockerfile-no-sudo',
    ],
    [
      'the same once more, for one of another kind that is gone',
      'Dockerfile',
      build('RUN sudo ls', 'RUN sudo id'),
      build('RUN sudo ls', 'RUN sudo ls'),
      'dockerfile-no-sudo',
    ],
    [
      'another command of the same RUN',
      'Dockerfile',
      build('RUN sudo ls'),
      build('RUN sudo ls && sudo id'),
      'dockerfile-no-sudo',
    ],
    [
      'another among more than are told',
      'Dockerfile',
      build(...[1, 2, 3, 4, 5, 6, 7].map((each) => `RUN sudo ls ${each}`)),
      build(...[1, 2, 3, 4, 5, 6, 8].map((each) => `RUN sudo ls ${each}`)),
      'dockerfile-no-sudo',
    ],
  ])('takes it for new: %s', async (_, name, before, after, control) => {
    expect(await newAfter(name, before, after)).toContain(control);
  });
});

describe('a second fault of a failure that a baseline accepts', () => {
  const first = build('RUN sudo ls', 'RUN echo');
  const both = build('RUN sudo ls', 'RUN echo', 'RUN sudo id');
  const held = async () => {
    const assessment = await scan();
    const { states, added, absent, worse } = holdAgainst(
      await readBaseline(at('known.json')),
      assessment,
    );
    const write = async (format: string, baseline?: object): Promise<string> =>
      String(
        await renderReport(format, assessment, {
          language: 'en',
          ...(baseline ? { baseline: { states, added, absent } } : {}),
        }),
      );
    return { write, absent, worse };
  };

  it('is shown at its own line, and is not the failure that was accepted', async () => {
    await put('Dockerfile', first);
    await accept();
    const printsOf = async (baseline?: object) => {
      const { write } = await held();
      const quality = z
        .array(z.object({ check_name: z.string(), fingerprint: z.string() }))
        .parse(JSON.parse(await write('codequality', baseline)));
      const sarif = [
        ...(await write('sarif', baseline)).matchAll(/"plimsollFinding\/v1":"(\w+)"/g),
      ];
      return { quality, sarif: sarif.map(([, print]) => print) };
    };
    const accepted = await printsOf();
    await put('Dockerfile', both);
    const { write, worse } = await held();
    expect(worse).toBe(1);
    expect(await write('lines', {})).toMatch(
      /^\S*Dockerfile:4:1: medium dockerfile-no-sudo .*\(also at line 2\)$/m,
    );
    expect(await write('sarif', {})).toMatch(/"baselineState":"updated"/);
    const now = await printsOf({});
    const known = new Set(accepted.quality.map(({ fingerprint }) => fingerprint));
    expect(now.quality.map(({ check_name: name }) => name)).toEqual(['dockerfile-no-sudo']);
    expect(now.quality.filter(({ fingerprint }) => known.has(fingerprint))).toEqual([]);
    // In SARIF all but this one are what they were.
    expect(now.sarif.filter((print) => !accepted.sarif.includes(print))).toHaveLength(1);
    // Without a baseline nothing is another.
    expect((await printsOf()).sarif).toEqual(accepted.sarif);
  });

  it('is shown at the last of several that say the same', async () => {
    await put('Dockerfile', build('RUN sudo ls'));
    await accept();
    await put('Dockerfile', build('RUN sudo ls', 'RUN sudo ls'));
    const { write } = await held();
    expect(await write('lines', {})).toMatch(/Dockerfile:3:1: medium dockerfile-no-sudo /);
  });

  it('is no entry that fails no longer', async () => {
    await put('Dockerfile', first);
    await accept();
    await put('Dockerfile', both);
    expect((await held()).absent).toEqual([]);
  });
});

describe('a baseline of another release', () => {
  it('says how many failures it accepts without comparing what they say', async () => {
    await put('Dockerfile', build('RUN sudo ls'));
    const count = await accept();
    const against = async () => holdAgainst(await readBaseline(at('known.json')), await scan());
    expect((await against()).uncompared).toBeUndefined();
    const written = await readFile(at('known.json'), 'utf8');
    await put('known.json', written.replace(/"tool": ".*"/, '"tool": "0.0.7"'));
    expect((await against()).uncompared).toEqual({ release: '0.0.7', count });
    await put('Dockerfile', build('RUN sudo ls', 'RUN sudo id'));
    expect(await newNow()).toEqual([]);
    expect((await against()).uncompared).toEqual({ release: '0.0.7', count });
  });
});

describe('a baseline of version 1.0', () => {
  it('is held to the whole of what was said', async () => {
    await put('Dockerfile', build('RUN sudo ls'));
    await accept();
    const written = await readFile(at('known.json'), 'utf8');
    expect(written).toContain('"version": "1.1"');
    const old = written
      .replace('"version": "1.1"', '"version": "1.0"')
      .replaceAll(/"faults": \[\s+"(.*)"\s+\]/g, '"message": "$1"');
    expect(old).toContain('"message": "Installs or uses sudo: sudo ls"');
    await put('known.json', old);
    expect(await newNow()).toEqual([]);
    await put('Dockerfile', build('RUN sudo id'));
    expect(await newNow()).toContain('dockerfile-no-sudo');
  });
});
