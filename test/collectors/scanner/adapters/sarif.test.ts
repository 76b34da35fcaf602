import { describe, expect, it } from 'vitest';
import { reports } from '../../../fixtures/scans.ts';
import { foundOf, refusalOf, scanOf } from '../../../support/read-scan.ts';

interface Change {
  readonly name?: string;
  readonly rules?: readonly object[];
  readonly results?: readonly object[];
}

/** A run of a tool that has one rule and one result, but for what is changed. */
const runOf = ({ name = 'Trivy', rules = [{ id: 'CVE-2026-0001' }], ...rest }: Change): object => ({
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name, rules } },
      results: rest.results ?? [{ ruleId: 'CVE-2026-0001', level: 'error', message: { text: '' } }],
    },
  ],
});

const result = { level: 'error', message: { text: '' } };
const snyk = (severity: string, fullDescription: string): object =>
  runOf({
    name: 'Snyk Container',
    rules: [
      {
        id: 'SNYK-DEBIAN12-ZLIB-1',
        shortDescription: { text: `${severity} severity - Overflow vulnerability in zlib` },
        fullDescription: { text: fullDescription },
      },
    ],
    results: [{ ...result, ruleId: 'SNYK-DEBIAN12-ZLIB-1' }],
  });

describe('Snyk', () => {
  it('tells critical from high, the package and another id in descriptions', () => {
    const found = foundOf(snyk('Critical', '(CVE-2026-0001) zlib/zlib1g@1.2.13'));
    expect(found).toMatchObject([
      {
        severity: 'critical',
        id: 'SNYK-DEBIAN12-ZLIB-1',
        aliases: ['CVE-2026-0001'],
        package: 'zlib/zlib1g',
        version: '1.2.13',
      },
    ]);
    expect(foundOf(snyk('Low', ''))).toMatchObject([{ severity: 'low', package: '' }]);
  });

  it('has no other id for what is several', () => {
    const found = foundOf(snyk('High', '(CVE-2026-0001, CVE-2026-0002) @scope/name@1.0'));
    expect(found).toMatchObject([{ aliases: [], package: '@scope/name', version: '1.0' }]);
  });

  it('has no place for a fixed version', () => {
    expect(scanOf(snyk('High', '')).tellsFixes).toBe(false);
    expect(scanOf(reports.sarif).tellsFixes).toBeUndefined();
    const empty = runOf({
      results: [{ ...result, ruleId: 'a', message: { text: 'Fixed Version: ' } }],
    });
    expect(scanOf(empty).tellsFixes).toBeUndefined();
  });
});

it.each([
  ['Critical', 'critical'],
  ['Low', 'low'],
  ['Defcon1', 'critical'],
  ['Unknown', 'unrated'],
])('of Clair, whose every level is an error, %s stands in the message', (word, severity) => {
  const text = `[zlib1g - 1.2.13-1 - ${word}] "Overflow."`;
  const found = foundOf(
    runOf({
      name: 'Clair V4',
      rules: [],
      results: [{ ...result, ruleId: '7', message: { text } }],
    }),
  );
  expect(found).toMatchObject([{ severity, package: 'zlib1g', version: '1.2.13-1' }]);
});

describe('a rule', () => {
  const rules = [{ id: 'CVE-2026-0001', properties: { 'security-severity': '9.1' } }];

  it.each([
    { ruleIndex: 0 },
    { rule: { index: 0 } },
    { rule: { id: 'CVE-2026-0001' } },
    { ruleId: 'CVE-2026-0001' },
  ])('is found by %j', (named) => {
    const found = foundOf(runOf({ rules, results: [{ ...result, ...named }] }));
    expect(found).toMatchObject([{ id: 'CVE-2026-0001', severity: 'critical' }]);
  });

  it('that is not named, or not there, is told', () => {
    expect(refusalOf(runOf({ results: [result] }))).toMatch(
      /runs\/0\/results\/0: it names no rule/,
    );
    expect(refusalOf(runOf({ results: [{ ...result, ruleIndex: 7 }] }))).toMatch(/no rule/);
  });

  it('tells the level of results that have none', () => {
    const noted = [{ id: 'CVE-2026-0001', defaultConfiguration: { level: 'note' } }];
    const results = [{ ruleId: 'CVE-2026-0001', message: {} }];
    expect(foundOf(runOf({ rules: noted, results }))).toMatchObject([{ severity: 'low' }]);
  });

  it.each([
    ['9.1', 'critical'],
    [0, 'negligible'],
    ['', 'high'],
    [' ', 'high'],
    ['-1', 'high'],
    ['null', 'high'],
  ])('with the score %j is %s', (score, severity) => {
    const scored = [{ id: 'CVE-2026-0001', properties: { 'security-severity': score } }];
    expect(foundOf(runOf({ rules: scored }))).toMatchObject([{ severity }]);
  });

  it('has an id with the severity before it', () => {
    const results = [{ ...result, ruleId: '[HIGH] TEMP-0290435-0B57B5' }];
    expect(foundOf(runOf({ results }))).toMatchObject([{ id: 'TEMP-0290435-0B57B5' }]);
  });
});

