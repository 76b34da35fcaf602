import { homedir } from 'node:os';
import {
  collect,
  defaultTargets,
  parseTarget,
  type Collection,
  type TargetSpec,
} from '../docker.ts';
import { builtinKinds, parseSnapshot, PlimsollError, type PlimsollConfig } from '../index.ts';
import { readDocument } from './files.ts';
import type { SharedOptions } from './options.ts';
import { progressLine } from './progress.ts';
import { reportError } from './report-error.ts';

/**
 * Collects what the command line or the configuration names; one saved snapshot stands for itself.
 * Failures of whole targets are told on stderr at once and returned.
 */
export async function collectTargets(
  named: readonly string[],
  config: PlimsollConfig,
  options: SharedOptions & { readonly keepAnswers?: boolean },
): Promise<Collection> {
  const spelled = named.length > 0 ? named : (config.targets ?? []);
  const targets: readonly TargetSpec[] =
    spelled.length > 0 ? spelled.map(parseTarget) : defaultTargets(process.env, process.platform);
  const [first, ...others] = targets;
  if (first?.kind === 'path' && others.length === 0) {
    const kinds = config.catalog
      ? config.catalog.controls.map(({ subject }) => subject)
      : builtinKinds;
    return {
      snapshot: parseSnapshot(await readDocument(first.path, 'snapshot.json'), kinds),
      failures: [],
    };
  }
  const path = targets.find((target) => target.kind === 'path');
  if (path) {
    throw new PlimsollError(
      'option-invalid',
      'A saved snapshot is scanned alone, without other targets.',
      {
        hint: `Leave out the others, or leave out ${path.path}.`,
      },
    );
  }
  const progress = progressLine(options.quiet === true);
  const interrupted = new AbortController();
  const interrupt = (): void => interrupted.abort();
  process.once('SIGINT', interrupt);
  try {
    const limits =
      options.timeout === undefined ? [] : [AbortSignal.timeout(options.timeout * 1000)];
    const collection = await collect({
      targets,
      now: new Date(),
      env: process.env,
      home: homedir(),
      signal: AbortSignal.any([interrupted.signal, ...limits]),
      onProgress: progress.update,
      keepAnswers: options.keepAnswers === true,
    });
    progress.end();
    for (const { error } of collection.failures) reportError(error);
    return collection;
  } finally {
    progress.end();
    process.removeListener('SIGINT', interrupt);
  }
}
