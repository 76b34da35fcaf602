import type { Finding } from './assessment.ts';
import type { AnyControl } from '../controls/control.ts';
import type { Severity } from '../controls/severity.ts';
import { unreadOf } from '../recording/observation.ts';
import { describeGap, type PopulationGap } from '../facts/gap.ts';
import { namedKinds } from '../snapshot/named-kinds.ts';
import { hidesKind, type SnapshotHeader } from '../snapshot/snapshot-header.ts';
import type { Outsider } from '../snapshot/system.ts';
import { text, type Text } from '../text.ts';

/** What a control says where it has no subject to judge: silence never reads as compliance. */
type Silence = Pick<Finding, 'subject' | 'status' | 'message' | 'observations'>;

/** How many subjects of its kind a control judged, and which were outside the system. */
interface Reach {
  readonly judged: number;
  readonly outside: readonly Outsider[];
}

/**
 * The findings of a control beside those on subjects: one `unknown` for each target whose subjects of
 * its kind could not be listed; and where it judged none, one that says why. That all of them are outside
 * the system is `unknown`: a scope with a typing mistake must not read as compliance.
 */
export function silencesOf(
  header: SnapshotHeader,
  control: AnyControl,
  severity: Severity,
  { judged, outside }: Reach,
): readonly Finding[] {
  const { kind, label } = control.subject;
  const gaps = header.gaps.filter((gap) => hidesKind(header, gap, kind));
  const silences = gaps.map((gap) => unlisted(header, gap, kind, label));
  if (judged === 0 && gaps.length === 0) {
    // Where the system's own targets were asked and had none, those of other targets do not matter.
    const listed = header.population.some((population) => population.kind === kind);
    const hidden = outside.filter(({ reason }) => reason === 'workload' || !listed).length;
    silences.push(hidden > 0 ? outOfScope(kind, label, hidden) : absent(header, kind, label));
  }
  return silences.map((silence) => ({ controlId: control.id, severity, ...silence }));
}

function unlisted(header: SnapshotHeader, gap: PopulationGap, kind: string, label: Text): Silence {
  const why = describeGap(gap);
  const some = header.population.some(
    (each) => each.kind === kind && each.target === gap.target && each.existed > 0,
  );
  return {
    subject: { kind, id: '*', name: '*', target: gap.target },
    status: 'unknown',
    message: some
      ? text(`${label.en}: not all are known (${why.en})`, `${label.zh}：并非全部已知（${why.zh}）`)
      : text(`${label.en}: could not be listed (${why.en})`, `${label.zh}：未能列出（${why.zh}）`),
    observations: [
      { path: '', value: null, ...unreadOf(gap), ...(gap.source ? { source: gap.source } : {}) },
    ],
  };
}

function outOfScope(kind: string, label: Text, count: number): Silence {
  return {
    subject: { kind, id: '*', name: '*', target: '*' },
    status: 'unknown',
    message: text(
      `${label.en}: not judged, all ${count} are outside the system under assessment`,
      `${label.zh}：未作判定，全部 ${count} 个对象均不在被评估系统范围内`,
    ),
    observations: [],
  };
}

function absent(header: SnapshotHeader, kind: string, label: Text): Silence {
  const listed = header.population.find((population) => population.kind === kind);
  const subject = { kind, id: '*', name: '*', target: listed?.target ?? '*' };
  if (listed) {
    return {
      subject,
      status: 'not-applicable',
      message: text(`${label.en}: there is none to judge`, `${label.zh}：没有可供判定的对象`),
      observations: [],
    };
  }
  // It is read where one is named, and no engine or host would hold it.
  const unnamed = namedKinds[kind];
  if (unnamed) return { subject, status: 'not-applicable', message: unnamed, observations: [] };
  const live = header.targets.some((target) => target.kind === 'engine' || target.kind === 'host');
  return live
    ? {
        subject,
        status: 'unknown',
        message: text(
          `${label.en}: not read, no target of this scan covers it`,
          `${label.zh}：未读取，本次扫描没有覆盖它的目标`,
        ),
        observations: [],
      }
    : {
        subject,
        status: 'not-applicable',
        message: text(
          `${label.en}: neither an engine nor a host is among the targets`,
          `${label.zh}：目标中没有容器引擎或宿主机`,
        ),
        observations: [],
      };
}
