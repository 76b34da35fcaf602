import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Assessor, Subject } from 'plimsoll';
import { selectFrameworks } from 'plimsoll/frameworks';
import { z } from 'zod';
import { measure, type Speed } from './measure.ts';
import { catalog, makeAssessor } from './setting.ts';
import { strangerNumber, workloadNumber } from './workloads.ts';

/** Judging a hundred thousand workloads by every workload control, on one core. */
export interface AssessFigures {
  readonly workloads: number;
  readonly controls: number;
  /** Evaluations with every read recorded, rolled up. */
  readonly recorded: Speed;
  /** The same of workloads of which none is like another. */
  readonly unlike: Speed;
  /** The floor: the same checks called bare, with nothing recorded. */
  readonly bare: Speed;
  /** Findings written out as NDJSON with their observations, per second. */
  readonly writtenPerSecond: number;
  /** Highest resident set, bytes. */
  readonly peakBytes: number;
}

const assessor = async (): Promise<Assessor> => makeAssessor(await selectFrameworks(['all']));

const speedSchema = z.object({ perSecond: z.number(), perCpuSecond: z.number() });

const root = fileURLToPath(new URL('..', import.meta.url));

/** In a process of its own: checks that have been called with views are no longer as quick with plain facts. */
function benchBare(workloads: number): Speed {
  const args = ['--import', 'jiti/register', 'bench/bare-once.ts', String(workloads)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root });
  if (status !== 0) throw new Error(`the bare checks ended with ${status}: ${stderr.toString()}`);
  return speedSchema.parse(JSON.parse(stdout.toString()));
}

/** Runs the three ways one after the other. */
export async function benchAssess(workloads = 100_000): Promise<AssessFigures> {
  let peakBytes = 0;
  const watch = (): void => {
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
  };

  const judgeAll = async (make: (at: number) => Subject): Promise<Speed> => {
    const rolled = await assessor();
    let evaluations = 0;
    const speed = measure(workloads, make, (subjects) => {
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
    return speed;
  };
  const recorded = await judgeAll(workloadNumber);
  const unlike = await judgeAll(strangerNumber);

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
    unlike,
    bare: benchBare(workloads),
    writtenPerSecond,
    peakBytes,
  };
}
