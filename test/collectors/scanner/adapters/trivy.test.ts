import { describe, expect, it } from 'vitest';
import { reports } from '../../../fixtures/scans.ts';
import { foundOf, refusalOf, scanOf } from '../../../support/read-scan.ts';

const [packages] = reports.trivy.Results;

it('has vulnerabilities in a result that names no class, as releases of old', () => {
  const { Class: _, ...unclassed } = packages;
  expect(foundOf({ ...reports.trivy, Results: [unclassed] })).toHaveLength(1);
  expect(foundOf({ ...reports.trivy, Results: [{ ...packages, Class: 'custom' }] })).toHaveLength(
    1,
  );
});

it('counts of what was left out the vulnerabilities alone', () => {
  const Finding = { VulnerabilityID: 'CVE-2026-0002', PkgName: 'tar' };
  const ExperimentalModifiedFindings = [
    { Type: 'vulnerability', Finding },
    { Type: 'secret', Finding: { RuleID: 'aws-access-key-id' } },
  ];
  const document = { ...reports.trivy, Results: [{ ...packages, ExperimentalModifiedFindings }] };
  expect(scanOf(document).suppressed).toMatchObject([{ id: 'CVE-2026-0002' }]);
});

it('of something else is refused with what it is of', () => {
  const of = (ArtifactType: unknown): string => refusalOf({ ...reports.trivy, ArtifactType });
  expect(of('filesystem')).toMatch(/ArtifactType: of filesystem, not of an image/);
  expect(of('\u001B[31mcontainer_image')).toMatch(/ArtifactType: it is not of an image/);
});

describe('a distribution', () => {
  const of = (OS: object, ...Results: readonly object[]) =>
    scanOf({ ...reports.trivy, Metadata: { ...reports.trivy.Metadata, OS }, Results }).shortcomings;
  const libraries = { Class: 'lang-pkgs' };
  const fedora = { Family: 'fedora', Name: '43' };

  it('that is named and has no result was left out', () => {
    expect(of(fedora, libraries)).toEqual(['system-left-out']);
    expect(of({ ...fedora, EOSL: true }, libraries)).toHaveLength(2);
  });

  it.each<[string, object, readonly object[]]>([
    ['was looked at', fedora, [{ Class: 'os-pkgs' }, libraries]],
    ['was looked at by a release of old', fedora, [{ Target: 'web (fedora 43)' }]],
    ['is not there', {}, [libraries]],
    ['is none', { Family: 'none' }, [libraries]],
  ])('that %s was not', (_, OS, results) => {
    expect(of(OS, ...results)).toBeUndefined();
  });
});
