import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, findFiles } from '../../../src/collectors/statements/find-files.ts';
import { hashFile } from '../../../src/collectors/statements/hash-file.ts';
import { readAttestations } from '../../../src/collectors/statements/read-attestations.ts';
import { readWaivers } from '../../../src/collectors/statements/read-waivers.ts';
import { sealFiles } from '../../../src/collectors/statements/seal-files.ts';
import { refusalOf } from '../../support/refusal.ts';
import { addFile, temporaryRoot } from '../../support/temporary-root.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const attestation = `framework: pci-dss-3.1
requirement: 12.10
statement: Done.
person: A. Person
role: Owner
date: 2026-01-01
until: 2026-12-31
`;

describe('finding files', () => {
  const tree = {
    '/w/a.yaml': '',
    '/w/b.yml': '',
    '/w/deep/er/c.json': '',
    '/w/notes.md': '',
    '/other/d.yaml': '',
  };
  it('takes files, folders and patterns, each file once and in order', async () => {
    const root = temporaryRoot(tree);
    const found = async (...named: string[]) =>
      (await findFiles(named, root)).map((path) => path.slice(root.length));
    expect(await found('w')).toEqual(['/w/a.yaml', '/w/b.yml', '/w/deep/er/c.json']);
    expect(await found('w/*.yaml', 'w/a.yaml')).toEqual(['/w/a.yaml']);
    expect(await found('w/?.y*ml')).toEqual(['/w/a.yaml', '/w/b.yml']);
    expect(await found('**/*.yaml')).toEqual(['/other/d.yaml', '/w/a.yaml']);
    expect(await found('w/**/*.json', './other/')).toEqual(['/other/d.yaml', '/w/deep/er/c.json']);
  });
  it.each(['nowhere', 'w/*.toml', 'w/[a].yaml'])(
    'refuses %s, which leads to nothing',
    async (named) => {
      const root = temporaryRoot(tree);
      expect((await refusalOf(() => findFiles([named], root))).code).toBe('file-not-found');
    },
  );
  it('finds nothing where there is no folder, and says nothing', async () => {
    expect(await filesBelow(join(temporaryRoot(), 'attestations'))).toEqual([]);
  });
});

describe('hashing', () => {
  it('hashes the bytes of a file of any size', async () => {
    const text = 'x'.repeat(200_000);
    const root = temporaryRoot({ '/a': text, '/empty': '' });
    expect(await hashFile(join(root, 'a'))).toBe(sha256(text));
    expect(await hashFile(join(root, 'empty'))).toBe(sha256(''));
  });
  it('refuses a folder and a FIFO without waiting', async () => {
    const root = temporaryRoot({ '/d/x': '' });
    execFileSync('mkfifo', [join(root, 'pipe')]);
    expect((await refusalOf(() => hashFile(join(root, 'pipe')))).code).toBe('file-unreadable');
    expect((await refusalOf(() => hashFile(join(root, 'd')))).code).toBe('file-unreadable');
  });
});

describe('attestations in files', () => {
  const readAll = async (root: string) => readAttestations(await filesBelow(root), root);

  it('stand with their place, one to a file or in a list', async () => {
    const list = `- ${attestation.replaceAll('\n', '\n  ').trimEnd()}\n- ${attestation.replaceAll('\n', '\n  ')}`;
    const root = temporaryRoot({ '/a.yaml': attestation, '/b.yaml': list });
    const { attestations, drafts } = await readAll(root);
    expect(drafts).toEqual([]);
    expect(attestations.map(({ place, requirement }) => [place, requirement])).toEqual([
      ['a.yaml:1:1', '12.10'],
      ['b.yaml:1:3', '12.10'],
      ['b.yaml:8:3', '12.10'],
    ]);
  });
  it('say of each file what became of it, from the folder of the attestation', async () => {
    const root = temporaryRoot({
      '/in/a.yaml': `${attestation}files:
  - { path: ../good.pdf, sha256: ${sha256('good')} }
  - { path: ../bad.pdf, sha256: ${sha256('good')} }
  - { path: ../none.pdf, sha256: ${sha256('good')} }
  - { path: ../good.pdf }
