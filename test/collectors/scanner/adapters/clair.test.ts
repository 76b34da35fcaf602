import { describe, expect, it } from 'vitest';
import { reports } from '../../../fixtures/scans.ts';
import { foundOf, refusalOf, scanOf } from '../../../support/read-scan.ts';

const flaw = reports.clair.vulnerabilities['a/1'];

const withFlaw = (change: object, more: object = {}) =>
  foundOf({ ...reports.clair, vulnerabilities: { 'a/1': { ...flaw, ...change } }, ...more });

it.each([
  ['RHSA-2026:0001: zlib security update (Important)', 'RHSA-2026:0001'],
  ['CVE-2026-12345 on Ubuntu 24.04 LTS (noble) - low.', 'CVE-2026-12345'],
  ['DSA-987-1 zlib', 'DSA-987-1'],
  ['ALAS2-2026-1: zlib', 'ALAS2-2026-1'],
  ['SUSE-SU-2026:0001-1: zlib', 'SUSE-SU-2026:0001-1'],
  ['openSUSE-SU-2026:0001-1: zlib', 'openSUSE-SU-2026:0001-1'],
  ['CVE-2026-0001', 'CVE-2026-0001'],
  ['An overflow in zlib', 'An overflow in zlib'],
])('%s is %s', (name, id) => {
  expect(withFlaw({ name })).toMatchObject([{ id }]);
});

describe('severity', () => {
  const cvss =
    'message/vnd.clair.map.vulnerability; enricher=clair.cvss schema=https://example.org';
  const scored = (normalized_severity: string, ...added: readonly unknown[]) =>
    withFlaw({ normalized_severity }, { enrichments: { other: [{ 'a/1': 1 }], [cvss]: added } });

  it('is by the highest score, where the list rates nothing', () => {
    const scores = [{ baseScore: 5 }, { baseScore: 9.8, baseSeverity: 'CRITICAL' }];
    expect(scored('Unknown', { 'a/1': scores })).toMatchObject([{ severity: 'critical' }]);
  });

  it('is what the distribution says, where it does', () => {
    expect(scored('Low', { 'a/1': [{ baseScore: 9.8 }] })).toMatchObject([{ severity: 'low' }]);
  });

  it.each<[string, unknown]>([
    ['a score of nothing', { 'a/1': [{ baseScore: 0 }] }],
    ['scores of others', { 'b/2': [{ baseScore: 9.8 }] }],
    ['something else', 'nothing'],
  ])('is unrated with %s', (_, added) => {
    expect(scored('Unknown', added)).toMatchObject([{ severity: 'unrated' }]);
  });

  it('of what is worse than critical is critical', () => {
    expect(withFlaw({ normalized_severity: 'Defcon1' })).toMatchObject([{ severity: 'critical' }]);
  });
});

it('has packages with no list of vulnerabilities, and none that are not there', () => {
  expect(withFlaw({}, { package_vulnerabilities: { '7': null } })).toEqual([]);
  const missing = { ...reports.clair, package_vulnerabilities: { '9': null } };
  expect(refusalOf(missing)).toMatch(/package_vulnerabilities\/9/);
});

describe('a distribution', () => {
  const of = (package_db: string, distributions: object = {}) =>
    scanOf({ ...reports.clair, distributions, environments: { '7': [{ package_db }] } })
      .shortcomings;

  it.each([
    'var/lib/dpkg/status',
    'sqlite:var/lib/rpm/rpmdb.sqlite',
    'bdb:usr/share/rpm',
    'lib/apk/db/installed',
  ])('that is not known has packages in %s', (database) => {
    expect(of(database)).toEqual(['distribution-unknown']);
    expect(of(database, { '1': { name: 'Debian' } })).toBeUndefined();
  });

  it.each(['python:usr/lib/python3/site-packages', 'go:usr/bin/rpmtool', ''])(
    'has none in %j',
    (database) => {
      expect(of(database)).toBeUndefined();
    },
  );
});
