import type { Subject } from '../../core/facts/subject.ts';
import type { ResolvedInput } from './collect-input.ts';
import type { Outcome } from '../gathering/collector-result.ts';
import { collectClair } from '../scanner/clair/collect-clair.ts';
import { imageDigests } from '../scanner/clair/image-digests.ts';
import { runScanner } from '../scanner/run/run-scanner.ts';

/** Runs the scanner that was asked for, if any, on the images of each engine that was read. */
export function scanEngines(
  subjects: readonly Subject[],
  outcomes: readonly Outcome[],
  { runScanner: program, env, signal, onProgress }: ResolvedInput,
): Promise<readonly Outcome[]> {
  const engines = outcomes.flatMap(({ harvest: { target }, error }) =>
    target.kind === 'engine' && !error ? [target.id] : [],
  );
  const options = { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) };
  return program === undefined
    ? Promise.resolve([])
    : Promise.all(
        engines.map((engine) => runScanner({ program, engine, env, ...options }, subjects)),
      );
}

/** Asks a server of Clair what it knows of the images among the subjects. */
export function askServer(
  subjects: readonly Subject[],
  url: string,
  { env, now, signal, onProgress }: ResolvedInput,
): Promise<Outcome> {
  const token = env['CLAIR_TOKEN'];
  const server = { url, ...(token ? { token } : {}), ...(signal ? { signal } : {}) };
  const digests = imageDigests(subjects);
  return collectClair(`clair:${url}`, server, digests, now.toISOString(), onProgress);
}
