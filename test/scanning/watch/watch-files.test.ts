import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFilesReader } from '../../../src/collectors/collect/read-files-again.ts';
import { collect } from '../../../src/collectors/collect/collect.ts';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import { defineCatalog } from '../../../src/core/controls/catalog.ts';
import { defineControl } from '../../../src/core/controls/control.ts';
import { dockerfile } from '../../../src/core/subjects/dockerfile.ts';
import { watchFiles, type FilesVerdict } from '../../../src/scanning/watch/watch-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, held: string): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), held);
};

const now = new Date('2026-01-01T00:00:00Z');
const input = () => ({
  targets: '.',
  cwd: folder,
  env: {},
  home: '/root',
  fingerprintKey: Buffer.alloc(32),
});

const catalog = defineCatalog({
  id: 'some',
  version: '1',
  controls: builtin.controls.filter(({ id }) =>
    ['dockerfile-non-root-user', 'workload-not-privileged', 'workload-non-root-user'].includes(id),
  ),
});

describe('files that are read again', () => {
  const steps: readonly (readonly [string, () => readonly string[], readonly string[]])[] = [
    [
      'a Dockerfile alone',
      () => (put('a/Dockerfile', 'FROM debian:12.5\nUSER 1\n'), ['a/Dockerfile']),
      ['a/Dockerfile'],
    ],
    [
      'a Compose file alone',
      () => (put('c/compose.yaml', 'services: {w: {image: "x:2"}}\n'), ['c/compose.yaml']),
      ['compose:c/compose.yaml'],
    ],
    [
      'a file of variables with its project',
      () => (put('c/.env', 'A=1\n'), ['c/.env']),
      ['compose:c/compose.yaml'],
    ],
    [
      'a Dockerfile with the project that builds it',
      () => (put('d/Dockerfile', 'FROM debian:12.5\nUSER 7\n'), ['d/Dockerfile']),
      ['compose:d/compose.yaml', 'd/Dockerfile'],
    ],
    [
      'a new Dockerfile',
      () => (put('e/Dockerfile', 'FROM debian:12.5\n'), ['e', 'e/Dockerfile']),
      ['e/Dockerfile'],
    ],
    ['what no target is made of', () => (put('a/notes.txt', 'x'), []), []],
    [
      'a Dockerfile that no longer is one',
      () => (put('b/Dockerfile', 'nothing\n'), ['b/Dockerfile']),
      ['b/Dockerfile'],
    ],
  ];

  it('are those that a change touches, and come to what a scan of all comes to', async () => {
    for (const name of ['a', 'b', 'd']) put(`${name}/Dockerfile`, 'FROM debian:12.5\n');
    put('c/compose.yaml', 'services: {w: {image: "x:1", privileged: true}}\n');
    put('d/compose.yaml', 'services: {w: {build: .}}\n');
    for (let at = 0; at < 20; at += 1) put(`many/${at}/Dockerfile`, 'FROM debian:12.5\n');
    const reader = await openFilesReader(input());
    const first = await reader.read(now);
    expect(first.anew.size).toBe(25);
    for (const [what, change, expected] of steps) {
      const changed = new Set(change().map((name) => join(folder, name)));
      const reading = await reader.read(now, changed);
      const read = [...reading.anew].filter((id) => expected.includes(id) || !id.startsWith('b/'));
      const wanted = expected.filter((id) => !id.startsWith('b/'));
      expect([what, ...read.toSorted()]).toEqual([what, ...wanted]);
      const { snapshot } = await collect({ ...input(), now });
      const told = ({ subjects }: typeof snapshot) => subjects.map(({ id, facts }) => [id, facts]);
      expect([what, told(reading.snapshot)]).toEqual([what, told(snapshot)]);
    }
  });

  const makes: readonly ((path: string, name: string) => void)[] = [
    (path, name) =>
      writeFileSync(
        path,
        name === 'Dockerfile' ? 'FROM debian:12.5\n' : 'services: {w: {image: "x:1"}}\n',
      ),
    (path) => void execFileSync('mkfifo', [path]),
    (path) => {
      mkdirSync(path);
      writeFileSync(join(path, 'Dockerfile'), 'FROM debian:12.5\n');
    },
    (path) => symlinkSync('../keep/Dockerfile', path),
    () => {},
  ];

  it.skipIf(process.platform === 'win32').each(['Dockerfile', 'compose.yaml'])(
    'come to what a scan comes to, be %s a file, a FIFO, a folder, a link or nothing, one after another',
    async (name) => {
      put('keep/Dockerfile', 'FROM debian:12.5\n');
      put('a/other', '');
      const path = join(folder, 'a', name);
      // Each kind comes first, and after each other, with one more between that nobody read.
      const pairs = makes.flatMap((one) => makes.map((other) => [one, other] as const));
      for (const first of makes) {
        rmSync(path, { recursive: true, force: true });
        first(path, name);
        const reader = await openFilesReader(input());
        await reader.folders();
        await reader.read(now);
        for (const [between, last] of first === makes[0] ? pairs : pairs.slice(0, 5)) {
          for (const make of [between, last]) {
            rmSync(path, { recursive: true, force: true });
            make(path, name);
          }
          const { snapshot, failures } = await reader.read(now, new Set([path]));
          const fresh = await collect({ ...input(), now });
          expect(snapshot).toEqual(fresh.snapshot);
          expect(failures).toEqual(fresh.failures);
        }
      }
    },
    60_000,
  );

  it('are read again where something failed, as if nothing had been read before', async () => {
    put('one/Dockerfile', 'FROM debian:12.5\n');
    const reader = await openFilesReader({ ...input(), targets: 'one' });
    await reader.folders();
    await reader.read(now);
    const [at, away] = [join(folder, 'one'), join(folder, 'away')];
    renameSync(at, away);
    await expect(reader.read(now, new Set([at]))).rejects.toMatchObject({ code: 'file-not-found' });
    expect([...(await reader.folders())]).toContain(folder);
    put('away/Dockerfile', 'FROM debian:12.5\nUSER 7\n');
    renameSync(away, at);
    const { snapshot } = await reader.read(now, new Set([at]));
    const fresh = await collect({ ...input(), targets: 'one', now });
    expect(snapshot).toEqual(fresh.snapshot);
  });

  it('are followed where they may be, and not above', async () => {
    put('Dockerfile', 'FROM debian:12.5\n');
    put('compose.yaml', 'services: {w: {image: "x:1", env_file: [settings]}}\n');
    put('settings', 'A=1\n');
    put('empty/README.md', '');
    const reader = await openFilesReader(input());
    await reader.read(now);
    expect([...(await reader.folders())].toSorted()).toEqual([folder, join(folder, 'empty')]);
    const isRead = (name: string): boolean => reader.isRead(join(folder, name));
    const read = ['Dockerfile', 'b.Dockerfile', '.gitignore', '.dockerignore', '.env', 'settings'];
    expect(read.map(isRead)).toEqual(read.map(() => true));
    expect(['README.md', 'out.log', '../beside.txt', 'empty/words'].map(isRead)).not.toContain(
      true,
    );
  });

  it('are followed where links lead, step by step, also of what they include', async () => {
    put('p/one/real', 'FROM debian:12.5\n');
    put('p/one/services.yaml', 'services: {w: {image: "x:1"}}\n');
    put('p/two/compose.yaml', 'include: [other.yaml]\n');
    mkdirSync(join(folder, 'p/two/in'));
    symlinkSync('../one/services.yaml', join(folder, 'p/two/other.yaml'));
    symlinkSync('../../one/real', join(folder, 'p/two/in/step'));
    symlinkSync('in/step', join(folder, 'p/two/Dockerfile'));
    const reader = await openFilesReader({ ...input(), targets: 'p/two' });
    await reader.read(now);
    for (const name of ['p/one/real', 'p/two/in/step', 'p/one/services.yaml']) {
      expect([name, reader.isRead(join(folder, name))]).toStrictEqual([name, true]);
      expect(await reader.folders()).toContain(join(folder, dirname(name)));
    }
  });

  it('are no engine, no image and no report', async () => {
    await expect(openFilesReader({ ...input(), targets: 'unix:///x.sock' })).rejects.toMatchObject({
      code: 'option-invalid',
      hint: expect.stringContaining('plimsoll watch') as string,
    });
  });
});

