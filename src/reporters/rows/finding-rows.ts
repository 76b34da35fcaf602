import type { Assessment, Finding } from '../../core/assessment/assessment.ts';
import { expiresAt } from '../../core/assessment/freshness.ts';
import type { Language } from '../../core/text.ts';
import type { BaselineOptions } from '../options/baseline-input.ts';
import { describeObservation } from '../model/observations.ts';
import { standingOf } from '../model/standing.ts';
import { createVoice, type Voice } from '../model/voice.ts';
import {
  failingTitleOf,
  findingsByControl,
  type JudgedControl,
} from '../../core/assessment/views/findings-by-control.ts';
import { cutCell } from './cut-cell.ts';
import { linksOf, type ControlLinks } from './links-of.ts';
import { stablePlaceOf } from '../places/stable-place.ts';

/** What stands at the head of each column. */
const heads = {
  en: [
    'Status',
    'Severity',
    'Control',
    'Title',
    'Kind',
    'Subject',
    'Subject id',
    'Target',
    'File',
    'Line',
    'Message',
    'Evidence',
    'Remediation',
    'Requirements',
    'Waiver owner',
    'Waiver approver',
    'Waiver until',
    'Waiver ticket',
    'Waiver reason',
    'Compensating control',
    'Collected at',
    'Evidence holds until',
  ],
  zh: [
    '状态',
    '严重程度',
    '控制项',
    '标题',
    '对象类型',
    '对象',
    '对象标识',
    '目标',
    '文件',
    '行',
    '说明',
    '证据',
    '整改建议',
    '对应要求',
    '风险接受责任人',
    '风险接受批准人',
    '风险接受截止',
    '风险接受工单',
    '风险接受理由',
    '补偿措施',
    '采集时间',
    '证据有效期至',
  ],
} as const satisfies Record<Language, readonly string[]>;

/** Where some columns stand, from 0. */
export const findingColumns = {
  ...{ status: 0, severity: 1, control: 2, title: 3, subject: 5, line: 9 },
  ...{ message: 10, remediation: 12 },
} as const;

/**
 * A table of all findings, a row each, with the heads of its columns first; every row is as long as the first. Where there is a
 * baseline, the last column says how a failure stands to it.
 */
export function* findingRows(
  assessment: Assessment,
  language: Language,
  baseline?: BaselineOptions,
): Generator<readonly string[]> {
  const { collectedAt } = assessment;
  const voice = createVoice(language);
  const links = linksOf(assessment);
  yield baseline ? [...heads[language], voice.say('baseline.title')] : heads[language];
  for (const [control, findings] of findingsByControl(assessment)) {
    const about = describeControl(control, links(control.id), voice);
    const expires = expiresAt(collectedAt, control.holds) ?? '';
    for (const finding of findings) {
      const row = [...findingRow(finding, about, voice), collectedAt, expires];
      if (baseline) {
        const state = baseline.states.get(finding);
        row.push(state === undefined ? '' : voice.say(`baseline.${state}`));
      }
      yield row.map(cutCell);
    }
  }
}

/** What all rows of one control say alike. */
interface AboutControl {
  readonly title: string;
  readonly failingTitle: string;
  readonly remediation: string;
  readonly requirements: string;
}

const describeControl = (
  control: JudgedControl,
  { requirements }: ControlLinks,
  voice: Voice,
): AboutControl => ({
  title: voice.text(control.title),
  failingTitle: voice.text(failingTitleOf(control)),
  remediation: voice.paragraphs(control.remediation),
  requirements: [...requirements]
    .map(([framework, ids]) => `${framework}: ${ids.join(', ')}`)
    .join('\n'),
});

function findingRow(
  finding: Finding,
  { title, failingTitle, remediation, requirements }: AboutControl,
  voice: Voice,
): readonly string[] {
  const { subject, severity, waiver } = finding;
  const place = stablePlaceOf(finding);
  const evidence = finding.observations.map((observation) => {
    const { path, value, source } = describeObservation(observation, voice);
    return `${path} = ${value} (${source})`;
  });
  return [
    voice.say(`status.${standingOf(finding)}`),
    voice.say(`severity.${severity}`),
    finding.controlId,
    finding.status === 'fail' ? failingTitle : title,
    voice.kind(subject.kind),
    voice.name(subject.name),
    voice.name(subject.id),
    voice.name(subject.target),
    voice.name(place?.path ?? ''),
    place?.line === undefined ? '' : String(place.line),
    voice.text(finding.message),
    evidence.join('\n'),
    remediation,
    requirements,
    voice.name(waiver?.owner ?? ''),
    voice.name(waiver?.approver ?? ''),
    waiver?.until ?? '',
    voice.name(waiver?.ticket ?? ''),
    voice.prose(waiver?.reason ?? ''),
    voice.prose(waiver?.compensatingControl ?? ''),
  ];
}
