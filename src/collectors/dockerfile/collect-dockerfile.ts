import { z } from 'zod';
import { PlimsollError } from '../../core/errors.ts';
import type { PopulationGap } from '../../core/facts/gap.ts';
import type { Subject } from '../../core/facts/subject.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { readLinked } from '../files/read-linked.ts';
import {
  type CollectOptions,
  type Harvest,
  localMachine,
  mostQuoted,
} from '../gathering/collector-result.ts';
import type { Build } from '../gathering/build.ts';
import { pathFrom } from '../gathering/process-defaults.ts';
import { missing, settle, sourced } from '../gathering/partial-facts.ts';
import { fromSyntax } from '../gathering/syntax-error.ts';
import { createRedactor } from '../redaction/create-redactor.ts';
import { lookAtContext } from './read-build-context.ts';
import { quoteDockerfile } from './quote-dockerfile.ts';
import { builtStages } from './built-stages.ts';
import { dockerfileFacts, type ContextFacts, type ParsedDockerfile } from './parse-dockerfile.ts';
import { frontendOf, isDockers } from '../../syntax/dockerfile/frontend.ts';
import { SyntaxProblem } from '../../syntax/problem.ts';
import { splitInstructions } from '../../syntax/dockerfile/split-instructions.ts';
import { text, type Wording } from '../../core/text.ts';

/** Options of {@link collectDockerfile}. */
export interface DockerfileOptions extends CollectOptions {
  /** The working folder, from which the path is named; that of the process when absent. */
  readonly cwd?: string;
  /** Key of the fingerprints, at least 32 bytes of chance; made for this one file where it is not given. */
  readonly fingerprintKey?: Buffer;
  /**
   * How others build the file. Arguments without a default have the value that all of them give, else none. A stage that one
   * builds instead of the last is a subject of its own. Nobody builds it in another way where it is absent.
   */
  readonly builds?: readonly Build[] | undefined;
  /** Other names of the file. */
  readonly also?: readonly string[];
}

/** Of how many stages beside the last one a file is read. */
const mostStages = 16;

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
    throw new PlimsollError(
      'scan-aborted',
      text(`The collection was ended before ${path} was read.`, `${path} 尚未读取，采集即已结束。`),
    );
  }
  const file = pathFrom(options.cwd, path);
  const written = await readLinked(file);
  const context = await lookAtContext(file);
  try {
    return harvest(path, written, context, options);
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    const failure = fromSyntax(error, 'dockerfile-invalid');
    const subject = ofOtherFrontend(written, path, failure);
    if (!subject) throw failure;
    return { ...harvestOf(path, options, [subject], 1), failures: [failure] };
  }
}

function harvest(
  path: string,
  written: string,
  context: ContextFacts,
  options: DockerfileOptions,
): Harvest {
  const redactor = createRedactor(options.fingerprintKey);
  const split = splitInstructions(written, path);
  const stages = builtStages(split, options.builds ?? []);
  const parsed = dockerfileFacts(split, path, redactor, {
    context,
    given: stages.given,
    rights: stages.rights,
    contexts: stages.contexts,
  });
  const redactions = redactor.counts();
  const clean = Object.keys(redactions).length === 0;
  const lines =
    written.length > mostQuoted ? undefined : quoteDockerfile(written, path, { split, clean });
  // What they drop was dropped, and counted, with the whole file.
  const read = stages.others.slice(0, mostStages).map(({ name, split: cut, ...around }) => {
    const facts = dockerfileFacts(cut(), path, redactor, { context, ...around });
    return toSubject(path, `${path}#${name}`, facts);
  });
  options.onProgress?.({ target: path, what: 'dockerfile', done: 1, total: 1 });
  return {
    ...harvestOf(path, options, [toSubject(path, path, parsed), ...read], 1 + stages.others.length),
    gaps: stages.others.length > read.length ? [tooManyStages(path, stages.others.length)] : [],
    redactions,
    ...(lines ? { quotes: [{ target: path, path, lines: [...lines] }] } : {}),
  };
}

/** What was read of a file, and nothing beside its subjects. */
function harvestOf(
  path: string,
  { also }: DockerfileOptions,
  subjects: readonly Subject[],
  existed: number,
): Harvest {
  return {
    target: {
      id: path,
      kind: 'dockerfile',
      machine: localMachine,
      description: described(path, also),
      access: text(
        'the file and the names of the files around it, opened for reading only',
        '该文件及其所在目录的文件名，以只读方式打开',
      ),
    },
    subjects,
    population: [{ target: path, kind: 'dockerfile', existed, read: subjects.length, vanished: 0 }],
    gaps: [],
    origins: {},
    redactions: {},
  };
}

/**
 * What is known of a file that is no Dockerfile, where it is for another frontend than Docker's: which that is. The rest
 * means what that frontend makes of it, and is not understood.
 */
function ofOtherFrontend(
  written: string,
  path: string,
  { said }: PlimsollError,
): Subject | undefined {
  const frontend = frontendOf(written);
  if (!frontend || isDockers(frontend)) return undefined;
  const file = { kind: 'file', path } as const;
  const shape = dockerfile.schema instanceof z.ZodObject ? dockerfile.schema.shape : {};
  const open = missing({ reason: 'not-understood', detail: said, source: file });
  const { facts, gaps, sources } = settle({
    ...Object.fromEntries(Object.keys(shape).map((key) => [key, open])),
    path,
    frontend: sourced(frontend.name, { ...file, line: frontend.line, column: 1 }),
  });
  return toSubject(path, path, { facts, gaps, sources: { '': file, ...sources } });
}

const described = (path: string, also: readonly string[] = []): Wording =>
  also.length === 0
    ? `Dockerfile ${path}`
    : text(
        `Dockerfile ${path}, also named ${also.join(', ')}`,
        `Dockerfile ${path}，另有名称 ${also.join('、')}`,
      );

const toSubject = (path: string, id: string, parsed: ParsedDockerfile): Subject => ({
  kind: 'dockerfile',
  id,
  name: path,
  target: path,
  facts: parsed.facts,
  gaps: [...parsed.gaps],
  sources: parsed.sources,
});

const tooManyStages = (path: string, count: number): PopulationGap => ({
  target: path,
  kind: 'dockerfile',
  reason: 'unsupported',
  detail: text(
    `${count} stages beside the last one are built; ${mostStages} of them were read`,
    `除最后一个阶段外另有 ${count} 个阶段被构建；仅读取了其中 ${mostStages} 个`,
  ),
});