describe('what is no vulnerability', () => {
  const tagged = (...tags: string[]): Change => ({
    rules: [{ id: 'aws-access-key-id', properties: { tags } }, { id: 'CVE-2026-0001' }],
  });
  const secret = { ...result, ruleId: 'aws-access-key-id' };
  const flaw = { ...result, ruleId: 'CVE-2026-0001' };

  it('is left out', () => {
    const mixed = runOf({ ...tagged('secret', 'HIGH'), results: [secret, flaw] });
    expect(foundOf(mixed)).toMatchObject([{ id: 'CVE-2026-0001', at: '/runs/0/results/1' }]);
  });

  it('is no sign that somebody looked for any', () => {
    const secrets = runOf({ ...tagged('secret'), results: [secret] });
    expect(scanOf(secrets).coversVulnerabilities).toBe(false);
  });

  it('is one after all, where it is tagged as one', () => {
    expect(
      foundOf(runOf({ ...tagged('license', 'vulnerability'), results: [secret] })),
    ).toHaveLength(1);
  });

  it.each([{ kind: 'pass' }, { kind: 'notApplicable' }, { baselineState: 'absent' }])(
    'is %j',
    (quiet) => {
      const scan = scanOf(runOf({ results: [{ ...flaw, ...quiet }] }));
      expect(scan).toMatchObject({ coversVulnerabilities: true, counts: { high: { total: 0 } } });
    },
  );

  it.each([{ kind: 'review' }, { kind: 'open' }, { baselineState: 'unchanged' }])(
    'is not %j',
    (counted) => {
      expect(foundOf(runOf({ results: [{ ...flaw, ...counted }] }))).toHaveLength(1);
    },
  );
});

it('has no fix where its message has none, whatever the help of its rule says of others', () => {
  const rules = [{ id: 'CVE-2026-0001', help: { text: 'Package: a\nFixed Version: 2' } }];
  const fixOf = (text: string) =>
    foundOf(runOf({ rules, results: [{ ...result, ruleId: 'CVE-2026-0001', message: { text } }] }));
  expect(fixOf('Package: b\nFixed Version: ')).toMatchObject([{ package: 'b', fixedIn: null }]);
  expect(fixOf('')).toMatchObject([{ package: 'a', fixedIn: '2' }]);
});

describe('a name in an image that has lines of its own', () => {
  const of = (text: string, name = 'Trivy') =>
    foundOf(runOf({ name, results: [{ ...result, ruleId: 'CVE-2026-0001', message: { text } }] }));

  it.each([
    ['HIGH', 'LOW', 'high'],
    ['LOW', 'HIGH', 'high'],
    ['UNKNOWN', 'LOW', 'unrated'],
    ['MEDIUM', 'UNKNOWN', 'unrated'],
    ['CRITICAL', 'HIGH', 'critical'],
  ])('makes nothing of %s that says %s', (own, said, severity) => {
    const text = `Package: x\nSeverity: ${said}\nFixed Version:\nSeverity: ${own}\nFixed Version: 2`;
    expect(of(text)).toMatchObject([{ severity, fixedIn: '2' }]);
  });

  it('makes nothing of what Clair says', () => {
    const text = '[x - 1 - Low] - 2 - High] "Overflow."';
    expect(of(text, 'Clair V4')).toMatchObject([{ severity: 'high' }]);
  });
});
