import type { Finding } from '../../core/assessment/assessment.ts';
import type { Waiver } from '../../core/statements/waiver.ts';
import type { Scene } from './results-context.ts';

/** A waiver in force with the failures that it accepts. */
export interface Accepted {
  readonly key: string;
  readonly waiver: Waiver;
  readonly findings: readonly Finding[];
}

const found = new WeakMap<Scene, readonly Accepted[]>();

/** Every waiver that accepts something, in the order of the findings. */
export function waiversIn(scene: Scene): readonly Accepted[] {
  const known = found.get(scene);
  if (known !== undefined) return known;
  const byKey = new Map<string, { waiver: Waiver; findings: Finding[] }>();
  for (const finding of scene.assessment.findings) {
    if (finding.status !== 'fail' || finding.waiver === undefined) continue;
    const key = JSON.stringify(finding.waiver);
    const accepted = byKey.get(key) ?? { waiver: finding.waiver, findings: [] };
    byKey.set(key, accepted);
    accepted.findings.push(finding);
  }
  const all = [...byKey].map(([key, accepted]) => ({ key, ...accepted }));
  found.set(scene, all);
  return all;
}
