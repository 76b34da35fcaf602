import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import {
  builtin,
  createAssessor,
  defineCatalog,
  engine,
  parametersOf,
  tool,
  type Assessor,
  type Subject,
} from 'plimsoll';
import { selectFrameworks } from 'plimsoll/frameworks';
import { benchImages, benchTarget, workloadNumber } from './workloads.ts';

/** Judging a hundred thousand workloads by every workload control, on one core. */
export interface AssessFigures {
  readonly workloads: number;
  readonly controls: number;
  /** Evaluations with every read recorded, rolled up. */
  readonly recorded: Speed;
  /** The floor: the same checks called bare, with nothing recorded. */
  readonly bare: Speed;
  /** Findings written out as NDJSON with their observations, per second. */
  readonly writtenPerSecond: number;
  /** Highest resident set, bytes. */
  readonly peakBytes: number;
}

/** How many times something was done in a second, by the clock and by the processor. */
export interface Speed {
  readonly perSecond: number;
  /** Of the whole process, so that collecting garbage and compiling count as well; it matters little what else runs. */
  readonly perCpuSecond: number;
}

/** Workloads that are made ahead of what is measured: few, since nothing that streams by lives long. */
const batch = 20;

/** Measures what is done with the generated workloads; `act` answers how many times it did something. */
function measure(workloads: number, act: (subjects: readonly Subject[]) => number): Speed {
  let done = 0;
  let ms = 0;
  let cpuMicroseconds = 0;
  for (let at = 0; at < workloads; at += batch) {
    const subjects = Array.from({ length: batch }, (_, each) => workloadNumber(at + each));
    const cpu = process.cpuUsage();
    const started = performance.now();
    done += act(subjects);
    ms += performance.now() - started;
    const { user, system } = process.cpuUsage(cpu);
    cpuMicroseconds += user + system;
  }
  return { perSecond: (done / ms) * 1e3, perCpuSecond: (done / cpuMicroseconds) * 1e6 };
}

const catalog = defineCatalog({
  id: builtin.id,
  version: builtin.version,
  controls: builtin.controls.filter((control) => control.subject.kind === 'workload'),
});

const engineSubject: Subject = {
  kind: 'engine',
  id: 'bench',
  name: 'bench',
  target: benchTarget,
  gaps: [],
  facts: {
    security: { apparmor: true, selinux: false, seccomp: 'builtin' },
    userNamespaces: false,
    rootless: false,
    dataRoot: '/var/lib/docker',
    noNewPrivileges: { effective: false, configured: null },
    defaultUlimits: { effective: ['nofile=1024:4096'], configured: null },
    limits: { memory: true, swap: true, pids: true, cpuQuota: true, cpuShares: true, cpuset: true },
    storage: { driver: 'overlay2', status: [{ name: 'Backing Filesystem', value: 'extfs' }] },
    sockets: ['/run/docker.sock', '/run/docker/containerd/containerd.sock'],
    labelNames: ['com.example.team'],
  },
};

async function assessor(): Promise<Assessor> {
  const frameworks = await selectFrameworks(['all']);
  const kinds = [engine.kind, 'workload', 'host', 'image', 'network', 'volume'];
  return createAssessor(
    {
      kind: 'plimsoll/snapshot',
      version: '1.0',
      tool,
      collectedAt: '2026-11-24T12:00:00Z',
      targets: [
        { id: benchTarget, kind: 'engine', machine: benchTarget, description: '', access: '' },
      ],
      population: kinds.map((kind) => ({
        target: benchTarget,
        kind,
        existed: 1,
        read: 1,
        vanished: 0,
      })),
      gaps: [],
      redactions: [],
      origins: {
        'engine/workload': { '': { kind: 'api', endpoint: '/containers/{id}/json', pointer: '' } },
      },
    },
    [engineSubject, ...benchImages],
    { catalog, tool, frameworks },
  );
}

type BareCheck = (facts: unknown, ctx: unknown) => unknown;

/** The checks without the recording view, on plain facts: what cannot be beaten. */
function measureBare(workloads: number): Speed {
  const floor = catalog.controls.flatMap((control) => {
    const context = {
      params: parametersOf(catalog, control),
      collectedAt: '2026-11-24T12:00:00Z',
      all: () => [engineSubject.facts],
      find: () => benchImages[0]?.facts,
    };
    // The checks are called as plain functions of plain facts here, on purpose.
    const check = control.check as unknown as BareCheck;
    try {
      check(workloadNumber(1).facts, context);
      return [{ check, context }];
    } catch {
      // A combinator needs the recorder, so it has no bare form.
      return [];
    }
  });
  return measure(workloads, (subjects) => {
    for (const { facts } of subjects) {
      for (const { check, context } of floor) check(facts, context);
    }
    return subjects.length * floor.length;
  });
}

/** Runs the three ways one after the other. */
export async function benchAssess(workloads = 100_000): Promise<AssessFigures> {
  let peakBytes = 0;
  const watch = (): void => {
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
  };

  const rolled = await assessor();
  let evaluations = 0;
  const recorded = measure(workloads, (subjects) => {
    let judged = 0;
    for (const subject of subjects) judged += rolled.judge(subject).length;
    evaluations += judged;
    if (evaluations % 100_000 < judged) watch();
    return judged;
  });
  const { result } = rolled.finish();
  const { error, unknown } = result.summary.tally;
  if (result.frameworks.length === 0) throw new Error('nothing was rolled up');
  // Two controls cannot tell of a workload on the host's network; anything beyond that is broken.
  if (error > 0 || unknown > evaluations / 100) {
    throw new Error('the checks did not run as they should');
  }

  const written = await assessor();
  const sink = createWriteStream('/dev/null');
  const writing = performance.now();
  const portion = Math.ceil(workloads / 10);
  let findings = 0;
  for (let at = 0; at < portion; at += 1) {
    for (const judgement of written.judge(workloadNumber(at))) {
      findings += 1;
      if (!sink.write(`${JSON.stringify(written.describe(judgement))}\n`)) {
        await once(sink, 'drain');
      }
    }
    if (at % 1000 === 0) watch();
  }
  sink.end();
  await once(sink, 'finish');
  const writtenPerSecond = (findings / (performance.now() - writing)) * 1000;

  return {
    workloads,
    controls: catalog.controls.length,
    recorded,
    bare: measureBare(workloads),
    writtenPerSecond,
    peakBytes,
  };
}
