import { basename, dirname } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import type { Subject } from '../../core/subjects/subject.ts';
import { readText } from '../files/read-text.ts';
import {
  localMachine,
  mostQuoted,
  type BuildArguments,
  type CollectOptions,
  type Harvest,
} from '../harvest.ts';
import { createRedactor } from '../secrets/create-redactor.ts';
import { lookAtContext } from './look-at-context.ts';
import { quoteDockerfile } from './quote-dockerfile.ts';
import { dockerfileFacts } from './parse-dockerfile.ts';
import { splitInstructions } from './split-instructions.ts';
import { text } from '../../core/text.ts';

/** What may be told to {@link collectDockerfile}. */
export interface DockerfileOptions extends CollectOptions {
  /** Key of the fingerprints, at least 32 bytes of chance; made for this one file where it is not told. */
  readonly fingerprintKey?: Buffer;
  /** Values for build arguments that have no default; those hang on nobody's word where it is not told. */
  readonly given?: BuildArguments | undefined;
}

/**
 * Reads one Dockerfile of at most 1 MiB, and the names of the files in its folder, which is taken for the build
 * context.
 *
 * @throws PlimsollError `file-not-found`, `file-denied`, `file-unreadable`, `dockerfile-invalid`, `scan-aborted`
 * @example
 * const harvest = await collectDockerfile('services/web/Dockerfile');
 */
export async function collectDockerfile(
  path: string,
  options: DockerfileOptions = {},
): Promise<Harvest> {
  if (options.signal?.aborted) {
    throw new PlimsollError('scan-aborted', `The collection was ended before ${path} was read.`);
  }
  const redactor = createRedactor(options.fingerprintKey);
  const written = await readText(dirname(path), basename(path));
  const split = splitInstructions(written, path);
  const parsed = dockerfileFacts(split, path, redactor, {
    context: await lookAtContext(path),
    given: options.given,
  });
  const redactions = redactor.counts();
  const clean = Object.keys(redactions).length === 0;
  const lines =
    written.length > mostQuoted ? undefined : quoteDockerfile(written, path, { split, clean });
  const subject: Subject = {
    kind: 'dockerfile',
    id: path,
    name: path,
    target: path,
    facts: parsed.facts,
    gaps: [...parsed.gaps],
    sources: parsed.sources,
  };
  options.onProgress?.({ target: path, what: 'dockerfile', done: 1, total: 1 });
  return {
    target: {
      id: path,
      kind: 'dockerfile',
      machine: localMachine,
      description: `Dockerfile ${path}`,
      access: text(
        'the file and the names of the files around it, opened for reading only',
        '该文件及其所在目录的文件名，以只读方式打开',
      ),
    },
    subjects: [subject],
    population: [{ target: path, kind: 'dockerfile', existed: 1, read: 1, vanished: 0 }],
    gaps: [],
    origins: {},
    redactions,
    ...(lines ? { quotes: [{ target: path, path, lines: [...lines] }] } : {}),
  };
}
