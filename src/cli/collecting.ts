import { homedir } from 'node:os';
import { recogniseTarget, type ComposeOptions } from '../build.ts';
import { collect, defaultTargets, parseTarget, type Collection } from '../docker.ts';
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
  const targets =
    spelled.length > 0
      ? await Promise.all(spelled.map((each) => recogniseTarget(parseTarget(each))))
      : defaultTargets(process.env, process.platform);
  const saved = targets.find((target) => target.kind === 'path');
  if (saved && targets.length === 1) {
    const kinds = config.catalog
      ? config.catalog.controls.map(({ subject }) => subject)
      : builtinKinds;
    return {
      snapshot: parseSnapshot(await readDocument(saved.path, 'snapshot.json'), kinds),
      failures: [],
    };
  }
  if (saved) {
    throw new PlimsollError(
      'option-invalid',
      'A saved snapshot is scanned alone, without other targets.',
      {
        hint: `Leave out the others, or leave out ${saved.path}.`,
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
      compose: composeOptions(options),
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

const composeOptions = ({ profile, envFile, projectName }: SharedOptions): ComposeOptions => ({
  ...(profile ? { profiles: profile } : {}),
  ...(envFile ? { envFiles: envFile } : {}),
  ...(projectName === undefined ? {} : { projectName }),
});