`,
      '/good.pdf': 'good',
      '/bad.pdf': 'bad',
    });
    const [read] = (await readAttestations([join(root, 'in/a.yaml')], root)).attestations;
    expect(read?.files?.map(({ state }) => state)).toEqual([
      'unchanged',
      'changed',
      'missing',
      'unchecked',
    ]);
  });
  it('are left out while they are drafts, whatever they lack', async () => {
    const draft =
      'draft: true\nframework: pci-dss-3.1\nrequirement: 1.1\nstatement: ""\nuntil: soon\n';
    const { attestations, drafts } = await readAll(temporaryRoot({ '/a.yaml': draft }));
    expect(attestations).toEqual([]);
    expect(drafts).toEqual([{ framework: 'pci-dss-3.1', requirement: '1.1', place: 'a.yaml:1:1' }]);
  });
  it('are refused with file, line and column', async () => {
    const root = temporaryRoot({
      '/a.yaml': attestation
        .replace('until: 2026-12-31', 'until: 2025-12-31')
        .replace('role: Owner', 'roll: Owner'),
    });
    const error = await refusalOf(() => readAll(root));
    expect(error.code).toBe('attestation-invalid');
    expect(error.message).toContain('a.yaml:5:1: roll: there is no such field');
    const late = temporaryRoot({ '/a.yaml': attestation.replace('2026-12-31', '2025-12-31') });
    expect((await refusalOf(() => readAll(late))).message).toBe(
      'a.yaml:7:8: until: it ends before it begins',
    );
  });
  it('may not say of themselves that a file is unchanged', async () => {
    const root = temporaryRoot({
      '/a.yaml': `${attestation}files:\n  - path: x\n    state: unchanged\n`,
    });
    expect((await refusalOf(() => readAll(root))).message).toBe(
      'a.yaml:10:5: files[0].state: there is no such field',
    );
  });
});

describe('sealing', () => {
  it('adds hashes that are not there, and leaves everything else as it is', async () => {
    const source = `# Whoever reads this\n${attestation}files:
  # the policy
  - path: policy.md # signed
  - { path: policy.md, sha256: ${'0'.repeat(64)} }
`;
    const root = temporaryRoot({ '/a.yaml': source, '/b.yaml': attestation, '/policy.md': 'p' });
    const sealed = await sealFiles(await filesBelow(root), root);
    expect(sealed.map(({ path, sealed: files }) => [path, files])).toEqual([
      [join(root, 'a.yaml'), [{ path: 'policy.md', sha256: sha256('p') }]],
    ]);
    expect(sealed[0]?.text).toBe(
      source.replace('# signed\n', `# signed\n    sha256: ${sha256('p')}\n`),
    );
  });
  it('refuses a file that is not there', async () => {
    const root = temporaryRoot({ '/a.yaml': `${attestation}files:\n  - path: none.pdf\n` });
    expect((await refusalOf(() => sealFiles([join(root, 'a.yaml')], root))).code).toBe(
      'file-not-found',
    );
  });
});

describe('waivers in files', () => {
  const waiver = `control: workload-pids-limit
scope:
  labels: { port: 8080 }
reason: Measured.
owner: A
approver: B
from: 2026-01-01
until: 2026-12-31
`;
  it('stand with the place of the control that they name', async () => {
    const root = temporaryRoot();
    addFile(root, '/a.yaml', waiver);
    expect(await readWaivers([join(root, 'a.yaml')], root)).toMatchObject([
      {
        waiver: { control: 'workload-pids-limit', scope: { labels: { port: '8080' } } },
        place: 'a.yaml:1:10',
      },
    ]);
  });
  it('are refused with file and line: one without a scope, or without an end', async () => {
    const root = temporaryRoot({
      '/a.yaml': waiver.replace('  labels: { port: 8080 }\n', '').replace('scope:', 'scope: {}'),
      '/b.yaml': waiver.replace('until: 2026-12-31\n', ''),
    });
    const [empty, endless] = [
      await refusalOf(() => readWaivers([join(root, 'a.yaml')], root)),
      await refusalOf(() => readWaivers([join(root, 'b.yaml')], root)),
    ];
    expect(empty.message).toMatch(/^a\.yaml:2:8: scope: a scope names at least one thing/);
    expect(endless.message).toMatch(/^b\.yaml:1:1: until: /);
  });
});
