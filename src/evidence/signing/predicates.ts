import type { Assessment } from '../../core/assessment/assessment.ts';
import { requirementStatuses } from '../../core/frameworks/rollup.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { predicateType, resultType } from './envelope.ts';
import { inLanguage } from '../../core/text.ts';

/** A type of in-toto predicate, and what one of it says of a bundle. */
export interface Predicate {
  readonly type: string;
  readonly predicate: Readonly<Record<string, unknown>>;
}

/**
 * What is signed of a bundle with a predicate of this package's own: every state apart, since the standard ones know
 * fewer.
 */
export function bundlePredicate(manifest: Manifest, assessment: Assessment): Predicate {
  const { version, tool, collectedAt, engines, catalog } = manifest;
  return {
    type: predicateType,
    predicate: {
      version,
      tool,
      collectedAt,
      engines,
      catalog,
      state: stateOf(assessment),
    },
  };
}

function stateOf(assessment: Assessment) {
  const { summary, attestations, population, gaps, factGaps, at, frameworks, scope } = assessment;
  const { outside: { controls: _, machines: __, ...outside } = {}, ...limits } = scope ?? {};
  return {
    ...(at === undefined ? {} : { at }),
    /** What the findings are limited to, and what is outside; absent where everything is here. */
    ...(scope ? { scope: { ...limits, outside } } : {}),
    findings: {
      total: summary.findings,
      ...summary.tally,
      failures: summary.failures,
    },
    /** Statements of people that stand. */
    attested: attestations.filter(({ state }) => state === 'current').length,
    population: population.map(({ target, kind, existed, read, vanished }) => ({
      target,
      kind,
      existed,
      read,
      vanished,
    })),
    gaps: { kinds: gaps.length, facts: factGaps },
    frameworks: frameworks.map(({ id, level, edition, summary: counts, requirements }) => ({
      id,
      ...(level === undefined ? {} : { level }),
      edition: inLanguage(edition.version, 'en'),
      requirements: Object.fromEntries(
        requirementStatuses.map((status) => [status, counts[status]]),
      ),
      notSatisfied: requirements
        .filter(({ group, status }) => !group && status === 'not-satisfied')
        .map(({ id: requirement }) => requirement),
    })),
  };
}

/**
 * The standard predicate of a test result, for those who know no other. A control is a test; it warns where it could
 * not judge, waits for a person, or failed under a waiver.
 *
 * @see https://github.com/in-toto/attestation/blob/main/spec/predicates/test-result.md
 */
export function resultPredicate(manifest: Manifest, { catalog }: Assessment): Predicate {
  const spoke = catalog.controls.filter(({ tally }) => Object.values(tally).some(Boolean));
  const failed = spoke.filter(({ tally }) => tally.fail > 0);
  const warned = spoke.filter(
    ({ tally: { fail, waived, unknown, error, manual } }) =>
      fail === 0 && waived + unknown + error + manual > 0,
  );
  const passed = spoke.filter(
    (each) => !failed.includes(each) && !warned.includes(each) && each.tally.pass > 0,
  );
  const ids = (controls: typeof spoke): readonly string[] => controls.map(({ id }) => id);
  return {
    type: resultType,
    predicate: {
      result: failed.length > 0 ? 'FAILED' : warned.length > 0 ? 'WARNED' : 'PASSED',
      configuration: manifest.files
        .filter(({ path }) => path === 'assessment.json' || path === 'checks.json')
        .map(({ path, sha256 }) => ({ name: path, digest: { sha256 } })),
      passedTests: ids(passed),
      warnedTests: ids(warned),
      failedTests: ids(failed),
    },
  };
}
