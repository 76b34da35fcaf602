import { jsonText } from '../../syntax/json/json-text.ts';
import type { Assessment, Finding } from '../../core/assessment/assessment.ts';
import type { Severity } from '../../core/controls/severity.ts';
import { describeGap } from '../../core/facts/gap.ts';
import type { Language } from '../../core/text.ts';
import { createVoice, type Voice } from '../model/voice.ts';
import { standingOf } from '../model/standing.ts';
import {
  findingsByControl,
  type JudgedControl,
} from '../../core/assessment/views/findings-by-control.ts';
import { fingerprinter, type Fingerprint } from '../rows/fingerprints.ts';
import { arrayPieces, inPortions } from '../../syntax/json/write-in-pieces.ts';
import { linksOf, type ControlLinks } from '../rows/links-of.ts';
import { placesOf } from './locations.ts';

/** What readers take from one run at most; more failures make more runs. */
const resultsPerRun = 25_000;

const levels = { critical: 'error', high: 'error', medium: 'warning', low: 'note' } as const;

/** Readers sort by a score from 0 to 10: one from the middle of each of CVSS's bands. */
const scores = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.5',
} as const satisfies Record<Severity, string>;

/**
 * Writes the failures that nobody accepted as SARIF 2.1.0, the most severe first. Readers ignore `kind` and take
 * whatever is in a log for an alarm: so passes and accepted failures are not in it, nor is what could not be decided.
 * The properties of the run count each, and the reason why a list was not read is a notification.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const renderSarif = (assessment: Assessment, language: Language): Iterable<string> =>
  inPortions(pieces(assessment, language));

function* pieces(assessment: Assessment, language: Language): Generator<string> {
  const voice = createVoice(language);
  const failed = findingsByControl(assessment).map(
    ([control, findings]) =>
      [control, findings.filter((finding) => standingOf(finding) === 'fail')] as const,
  );
  const rules = failed.filter(([, findings]) => findings.length > 0).map(([control]) => control);
  const order = Object.keys(levels);
  const results = failed
    .flatMap(([, findings]) => findings)
    .toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  const ruleIndexes = new Map(rules.map(({ id }, at) => [id, at]));
  const links = linksOf(assessment);
  const fingerprint = fingerprinter(results);

  yield '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[';
  for (let from = 0; from === 0 || from < results.length; from += resultsPerRun) {
    const tool = {
      driver: {
        name: assessment.tool.name,
        semanticVersion: assessment.tool.version,
        rules: rules.map((control) => describeRule(control, links(control.id), voice)),
      },
    };
    yield `${from === 0 ? '\n' : ',\n'}{"tool":${jsonText(tool)},`;
    yield `"invocations":${jsonText([describeInvocation(assessment, voice)])},`;
    yield `"columnKind":"utf16CodeUnits","properties":${jsonText(properties(assessment))},"results":`;
    yield* arrayPieces(
      describeResults(results.slice(from, from + resultsPerRun), ruleIndexes, fingerprint, voice),
    );
    yield '}';
  }
  yield ']}\n';
}

function describeRule(
  control: JudgedControl,
  { requirements }: ControlLinks,
  voice: Voice,
): object {
  const [reference] = control.references;
  const named = [...requirements].flatMap(([framework, ids]) =>
    ids.map((id) => `${framework}/${id}`),
  );
  return {
    id: control.id,
    shortDescription: { text: voice.text(control.title) },
    fullDescription: { text: voice.paragraphs(control.rationale) },
    help: { text: voice.paragraphs(control.remediation) },
    ...(reference === undefined ? {} : { helpUri: reference }),
    defaultConfiguration: { level: levels[control.severity] },
    properties: {
      tags: ['security', control.kind, ...named.slice(0, 15)],
      'security-severity': scores[control.severity],
    },
  };
}

function* describeResults(
  findings: readonly Finding[],
  ruleIndexes: ReadonlyMap<string, number>,
  fingerprint: Fingerprint,
  voice: Voice,
): Generator<object> {
  for (const finding of findings) yield describeResult(finding, ruleIndexes, fingerprint, voice);
}

/** What was read makes no link of its own: readers turn `[words](address)` of a message into one. */
const withoutLinks = (text: string): string => text.replaceAll('](', String.raw`\](`);

function describeResult(
  finding: Finding,
  ruleIndexes: ReadonlyMap<string, number>,
  fingerprint: Fingerprint,
  voice: Voice,
): object {
  const { controlId, subject, message, severity } = finding;
  const { links, ...places } = placesOf(finding, voice);
  return {
    ruleId: controlId,
    ruleIndex: ruleIndexes.get(controlId) ?? -1,
    level: levels[severity],
    message: {
      text: `${withoutLinks(`${voice.name(subject.name)}: ${voice.text(message)}`)}${links}`,
    },
    ...places,
    partialFingerprints: { 'plimsollFinding/v1': fingerprint(finding) },
  };
}

/** A control that failed to run makes the run a failed one; what could not be read is reported, but is no result. */
function describeInvocation(assessment: Assessment, voice: Voice): object {
  const broken = assessment.findings.filter(({ status }) => status === 'error');
  const notices = [
    ...broken.map(({ controlId, subject, message }) =>
      notice('error', `${controlId}, ${voice.name(subject.name)}: ${voice.text(message)}`),
    ),
    ...unreadLists(assessment, voice).map((words) => notice('warning', words)),
  ];
  return {
    executionSuccessful: broken.length === 0,
    startTimeUtc: assessment.collectedAt,
    endTimeUtc: assessment.collectedAt,
    ...(notices.length === 0 ? {} : { toolExecutionNotifications: notices }),
  };
}

const notice = (level: 'error' | 'warning', words: string): object => ({
  level,
  message: { text: words },
});

/** Why lists of subjects could not be read, each reason of a target once. */
const unreadLists = ({ gaps }: Assessment, voice: Voice): readonly string[] => [
  ...new Set(gaps.map((gap) => `${voice.name(gap.target)}: ${voice.text(describeGap(gap))}`)),
];

const properties = ({ summary, targets, catalog }: Assessment): object => ({
  tally: summary.tally,
  catalog: `${catalog.id} ${catalog.version}`,
  targets: targets.map(({ id }) => id),
});
