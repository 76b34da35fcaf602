import { selectFrameworks } from '../frameworks.ts';
import {
  assess,
  builtin,
  tool,
  type Assessment,
  type PlimsollConfig,
  type Snapshot,
} from '../index.ts';
import type { SharedOptions } from './options.ts';

/** Judges a snapshot by the configuration and the options; a retired edition is said on stderr. */
export async function assessSnapshot(
  snapshot: Snapshot,
  config: PlimsollConfig,
  options: SharedOptions,
): Promise<Assessment> {
  const language = options.lang ?? config.language ?? 'en';
  const selected = await selectFrameworks(options.framework ?? config.frameworks ?? []);
  for (const { notice } of selected) {
    if (notice && options.quiet !== true) process.stderr.write(`${notice[language]}\n`);
  }
  return assess(snapshot, {
    catalog: config.catalog ?? builtin,
    frameworks: selected,
    waivers: config.waivers ?? [],
    attestations: config.attestations ?? [],
    tool,
  });
}
