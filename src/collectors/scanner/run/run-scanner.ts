import { PlimsollError } from '../../../core/errors.ts';
import { image } from '../../../core/subjects/image.ts';
import type { Subject } from '../../../core/facts/subject.ts';
import type { CollectOptions } from '../../gathering/collector-result.ts';
import { gatherScans, type GatheredScans } from '../reports/gather-scans.ts';
import { readReport } from '../reports/read-report.ts';
import { runProgram } from './run-program.ts';
import type { Runnable } from './runnable.ts';
import { trivyDatabase } from './trivy-database.ts';
import { text } from '../../../core/text.ts';

/** What each is started with to look at one image of an engine, by the image's id. */
const wordsOf: Readonly<Record<Runnable, (id: string) => readonly string[]>> = {
  trivy: (id) => ['image', '--quiet', '--format', 'json', '--image-src', 'docker', id],
  grype: (id) => ['--quiet', '--output', 'json', `docker:${id}`],
};

/** What a scanner is run with. */
export interface ScannerRun extends CollectOptions {
  readonly program: Runnable;
  /** The engine that has the images, as its target's id. */
  readonly engine: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs an installed scanner on each image of an engine, one at a time. The engine is named to it by
 * DOCKER_HOST; whatever else it needs, its database among it, it gets by itself.
 */
export function runScanner(
  { program, engine, env, signal, onProgress }: ScannerRun,
  subjects: readonly Subject[],
): Promise<GatheredScans> {
  const images = subjects
    .filter(({ kind, target }) => kind === image.kind && target === engine)
    .map(({ id }) => id);
  const { DOCKER_CONTEXT: _, ...rest } = env;
  let missing: PlimsollError | undefined;
  let date: Promise<string | null> | undefined;
  const start = (words: readonly string[]): Promise<Uint8Array> =>
    runProgram(program, words, { ...rest, DOCKER_HOST: engine }, signal);
  return gatherScans(
    {
      id: `run:${program} ${engine}`,
      name: program,
      access: text('run as a program', '作为程序运行'),
      source: { kind: 'command', command: [program, ...wordsOf[program]('{id}')].join(' ') },
      // They share one database and one cache.
      atOnce: 1,
      ...(onProgress ? { onProgress } : {}),
      async ask(id) {
        if (missing) throw missing;
        const digits = /^sha256:([0-9a-f]{64})$/.exec(id)?.[1];
        if (digits === undefined) {
          throw new PlimsollError(
            'scanner-failed',
            text(
              `${program} is run on images with an id alone.`,
              `${program} 只用于带有 id 的镜像。`,
            ),
          );
        }
        try {
          const words = wordsOf[program](digits);
          const bytes = await start(words);
          const scan = readReport(bytes, `What ${program} wrote`).scans[0];
          if (scan?.format === 'grype' && program === 'grype') return scan;
          if (scan?.format === 'trivy' && program === 'trivy') {
            // Asked when it has scanned, since it may have fetched its database for that.
            return { ...scan, databaseAt: await (date ??= trivyDatabase(start)) };
          }
        } catch (error) {
          if (error instanceof PlimsollError && error.code === 'scanner-missing') missing = error;
          throw error;
        }
        throw new PlimsollError(
          'scan-report-invalid',
          text(
            `The output of ${program} is not one of its reports.`,
            `${program} 的输出不是它的报告。`,
          ),
        );
      },
    },
    images,
  );
}
