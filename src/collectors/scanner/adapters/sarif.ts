import { keysOf } from '../../../core/facts/pointer.ts';
import { Misfit, parseWith } from '../../../core/read-with.ts';
import type { Path } from '../../../core/say-issues.ts';
import { text, type Text } from '../../../core/text.ts';
import type { Adapter, ScanReport } from './adapter.ts';
import { describe, tellsFix } from './sarif-found.ts';
import { sarifSchema, type SarifResult, type SarifRule, type SarifRun } from './sarif-run.ts';
import { digestIn, digestsIn } from './report-shapes.ts';

/** Tools whose runs list vulnerabilities of an image, by the names that they give themselves. */
const scanners = /\b(?:scout|trivy|grype|clair|snyk|anchore)\b/i;

/**
 * SARIF 2.1.0 of a scanner for images: Docker Scout writes no other format of its own. What it says of a
 * package stands in texts for people; where these are missing, the package is `''`.
 *
 * @see https://docs.docker.com/reference/cli/docker/scout/cves/
 */
export const sarif: Adapter = {
  title: 'SARIF',
  recognises: (document) => document['version'] === '2.1.0' && Array.isArray(document['runs']),
  read(document) {
    const { runs } = parseWith(sarifSchema, document);
    const scans = runs.flatMap((run, place) => {
      const { name, fullName } = run.tool.driver;
      return scanners.test(`${name} ${fullName}`) ? [scanOf(run, `/runs/${place}`)] : [];
    });
    if (scans.length === 0) {
      const names = runs.map(({ tool }) => tool.driver.name).join(', ');
      throw broken(
        ['runs'],
        text(
          `no run is of a scanner for images that is known, but of: ${names || 'nothing'}`,
          `没有任何一次运行出自已知的镜像扫描器，实为：${names || '无'}`,
        ),
      );
    }
    return { vex: [], scans };
  },
};

function scanOf(run: SarifRun, at: string): ScanReport {
  const { driver } = run.tool;
  const byId = new Map(driver.rules.map((rule) => [rule.id, rule]));
  const listed = (run.results ?? []).map((result, place) => {
    const { id, rule } = ruleOf(result, driver.rules, byId);
    if (id === '') {
      throw broken([...keysOf(at), 'results', place], text('it names no rule', '未指明规则'));
    }
    return { id, rule, result, at: `${at}/results/${place}` };
  });
  const results = listed.filter(({ result, rule }) => isProblem(result) && isVulnerability(rule));
  const hasFailed = run.invocations.some(
    ({ executionSuccessful }) => executionSuccessful === false,
  );
  // A list that is absent, or of other things alone, is that of a run that did not look for vulnerabilities.
  const looked =
    Array.isArray(run.results) &&
    (listed.length > 0 ? listed.some(({ rule }) => isVulnerability(rule)) : !hasFailed);
  const about = run.properties;
  const left = results.filter(({ result }) => !isSuppressed(result));
  return {
    scanner: { name: driver.fullName || driver.name, version: driver.version },
    format: 'sarif',
    image: {
      references: [about?.imageName ?? '', ...(about?.repoTags ?? [])].filter(Boolean),
      digests: digestsIn([...(about?.repoDigests ?? []), about?.imageName ?? '']),
      id: digestIn(about?.imageID ?? ''),
    },
    scannedAt: run.invocations[0]?.endTimeUtc ?? null,
    databaseAt: null,
    found: looked ? left.map((each) => describe(each.id, each.result, each.rule, each.at)) : null,
    ...(left.length === 0 || left.some(({ result, rule }) => tellsFix(result, rule))
      ? {}
      : { tellsFixes: false }),
    ...(hasFailed ? { shortcomings: ['run-failed' as const] } : {}),
    suppressed: results
      .filter(({ result }) => isSuppressed(result))
      .map(({ id, result }) => ({
        id,
        package: '',
        reason: result.suppressions.map(({ justification }) => justification).join('; '),
      })),
    packages: null,
  };
}

/** The rule of a result, which names it by its id, by its place in the list, or by both. */
function ruleOf(
  { ruleId, ruleIndex, rule }: SarifResult,
  rules: readonly SarifRule[],
  byId: ReadonlyMap<string, SarifRule>,
): { readonly id: string; readonly rule: SarifRule | undefined } {
  const named = ruleId || (rule?.id ?? '');
  const found = named === '' ? rules[ruleIndex ?? rule?.index ?? -1] : byId.get(named);
  return { id: named || (found?.id ?? ''), rule: found };
}

/** Kinds of results that say that all is well, or that there is nothing to say. */
const quiet = new Set(['pass', 'notApplicable', 'informational']);

const isProblem = ({ kind, baselineState }: SarifResult): boolean =>
  !quiet.has(kind) && baselineState !== 'absent';

/** What Trivy finds besides vulnerabilities, as it tags them. */
const others = new Set(['secret', 'misconfiguration', 'license']);

function isVulnerability(rule: SarifRule | undefined): boolean {
  const tags = rule?.properties?.tags ?? [];
  return tags.includes('vulnerability') || !tags.some((tag) => others.has(tag));
}

/** What was asked to be left out and not granted, or not yet, counts. */
const isSuppressed = ({ suppressions }: SarifResult): boolean =>
  suppressions.length > 0 &&
  suppressions.every(({ status }) => status === '' || status === 'accepted');

const broken = (path: Path, said: Text): Misfit => new Misfit([{ path, place: path, said }]);
