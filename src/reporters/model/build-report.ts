import type { Assessment, FrameworkResult } from '../../core/assessment/assessment.ts';
import { PlimsollError } from '../../core/errors.ts';
import { localeOf } from '../locale/locale.ts';
import { askedOf } from './asked.ts';
import { describePapers } from './papers.ts';
import type { ReportOptions } from '../options/report-options.ts';
import { describeAttestations, describeStatements, describeWaivers } from './accepted.ts';
import { countFailures, groupFailures } from './failures.ts';
import { describeControls } from './findings.ts';
import { describeHistory } from './history.ts';
import { lazily } from './once.ts';
import type { Report } from './report.ts';
import { countRequirements, describeRequirements, wordsOf } from './requirements.ts';
import { countRead, describeScope, levelOf } from './scope.ts';
import { describeSources } from './sources.ts';
import { countStandings } from './standing.ts';
import { describeStale, describeTime } from './stale.ts';
import { describeSubjects } from './subjects.ts';
import { describeNeeds, describeUnseen } from './unseen.ts';
import { describeVerification } from './verification.ts';
import { createVoice, type Voice } from './voice.ts';
import { describeWithout } from './waiver-notes.ts';
import { text } from '../../core/text.ts';

/**
 * Makes the report of an assessment in one language and for one framework or none. A pure function:
 * the only time in it is that of the assessment. What takes long is made when it is first read: a
 * summary reads little of it.
 *
 * @throws PlimsollError `framework-unknown` when the assessment was not made against that framework
 */
export function buildReport(assessment: Assessment, options: ReportOptions): Report {
  const framework = findFramework(assessment, options.frameworkId);
  const locale = localeOf(options.language);
  const voice = createVoice(locale);
  const wordOf = wordsOf(options.words, voice);
  const sources = describeSources(options, assessment, voice);
  const verification = describeVerification(options, voice);
  const history = describeHistory(options.history, voice);
  const report: Report = lazily(
    {
      language: voice.language,
      locale,
      title: voice.say('title.evidence'),
      subtitle: framework ? subtitleOf(framework, voice) : voice.say('title.all-controls'),
      ...(framework ? { framework: { id: framework.id, extends: framework.extends ?? '' } } : {}),
      collectedAt: assessment.collectedAt,
      ...(options.bundleSha256 === undefined ? {} : { bundleSha256: options.bundleSha256 }),
      collected: describeTime(assessment, voice),
      result: {
        read: countRead(assessment.population),
        findings: countStandings(assessment.summary.tally, voice),
        failures: countFailures(assessment, voice),
        stale: describeStale(assessment, voice),
        withoutWaivers: describeWithout(assessment, framework, voice, wordOf),
        ...(framework ? { requirements: countRequirements(framework, wordOf, voice) } : {}),
      },
      papers: describePapers(assessment.system?.papers, voice),
      attestations: describeAttestations(assessment, framework?.id, voice),
      statements: describeStatements(assessment, framework?.id, voice),
      ...(history ? { history } : {}),
      ...(sources ? { sources } : {}),
      ...(verification ? { verification } : {}),
    },
    {
      scope: () => describeScope(assessment, framework, voice, locale),
      requirements: () =>
        framework
          ? describeRequirements(framework, assessment, report.controls, wordOf, voice)
          : [],
      failures: () => groupFailures(report.controls, voice),
      unseen: () => describeUnseen(assessment, () => report.controls, voice),
      waivers: () => describeWaivers(assessment, report.controls, voice),
      needs: () => describeNeeds(report.controls, report.requirements, voice),
      controls: () => describeControls(assessment, voice, sources, options),
      subjects: () => describeSubjects(assessment, voice),
    },
  );
  return report;
}

/** The standard, and the level of it that was asked for. */
function subtitleOf(framework: FrameworkResult, voice: Voice): string {
  const title = voice.text(framework.title);
  const level = levelOf(framework, voice);
  return level === undefined ? title : voice.say('title.at-level', { title, level });
}

function findFramework(
  assessment: Assessment,
  id: string | undefined,
): FrameworkResult | undefined {
  if (id === undefined) return undefined;
  const framework = assessment.frameworks.find((each) => each.id === id);
  if (framework) return askedOf(framework, assessment.system?.papers ?? {});
  const known = assessment.frameworks.map((each) => each.id);
  throw new PlimsollError(
    'framework-unknown',
    text(
      `The assessment was not made against ${JSON.stringify(id)}.`,
      `该评估结果并非依据 ${JSON.stringify(id)}。`,
    ),
    {
      hint:
        known.length > 0
          ? text(
              `The assessment was made against: ${known.join(', ')}.`,
              `评估所依据的框架：${known.join('、')}。`,
            )
          : text(
              'Assess again with: plimsoll assess snapshot.json --framework ID',
              '请重新评估：plimsoll assess snapshot.json --framework ID',
            ),
    },
  );
}
