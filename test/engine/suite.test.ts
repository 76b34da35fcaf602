import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/core/assessment/assessment.ts';
import { describeWithRoot } from '../support/needs.ts';
import { families } from './families.ts';
import { casesOf, findingOf, type Family } from './harness/family.ts';

type Scans = ReadonlyMap<string, Assessment>;

const runs = new Map<Family, Promise<Scans>>();

/** The scans of a family, which is started unless it has been. */
function scansOf(family: Family): Promise<Scans> {
  const run = runs.get(family) ?? family.run();
  runs.set(family, run);
  // A failure is told by whoever waits for it; nobody may have begun to wait yet.
  run.catch(() => undefined);
  return run;
}

describeWithRoot(
  'the engine suite',
  ['dockerd', 'docker', 'docker-registry', 'busybox', 'openssl', 'unshare'],
  () => {
    afterAll(async () => {
      await Promise.allSettled(runs.values());
      const counts = families.map((family) => [family.name, casesOf(family).length] as const);
      const all = counts.reduce((sum, [, count]) => sum + count, 0);
      const each = counts.map(([name, count]) => `${name} ${count}`).join(', ');
      process.stdout.write(`engine suite: ${all} cases (${each})\n`);
    });

    describe.each(families)('$name', (family) => {
      let scans: Scans;
      beforeAll(async () => {
        const own = scansOf(family);
        // Three are under way at a time: engines spend most of their start and end waiting.
        const at = families.indexOf(family);
        for (const next of families.slice(at + 1, at + 3)) void scansOf(next);
        scans = await own;
      }, 180_000);

      for (const each of casesOf(family)) {
        const { stage, row, control, status, says } = each;
        it(`${stage} · ${row.name ?? row.kind}: ${control} ${status}`, () => {
          const assessment = scans.get(stage);
          if (!assessment) throw new Error(`The stage ${stage} was not scanned.`);
          const finding = findingOf(assessment, each);
          expect([finding.status, finding.message.en]).toEqual([
            status,
            expect.stringContaining(says),
          ]);
        });
      }
    });
  },
);
