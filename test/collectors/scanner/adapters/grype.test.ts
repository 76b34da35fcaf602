import { expect, it } from 'vitest';
import { reports } from '../../../fixtures/scans.ts';
import { foundOf, refusalOf, scanOf } from '../../../support/read-scan.ts';

const [match] = reports.grype.matches;

const matched = (id: string, ...related: readonly string[]) =>
  foundOf({
    ...reports.grype,
    matches: [
      {
        ...match,
        vulnerability: { ...match.vulnerability, id },
        relatedVulnerabilities: related.map((each) => ({ id: each })),
      },
    ],
  }).map(({ aliases }) => aliases);

it('has other ids of the same vulnerability', () => {
  expect(matched('GHSA-aaaa-bbbb-cccc', 'CVE-2026-0001')).toEqual([['CVE-2026-0001']]);
  expect(matched('CVE-2026-0001', 'CVE-2026-0001', 'GHSA-a')).toEqual([['GHSA-a']]);
});

it('has an advisory of several, which is the same as none of them', () => {
  expect(matched('ALAS-2026-1', 'CVE-2026-0001', 'CVE-2026-0002')).toEqual([[]]);
  expect(matched('CVE-2026-0001', 'CVE-2026-0002')).toEqual([[]]);
});

it('tells the fixed version as releases of old did', () => {
  const vulnerability = { id: 'CVE-2026-0001', severity: 'High', fixedInVersion: '1.2.14' };
  const found = foundOf({ ...reports.grype, matches: [{ ...match, vulnerability }] });
  expect(found).toMatchObject([{ fixedIn: '1.2.14' }]);
});

it('of something else is refused with what it is of', () => {
  const source = { type: 'directory', target: '/src' };
  expect(refusalOf({ ...reports.grype, source })).toMatch(/source\/type: of directory, not of an/);
});

it.each<[unknown, readonly string[] | undefined]>([
  [['./usr/**'], ['files-left-out']],
  [[], undefined],
  [null, undefined],
  ['./usr/**', undefined],
])('was told to leave out %j', (exclude, shortcomings) => {
  const descriptor = { ...reports.grype.descriptor, configuration: { exclude } };
  expect(scanOf({ ...reports.grype, descriptor }).shortcomings).toEqual(shortcomings);
});
