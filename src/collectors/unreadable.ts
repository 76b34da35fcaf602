import type { PlimsollError } from '../core/errors.ts';
import type { GapReason } from '../core/snapshot/gap.ts';
import { dockerfile } from '../core/subjects/dockerfile.ts';
import { imageScan } from '../core/subjects/image-scan.ts';
import { image } from '../core/subjects/image.ts';
import { inLanguage, text, type Language, type Text } from '../core/text.ts';
import { everyMachine } from '../core/snapshot/surroundings.ts';
import { projectKinds } from './compose/project-kinds.ts';
import { localMachine, type Harvest } from './harvest.ts';
import type { OwnTarget } from './target-spec.ts';

const reasons: Partial<Record<PlimsollError['code'], GapReason>> = {
  'engine-denied': 'denied',
  'file-denied': 'denied',
  'engine-timeout': 'timeout',
  'scan-aborted': 'timeout',
  'engine-malformed': 'malformed',
  'archive-invalid': 'malformed',
  'archive-too-large': 'unsupported',
  'compose-invalid': 'malformed',
  'scan-report-invalid': 'malformed',
  'collector-failed': 'unavailable',
};

/** What each failure comes to, for a reader of Chinese; what was said of it stands behind, alone where this is empty. */
const inChinese: Partial<Record<PlimsollError['code'], string>> = {
  'engine-denied': '无权使用该引擎',
  'engine-timeout': '引擎未在限定时间内应答',
  'engine-tls': '与引擎的 TLS 连接不可信',
  'engine-malformed': '应答者不是容器引擎',
  'engine-unreachable': '无法连接引擎',
  'file-denied': '无权读取该文件',
  'file-not-found': '文件不存在',
  'file-unreadable': '文件无法读取',
  'archive-invalid': '',
  'archive-too-large': '',
  'compose-invalid': 'Compose 文件无效',
  'dockerfile-invalid': 'Dockerfile 无效',
  'scan-report-invalid': '扫描报告无效',
  'scan-aborted': '采集被中止',
  'collector-failed': '采集器执行失败',
};

/** What is missing where a target could not be read: some kinds, or `null` for all that such a target holds. */
const hiddenKinds = {
  engine: [null],
  host: [null],
  compose: projectKinds.map(({ kind }) => kind),
  archive: [image.kind],
  dockerfile: [dockerfile.kind],
  scanner: [imageScan.kind],
  path: [null],
} as const satisfies Record<Exclude<OwnTarget['kind'], 'own'>, readonly (string | null)[]>;

/** What failures of one kind come to, in both languages; for a reader of Chinese under one heading. */
function wordsOf(errors: readonly [PlimsollError, ...PlimsollError[]]): Text {
  const [first] = errors;
  const all = (language: Language, between: string): string =>
    errors.map((error) => inLanguage(error.said, language)).join(between);
  const heading = inChinese[first.code] ?? '目标无法读取';
  return text(all('en', '; '), `${heading === '' ? '' : `${heading}：`}${all('zh', '；')}`);
}

/**
 * The gaps of a Compose project that was read, and that Compose would refuse: nobody knows what else it would hold.
 */
export function refusedProject(
  id: string,
  faults: readonly [PlimsollError, ...PlimsollError[]],
): Harvest['gaps'] {
  const detail = wordsOf(faults);
  return projectKinds.map(({ kind }) => ({ target: id, kind, reason: 'malformed', detail }));
}

/** A target of which nothing could be read is one gap over every kind that it would have held. */
export function unreadable(id: string, target: OwnTarget, error: PlimsollError): Harvest {
  const reason = reasons[error.code] ?? 'unavailable';
  const what = wordsOf([error]);
  const kind = target.kind === 'path' ? 'archive' : target.kind;
  const here = kind !== 'engine' || id.startsWith('unix:') ? localMachine : id;
  const nowhere = kind === 'scanner' ? everyMachine : here;
  const machine = target.kind === 'own' ? (target.collector.machine ?? everyMachine) : nowhere;
  const hidden: readonly (string | null)[] =
    target.kind === 'own'
      ? target.collector.kinds.map((own) => own.kind)
      : hiddenKinds[target.kind];
  return {
    target: { id, kind, machine, description: '', access: what },
    subjects: [],
    population: [],
    gaps: hidden.map((of) => ({ target: id, kind: of, reason, detail: what })),
    origins: {},
    redactions: {},
  };
}
