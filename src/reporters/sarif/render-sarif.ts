import { jsonText } from '../../syntax/json/json-text.ts';
import type { Assessment, Finding } from '../../core/assessment/assessment.ts';
import type { Language } from '../../core/text.ts';
import {
  isKnownTo,
  newItemsFirst,
  type AbsentFailure,
  type BaselineOptions,
} from '../options/baseline-input.ts';
import { createVoice, type Voice } from '../model/voice.ts';
import { standingOf } from '../model/standing.ts';
import { findingsByControl } from '../../core/assessment/views/findings-by-control.ts';
import { fingerprinter, type Fingerprint } from '../rows/fingerprints.ts';
import { arrayPieces, inPortions } from '../../syntax/json/write-in-pieces.ts';
import { linksOf } from '../rows/links-of.ts';
import { placesOf, uriPart } from './locations.ts';
import { describeRule, levels } from './rules.ts';
import { ranWhole, unreadLists } from '../rows/unread-lists.ts';

/** What readers take from one upload at most; of several runs of one tool they take none. */
const shownResults = 25_000;

/** Where readers find what the tool is. */
const informationUri = 'https://www.npmjs.com/package/plimsoll';

/**
 * Writes the failures that nobody accepted as SARIF 2.1.0, the most severe first. Readers ignore `kind` and take
 * whatever is in a log for an alarm: so passes and accepted failures are not in it, nor is what could not be decided.
 * The properties of the run count each, and the reason why a list was not read is a notification. Where there is a baseline,
 * each result says how it stands to it; what is repaired is a result as well, as the format has it.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const renderSarif = (
  assessment: Assessment,
  language: Language,
  baseline?: BaselineOptions,
): Iterable<string> => inPortions(pieces(assessment, language, baseline));

function* pieces(
  assessment: Assessment,
  language: Language,
  baseline: BaselineOptions | undefined,
): Generator<string> {
  const voice = createVoice(language);
  const failed = findingsByControl(assessment).map(
    ([control, findings]) =>
      [control, findings.filter((finding) => standingOf(finding) === 'fail')] as const,
  );
  const absent = baseline?.absent ?? [];
  const repaired = new Set(absent.map(({ control }) => control));
  const rules = failed
    .filter(([{ id }, findings]) => findings.length > 0 || repaired.has(id))
    .map(([control]) => control);
  const order = Object.keys(levels);
  const all = failed
    .flatMap(([, findings]) => findings)
    .toSorted(
      (a, b) =>
        // What the baseline accepts is cut first.
        Number(isKnownTo(baseline, a)) - Number(isKnownTo(baseline, b)) ||
        order.indexOf(a.severity) - order.indexOf(b.severity),
    );
  const results = all.slice(0, shownResults);
  const ruleIndexes = new Map(rules.map(({ id }, at) => [id, at]));
  const links = linksOf(assessment);
  const fingerprint = fingerprinter(all, baseline);

  yield '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[';
  const { name, version } = assessment.tool;
  const tool = {
    driver: {
      name,
      fullName: `${name} ${version}`,
      semanticVersion: version,
      informationUri,
      rules: rules.map((control) => describeRule(control, links(control.id), voice)),
    },
  };
  yield `\n{"tool":${jsonText(tool)},`;
  yield `"automationDetails":${jsonText({ id: runId(assessment) })},`;
  yield `"invocations":${jsonText([describeInvocation(assessment, all.length, voice)])},`;
  yield `"columnKind":"utf16CodeUnits","properties":${jsonText(properties(assessment))},"results":`;
  yield* arrayPieces(
    (function* () {
      for (const finding of results) {
        const baselineState = baseline?.states.get(finding);
        yield {
          ...describeResult(finding, ruleIndexes, fingerprint, voice, baseline),
          ...(baselineState === undefined ? {} : { baselineState }),
        };
      }
      for (const each of absent.slice(0, shownResults - results.length)) {
        yield describeAbsent(each, ruleIndexes, voice);
      }
    })(),
  );
  yield '}]}\n';
}

/**
 * What readers tell runs apart by: the engines that were asked, since files of a repository come and go. What stands behind
 * the last slash is this run alone.
 */
const runId = ({ tool, targets, collectedAt }: Assessment): string => {
  const engines = targets.filter(({ kind }) => kind === 'engine').map(({ id }) => uriPart(id));
  return [tool.name, ...engines.slice(0, 4), collectedAt].join('/');
};

/** What failed when the baseline was made; where it stood is not known any more. */
function describeAbsent(
  { control, fingerprint, severity, subject }: AbsentFailure,
  ruleIndexes: ReadonlyMap<string, number>,
  voice: Voice,
): object {
  const ruleIndex = ruleIndexes.get(control);
  const name = voice.name(subject);
  return {
    ruleId: control,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levels[severity],
    message: { text: withoutLinks(voice.say('baseline.absent', { subject: name })) },
    locations: [{ logicalLocations: [{ fullyQualifiedName: name }] }],
    partialFingerprints: { 'plimsollFinding/v1': fingerprint },
    baselineState: 'absent',
  };
}

/** What was read makes no link of its own: readers turn `[words](address)` of a message into one. */
const withoutLinks = (text: string): string => text.replaceAll('](', String.raw`\](`);

function describeResult(
  finding: Finding,
  ruleIndexes: ReadonlyMap<string, number>,
  fingerprint: Fingerprint,
  voice: Voice,
  baseline: BaselineOptions | undefined,
): object {
  const { controlId, subject, message, severity } = finding;
  const { links, inRepository, ...places } = placesOf(newItemsFirst(finding, baseline), voice);
  const print = fingerprint(finding);
  return {
    ruleId: controlId,
    ruleIndex: ruleIndexes.get(controlId) ?? -1,
    level: levels[severity],
    message: {
      text: `${withoutLinks(`${voice.name(subject.name)}: ${voice.text(message)}`)}${links}`,
    },
    ...places,
    partialFingerprints: {
      'plimsollFinding/v1': print,
      // GitHub hashes the lines of files that it has; of others it has nothing to know an alert again by.
      ...(inRepository ? {} : { primaryLocationLineHash: `${print.slice(0, 16)}:1` }),
    },
  };
}

/** A control that failed to run and a list that was not read make the run a failed one; neither is a result. */
function describeInvocation(assessment: Assessment, failures: number, voice: Voice): object {
  const broken = assessment.findings.filter(({ status }) => status === 'error');
  const notices = [
    ...broken.map(({ controlId, subject, message }) =>
      notice('error', `${controlId}, ${voice.name(subject.name)}: ${voice.text(message)}`),
    ),
    ...unreadLists(assessment, voice).map((words) => notice('error', words)),
    ...(failures > shownResults
      ? [notice('warning', voice.say('places.truncated', { shown: shownResults, all: failures }))]
      : []),
  ];
  return {
    executionSuccessful: ranWhole(assessment),
    startTimeUtc: assessment.collectedAt,
    endTimeUtc: assessment.collectedAt,
    ...(notices.length === 0 ? {} : { toolExecutionNotifications: notices }),
  };
}

const notice = (level: 'error' | 'warning', words: string): object => ({
  level,
  message: { text: words },
});

const properties = ({ summary, targets, catalog }: Assessment): object => ({
  tally: summary.tally,
  catalog: `${catalog.id} ${catalog.version}`,
  targets: targets.map(({ id }) => id),
});
