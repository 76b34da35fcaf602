import { assess } from '../../src/core/assessment/assess.ts';
import type { Finding } from '../../src/core/assessment/assessment.ts';
import { defineCatalog, extendCatalog } from '../../src/core/controls/catalog.ts';
import type { AnyControl } from '../../src/core/controls/control.ts';
import type { Gap } from '../../src/core/facts/gap.ts';
import type { Snapshot } from '../../src/core/snapshot/snapshot.ts';
import { snapshotVersion } from '../../src/core/snapshot/order-snapshot.ts';
import type { Subject } from '../../src/core/facts/subject.ts';

export const tool = { name: 'plimsoll-test', version: '0.0.0' };

export const target = 'unix:///run/test.sock';

/** The target of what a scanner says; its subjects are around when a test names any. */
export const report = 'scan.json';

/** The target of what a Compose file declares; its subjects are around when a test names any. */
export const composeFile = 'compose:compose.yaml';

/** A subject of a kind with these facts, as a collector would hand it over. */
export function subjectOf(
  kind: string,
  facts: Readonly<Record<string, unknown>>,
  rest: Partial<Subject> = {},
): Subject {
  return { kind, id: `${kind}-1`, name: `${kind}-name`, target, facts, gaps: [], ...rest };
}

/** A snapshot of one engine with its host, that holds these subjects and lists every built-in kind. */
export function snapshotOf(subjects: readonly Subject[], rest: Partial<Snapshot> = {}): Snapshot {
  const kinds = [
    'host',
    'engine',
    'workload',
    'image',
    'dockerfile',
    'network',
    'volume',
    'swarm',
    'swarm-node',
    'secret',
  ];
  const scanned = subjects.some((subject) => subject.target === report);
  const declares = subjects.some((subject) => subject.target === composeFile);
  const count = (of: string, kind: string) => {
    const read = subjects.filter((subject) => subject.kind === kind).length;
    return { target: of, kind, existed: read, read, vanished: 0 };
  };
  return {
    kind: 'plimsoll/snapshot',
    version: snapshotVersion,
    tool,
    collectedAt: '2026-11-24T12:00:00Z',
    targets: [
      { id: target, kind: 'engine', machine: 'local', description: 'test', access: 'test' },
      ...(scanned
        ? [
            {
              id: report,
              kind: 'scanner' as const,
              machine: '*',
              description: 'test',
              access: 'test',
            },
          ]
        : []),
      ...(declares
        ? [
            {
              id: composeFile,
              kind: 'compose' as const,
              machine: composeFile,
              description: 'test',
              access: 'test',
            },
          ]
        : []),
    ],
    population: [
      ...kinds.map((kind) => count(target, kind)),
      ...(scanned ? ['image-scan', 'vex'].map((kind) => count(report, kind)) : []),
    ],
    gaps: [],
    redactions: [],
    origins: {},
    subjects: [...subjects],
    ...rest,
  };
}

/** What one control says of one subject with these facts. */
export function judge(
  control: AnyControl,
  facts: Readonly<Record<string, unknown>>,
  around: {
    gaps?: readonly Gap[];
    params?: Readonly<Record<string, unknown>>;
    others?: readonly Subject[];
    snapshot?: Partial<Snapshot>;
  } = {},
): Finding {
  const base = defineCatalog({ id: 'test', version: '0', controls: [control] });
  const catalog = around.params
    ? extendCatalog(base, {
        tailor: { [control.id]: { params: around.params, reason: 'test', by: 'test' } },
      })
    : base;
  const subject = subjectOf(control.subject.kind, facts, { gaps: [...(around.gaps ?? [])] });
  const snapshot = snapshotOf([subject, ...(around.others ?? [])], around.snapshot);
  const finding = assess(snapshot, { catalog, tool }).findings.find(
    (each) => each.subject.id === subject.id && each.controlId === control.id,
  );
  if (!finding) throw new Error(`${control.id} said nothing`);
  return finding;
}
