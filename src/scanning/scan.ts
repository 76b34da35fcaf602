import { collect, type Collection } from '../collectors/collect/collect.ts';
import { namedTarget, listTargets, type TargetInput } from '../collectors/collect/named-target.ts';
import { withDefaults } from '../collectors/gathering/process-defaults.ts';
import type { Assessment } from '../core/assessment/assessment.ts';
import { prepareScan, type ScanOptions } from './prepare-scan.ts';
import { readSaved } from './read-saved.ts';

/** What a scan comes to. */
export interface Scan extends Collection {
  readonly assessment: Assessment;
}

/**
 * Collects from targets and judges what was read, in one call. A target that cannot be read does not end the scan: what it
 * would have held is a gap, and it is named among the failures.
 *
 * @param targets as on the command line: `'unix:///var/run/docker.sock'`, `'compose.yaml'`, `'.'`, a saved `'snapshot.json'`;
 * a `TargetSpec`; or a client of an engine, `{ docker: new Dockerode() }`. Absent means those of the configuration, or
 * else the local engine and this host
 * @throws PlimsollError for what was asked wrongly: `target-unknown`, `framework-unknown`, `config-invalid`,
 * `waiver-invalid` and their like; `option-invalid` for a subject of the scope that is not there
 * @example
 * const { assessment, failures } = await scan('compose.yaml', { frameworks: ['pci-dss-4.0.1'] });
 */
export async function scan(
  targets?: TargetInput | readonly TargetInput[],
  options: ScanOptions = {},
): Promise<Scan> {
  const { cwd, env } = withDefaults(options);
  const { input, config, judge, limit } = await prepareScan(targets, options);
  const listed = listTargets(input, env).map((each) => namedTarget(each, config.collectors));
  const saved = await readSaved(listed, config, cwd);
  const collection = saved ? { snapshot: saved, failures: [] } : await collect(input);
  const { assessment, missing } = limit(judge(collection.snapshot));
  // What was not read may have it.
  if (missing && collection.failures.length === 0) throw missing;
  return { ...collection, assessment };
}
