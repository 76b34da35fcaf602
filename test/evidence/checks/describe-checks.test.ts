import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/core/assessment/assess.ts';
import { defineCatalog, extendCatalog } from '../../../src/core/controls/catalog.ts';
import { checksSchema, type Checks } from '../../../src/core/controls/checks.ts';
import { checkComparer } from '../../../src/evidence/checks/compare-checks.ts';
import { describeChecks, type KnownSources } from '../../../src/evidence/checks/describe-checks.ts';
import { sampleBundle, sampleCatalog, workloadControl } from '../../fixtures/bundle.ts';
import { tool } from '../../support/judge.ts';

const id = 'sample-not-privileged';
const text = "const token = 'hunter2';\nexport const check = (w) => !w.privileged;\n";
const digest = 'd'.repeat(64);
const sources = (file: string, of = digest): NonNullable<KnownSources['own']> => ({
  controls: { [id]: { files: [file, 'helper.ts'], line: 2, digest: of, lines: [] } },
  files: { [file]: text, 'helper.ts': 'export const a = 1;' },
});
const hash = (of: string): string => createHash('sha256').update(of).digest('hex');

const describeWith = (known: Partial<KnownSources>, catalog = sampleCatalog): Checks => {
  const assessment = assess(sampleBundle.snapshot, { catalog, tool });
  return checksSchema.parse(describeChecks(catalog, assessment, { controls: [], ...known }));
};
const sourceWith = (...of: Parameters<typeof describeWith>) =>
  describeWith(...of).controls[0]?.source;

describe('the source of a check', () => {
  it('is that of the package, of the project or of another package', () => {
    const found = { line: 2, sha256: hash(text), imports: ['helper.ts'], digest };
    const { controls } = sampleCatalog;
    const shipped = sources('src/own.ts');
    expect(sourceWith({ shipped, controls })).toEqual({
      from: 'package',
      file: 'src/own.ts',
      ...found,
    });
    const own = sources('own.ts');
    expect(sourceWith({ own })).toEqual({ from: 'project', file: 'own.ts', ...found });
    const file = 'npm:acme@1.0.0/own.js';
    expect(sourceWith({ own: sources(file) })).toEqual({ from: 'npm', file, ...found });
  });

  it('is that of the package where the control was tailored as well', () => {
    const catalog = extendCatalog(sampleCatalog, {
      tailor: { [id]: { holds: 30, reason: 'test', by: 'test' } },
    });
    const known = { shipped: sources('src/own.ts'), controls: sampleCatalog.controls };
    expect(sourceWith(known, catalog)).toMatchObject({ from: 'package' });
  });

  it('is never that of another control that bears the same id', () => {
    const other = workloadControl(id, (w) => w.privileged);
    const catalog = defineCatalog({ id: 'sample', version: '1.0.0', controls: [other] });
    const known = { shipped: sources('src/own.ts'), controls: sampleCatalog.controls };
    expect(sourceWith(known, catalog)).toMatchObject({ from: 'runtime', why: 'not-looked-for' });
  });

  it('is the compiled text where nothing else is known, and says why', () => {
    const none = { controls: {}, files: {} };
    const source = sourceWith({});
    expect(source).toMatchObject({ from: 'runtime', why: 'not-looked-for' });
    expect(source).toHaveProperty('text', expect.stringContaining('!w.privileged'));
    expect(sourceWith({ own: none })).toMatchObject({ from: 'runtime', why: 'not-found' });
    const places = ['a.ts:1', 'b.ts:1'];
    expect(sourceWith({ own: { ...none, ambiguous: { [id]: places } } })).toMatchObject({
      why: 'ambiguous',
      places,
    });
  });

  it('has the hash of the file, though its secrets are not shown', () => {
    const hide = (from: string) => ({ text: from.replace('hunter2', '…'), dropped: 1 });
    const { files } = describeWith({ own: sources('own.ts'), hide });
    expect(files.find(({ path }) => path === 'own.ts')).toEqual({
      path: 'own.ts',
      sha256: hash(text),
      text: text.replace('hunter2', '…'),
      redacted: 1,
    });
  });
});

describe('two lists of checks', () => {
  const own = describeWith({ own: sources('own.ts') });
  const compare = (other: Checks): string | undefined => checkComparer(own, other)(id);

  it('have the same check wherever it stands', () => {
    expect(compare(describeWith({ own: sources('moved.ts') }))).toBeUndefined();
  });

  it('have another one where its digest is another', () => {
    const other = describeWith({ own: sources('own.ts', 'e'.repeat(64)) });
    expect(compare(other)).toBe('dddddddddddd → eeeeeeeeeeee');
  });

  it('do not say so where one of them did not find the source', () => {
    expect(compare(describeWith({}))).toBeUndefined();
  });

  it('of a release without digests are compared by their files', () => {
    const older = (from: Checks): Checks => ({
      ...from,
      controls: from.controls.map((each) => ({
        ...each,
        source: { ...each.source, digest: undefined },
      })),
    });
    const changed = describeWith({
      own: { ...sources('own.ts'), files: { 'own.ts': text, 'helper.ts': '' } },
    });
    const compareOlder = checkComparer(older(own), changed);
    expect(compareOlder(id)).toMatch(/^helper.ts \w{12} → \w{12}$/);
    expect(checkComparer(older(own), own)(id)).toBeUndefined();
  });
});