describe('files that are watched', () => {
  it('are judged again where they change, be they replaced, made or taken away', async () => {
    put('a/Dockerfile', 'FROM debian:12.5\nUSER 1\n');
    put('b/Dockerfile', 'FROM debian:12.5\n');
    const ended = new AbortController();
    const verdicts: FilesVerdict[] = [];
    let wake = (): void => {};
    const watching = watchFiles(
      { ...input() },
      {
        signal: ended.signal,
        judge: (snapshot) => assess(snapshot, { catalog }),
        onTrouble: (error) => {
          throw error;
        },
        onVerdict: (verdict) => {
          verdicts.push(verdict);
          wake();
        },
      },
    );
    /** Waits for what a change comes to, however many readings that takes. */
    const until = async (isSeen: () => boolean): Promise<void> => {
      while (!isSeen()) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    };
    const failing = (): readonly string[] =>
      (verdicts.at(-1)?.assessment.findings ?? [])
        .filter(({ status }) => status === 'fail')
        .map(({ subject }) => subject.target)
        .toSorted();
    await until(() => verdicts.length > 0);
    expect(failing()).toEqual(['b/Dockerfile']);
    // As editors save: another file takes its place.
    put('a/Dockerfile~', 'FROM debian:12.5\n');
    renameSync(join(folder, 'a/Dockerfile~'), join(folder, 'a/Dockerfile'));
    await until(() => failing().length === 2);
    put('c/Dockerfile', 'FROM debian:12.5\nUSER 0\n');
    await until(() => failing().includes('c/Dockerfile'));
    rmSync(join(folder, 'b'), { recursive: true });
    await until(() => !failing().includes('b/Dockerfile'));
    put('c/Dockerfile', 'FROM debian:12.5\nUSER 5\n');
    await until(() => !failing().includes('c/Dockerfile'));
    expect(failing()).toEqual(['a/Dockerfile']);
    expect(verdicts.flatMap(({ gone }) => gone.map(({ subject }) => subject.target))).toContain(
      'b/Dockerfile',
    );
    ended.abort();
    await watching;
  }, 60_000);

  it('keep what is known of what cannot be read, and say nothing where nothing changed', async () => {
    const project = 'services: {w: {image: "x:1", privileged: true}}\n';
    // No reading sees half a file.
    const save = (held: string): void => {
      put('c/compose.yaml~', held);
      renameSync(join(folder, 'c/compose.yaml~'), join(folder, 'c/compose.yaml'));
    };
    save(project);
    put('keep/Dockerfile', 'FROM debian:12.5\n');
    put('README.md', '');
    const steps: readonly (() => void)[] = [
      () => save('services: [\n'),
      () => save(project),
      () => save('{{{\n'),
      () => save(project),
      () => {
        // Neither matters, nor does what is saved as it was; what comes next does.
        for (const name of ['README.md', 'new.log', 'c/out.txt']) put(name, 'x');
        save(project);
        rmSync(join(folder, 'c'), { recursive: true });
      },
      () => renameSync(folder, `${folder}-away`),
      () => renameSync(`${folder}-away`, folder),
    ];
    const ended = new AbortController();
    const seen: (readonly unknown[])[] = [];
    let at = 0;
    const next = (): void => {
      const step = steps[at++];
      if (step) step();
      else ended.abort();
    };
    await watchFiles(input(), {
      signal: ended.signal,
      judge: (snapshot) => assess(snapshot, { catalog }),
      onTrouble: ({ code }) => {
        seen.push([code]);
        next();
      },
      onVerdict: ({ appeared, gone, notJudged, assessment, leftOut, failures }) => {
        const open = assessment.findings.filter(({ status }) => status === 'fail');
        const told = [appeared, gone, notJudged, open, leftOut, failures].map((e) => e.length > 0);
        const isSame = JSON.stringify(seen.at(-1)) === JSON.stringify(told);
        seen.push(told);
        if (!isSame) next();
      },
    });
    const [yes, no] = [true, false];
    const quiet = [no, no, no, yes, no, no];
    expect(seen).toEqual([
      [yes, no, no, yes, no, no],
      [no, no, yes, yes, no, yes],
      quiet,
      [no, no, yes, yes, yes, no],
      quiet,
      [no, yes, no, yes, no, no],
      ['file-not-found'],
      quiet,
    ]);
  }, 60_000);

  it('say which failure says something else, and not that it is new', async () => {
    put('Dockerfile', 'FROM debian:12.5\nUSER 0\n');
    const ended = new AbortController();
    const seen: FilesVerdict[] = [];
    await watchFiles(input(), {
      signal: ended.signal,
      judge: (snapshot) => assess(snapshot, { catalog }),
      onTrouble: (error) => {
        throw error;
      },
      onVerdict: (verdict) => {
        seen.push(verdict);
        if (seen.length === 1) {
          put('b~', 'FROM debian:12.5\nUSER root\n');
          renameSync(join(folder, 'b~'), join(folder, 'Dockerfile'));
        } else ended.abort();
      },
    });
    const [{ before, after } = {}] = seen[1]?.reworded ?? [];
    expect([before?.message.en, after?.message.en]).toEqual(
      [seen[0], seen[1]].map((each) => each?.assessment.findings[0]?.message.en),
    );
    expect(before?.message.en).not.toBe(after?.message.en);
    expect([seen[1]?.appeared, seen[1]?.gone]).toEqual([[], []]);
  }, 60_000);

  it('are all judged again where a control looks at other files', async () => {
    const alone = defineControl({
      id: 'dockerfile-alone',
      title: { en: 'Alone', zh: '唯一' },
      rationale: { en: 'One is enough.', zh: '一个足矣。' },
      remediation: { en: 'Remove the other.', zh: '移除另一个。' },
      severity: 'low',
      subject: dockerfile,
      references: ['https://example.org/'],
      check: (_, ctx) => ctx.all(dockerfile).length === 1,
    });
    put('a/Dockerfile', 'FROM debian:12.5\n');
    const ended = new AbortController();
    const failing: (readonly string[])[] = [];
    await watchFiles(input(), {
      signal: ended.signal,
      looksAround: true,
      judge: (snapshot) =>
        assess(snapshot, {
          catalog: defineCatalog({ id: 'own', version: '1', controls: [alone] }),
        }),
      onTrouble: (error) => {
        throw error;
      },
      onVerdict: ({ assessment }) => {
        const open = assessment.findings.filter(({ status }) => status === 'fail');
        failing.push(open.map(({ subject }) => subject.target).toSorted());
        if (failing.length === 1) put('b/Dockerfile', 'FROM debian:12.5\n');
        if (open.length > 1) ended.abort();
      },
    });
    expect([failing[0], failing.at(-1)]).toEqual([[], ['a/Dockerfile', 'b/Dockerfile']]);
  }, 60_000);
});
