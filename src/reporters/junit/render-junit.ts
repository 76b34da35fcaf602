import type { Assessment, Finding } from '../../core/assessment/assessment.ts';
import type { Language } from '../../core/text.ts';
import { describeObservation } from '../model/observations.ts';
import type { Standing } from '../model/entries/count.ts';
import { standingOf } from '../model/standing.ts';
import { createVoice, type Voice } from '../model/voice.ts';
import {
  findingsByControl,
  type JudgedControl,
} from '../../core/assessment/views/findings-by-control.ts';
import { isKnownTo, type BaselineOptions } from '../options/baseline-input.ts';
import { inPortions } from '../../syntax/json/write-in-pieces.ts';
import type { FileSource } from '../places/file-source.ts';
import { linksOf } from '../rows/links-of.ts';
import { stablePlaceOf } from '../places/stable-place.ts';
import { attributes, xmlText } from './xml.ts';

/**
 * What a test runner knows of: a failure, something broken, something left out; nothing at all is a pass. What does not apply
 * is no test.
 */
type Outcome = 'failure' | 'error' | 'skipped' | 'passed';

const outcomes = {
  fail: 'failure',
  unknown: 'skipped',
  error: 'error',
  stale: 'skipped',
  waived: 'skipped',
  compensated: 'skipped',
  manual: 'skipped',
  'not-applicable': undefined,
  pass: 'passed',
} as const satisfies Record<Standing, Outcome | undefined>;

/**
 * Writes an assessment as JUnit XML: a suite for each control, a test case for each subject that it applies to. What is not
 * decided is skipped with its reason, and an error where strict; what a baseline accepts is skipped as well. The properties of
 * a suite count both, since a skipped test looks like one that somebody switched off. It keeps to
 * what both common schemas accept: nothing on the outermost element, a time without a zone, properties on the suite. Both lack
 * only `file` and `line` of a test case, which runners write and readers such as GitLab and CircleCI show.
 *
 * @see https://github.com/windyroad/JUnit-Schema
 */
export const renderJunit = (
  assessment: Assessment,
  language: Language,
  options: JunitOptions = {},
): Iterable<string> => inPortions(pieces(assessment, language, options));

/** How some findings are to be taken. */
interface JunitOptions {
  /** Whether what was not decided is an error. */
  readonly undecided?: boolean | undefined;
  readonly baseline?: BaselineOptions | undefined;
}

function* pieces(
  assessment: Assessment,
  language: Language,
  options: JunitOptions,
): Generator<string> {
  const voice = createVoice(language);
  const links = linksOf(assessment);
  const timestamp = assessment.collectedAt.slice(0, 'YYYY-MM-DDThh:mm:ss'.length);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';
  let id = 0;
  for (const [control, findings] of findingsByControl(assessment)) {
    const attested = links(control.id).attestation !== undefined;
    const judged = findings.flatMap((finding) => {
      const outcome = outcomeOf(finding, attested, options);
      return outcome === undefined ? [] : [[finding, outcome] as const];
    });
    if (judged.length === 0) continue;
    const count = (wanted: Outcome): number =>
      judged.filter(([, outcome]) => outcome === wanted).length;
    yield `<testsuite${attributes({
      id: id++,
      package: assessment.catalog.id,
      name: control.id,
      timestamp,
      hostname: assessment.targets.map(({ id: target }) => voice.name(target)).join(' ') || '-',
      tests: judged.length,
      failures: count('failure'),
      errors: count('error'),
      skipped: count('skipped'),
      time: 0,
    })}>\n`;
    const known = judged.filter(([finding]) => isKnownTo(options.baseline, finding)).length;
    const undecided = judged.filter(([finding]) => isUndecided(finding)).length;
    yield suiteProperties(control, { undecided, known }, voice);
    for (const [finding, outcome] of judged) {
      yield testCase(control, finding, outcome, isKnownTo(options.baseline, finding), voice);
    }
    yield '<system-out/><system-err/></testsuite>\n';
  }
  yield '</testsuites>\n';
}

function outcomeOf(
  finding: Finding,
  attested: boolean,
  { undecided = false, baseline }: JunitOptions,
): Outcome | undefined {
  if (finding.status === 'manual' && attested) return 'passed';
  if (isKnownTo(baseline, finding)) return 'skipped';
  return undecided && isUndecided(finding) ? 'error' : outcomes[standingOf(finding)];
}

const isUndecided = (finding: Finding): boolean =>
  ['unknown', 'stale'].includes(standingOf(finding));

/** Where a file that stays where it is was read; the first line is 1. */
const fileAt = (
  place: FileSource | undefined,
  voice: Voice,
): Readonly<Record<string, string | number>> =>
  place === undefined
    ? {}
    : { file: voice.name(place.path), ...(place.line === undefined ? {} : { line: place.line }) };

function suiteProperties(
  control: JudgedControl,
  counts: Readonly<Record<string, number>>,
  voice: Voice,
): string {
  const property = (name: string, value: string): string =>
    `<property${attributes({ name, value })}/>`;
  return `<properties>${[
    property('title', voice.text(control.title)),
    property('severity', control.severity),
    property('remediation', voice.paragraphs(control.remediation)),
    ...control.references.map((reference) => property('reference', reference)),
    ...Object.entries(counts).flatMap(([name, count]) =>
      count > 0 ? [property(name, String(count))] : [],
    ),
  ].join('')}</properties>\n`;
}

function testCase(
  control: JudgedControl,
  finding: Finding,
  outcome: Outcome,
  known: boolean,
  voice: Voice,
): string {
  const { controlId, subject, message } = finding;
  const place = stablePlaceOf(finding);
  const name = `${voice.kind(subject.kind)} ${subject.name === '*' ? voice.say('finding.all') : voice.name(subject.name)}`;
  const open = `<testcase${attributes({ name, classname: controlId, ...fileAt(place, voice), time: 0 })}`;
  if (outcome === 'passed') return `${open}/>\n`;
  const standing = standingOf(finding);
  const head =
    standing === 'fail' && control.failingTitle
      ? voice.text(control.failingTitle)
      : voice.say(`status.${standing}`);
  const what = `${head}: ${voice.text(message)}`;
  const said = known ? voice.say('baseline.skipped', { what }) : what;
  const { waiver } = finding;
  const accepted = waiver
    ? ` (${voice.name(waiver.owner)}, ${waiver.from} – ${waiver.until}: ${voice.prose(waiver.reason)})`
    : '';
  if (outcome === 'skipped') {
    return `${open}><skipped${attributes({ message: said + accepted })}/></testcase>\n`;
  }
  const evidence = finding.observations.map((observation) => {
    const { path, value, source } = describeObservation(observation, voice);
    return `${path} = ${value} (${source})`;
  });
  const type = outcome === 'failure' ? finding.severity : standing;
  return `${open}><${outcome}${attributes({ message: said, type })}>${xmlText(evidence.join('\n'))}</${outcome}></testcase>\n`;
}
