import { PlimsollError } from '../../../core/errors.ts';
import type { GapReason, PopulationGap } from '../../../core/gap.ts';
import { imageScan } from '../../../core/subjects/image-scan.ts';
import { vex } from '../../../core/subjects/vex.ts';
import type { Subject } from '../../../core/subject.ts';
import { everyMachine } from '../../../core/surroundings.ts';
import type { CollectOptions, Harvest } from '../../harvest.ts';
import { readReport } from '../read-report.ts';
import { askClair, type ClairServer } from './ask-clair.ts';
import { databaseDate } from './database-date.ts';

const endpoint = '/matcher/api/v1/vulnerability_report/';

/** So many images are asked for at a time: each report is work for the server. */
const atOnce = 4;

/** What one Clair server says of images, and the first thing that went wrong. */
export interface ClairHarvest {
  readonly harvest: Harvest;
  readonly error?: PlimsollError;
}

type Answer = { readonly subject: Subject } | { readonly error: PlimsollError } | null;

/**
 * Asks a Clair server for its report of each image, by digest; with GET alone, so that none is indexed that
 * was not before. An image that it does not know has no scan, and what could not be asked is a gap.
 */
export async function collectClair(
  id: string,
  server: ClairServer,
  digests: readonly string[],
  now: string,
  onProgress?: CollectOptions['onProgress'],
): Promise<ClairHarvest> {
  const origin = `scanner/${id}`;
  const answers: Answer[] = [];
  let databaseAt: Promise<string | null> | undefined;
  const ask = async (digest: string): Promise<Answer> => {
    try {
      databaseAt ??= databaseDate(server);
      const database = await databaseAt;
      const body = await askClair(server, `${endpoint}${digest}`);
      if (body === null) return null;
      const scan = readReport(body, `The report of ${digest}`, now).scans[0];
      if (scan?.format !== 'clair' || !scan.image.digests.includes(digest)) {
        throw new PlimsollError(
          'scan-report-invalid',
          'Clair answered with something else than its report of the image asked for.',
        );
      }
      const subject = {
        kind: imageScan.kind,
        id: `${id}#${digest}`,
        name: digest,
        target: id,
        // Facts are plain data of the kind's own schema.
        facts: { ...scan, databaseAt: database } as unknown as Subject['facts'],
        gaps: [],
        origin,
      };
      return { subject };
    } catch (error) {
      if (error instanceof PlimsollError) return { error };
      throw error;
    }
  };
  let next = 0;
  const work = async (): Promise<void> => {
    for (let digest = digests[next++]; digest !== undefined; digest = digests[next++]) {
      answers.push(await ask(digest));
      onProgress?.({ target: id, what: 'scan', done: answers.length, total: digests.length });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const subjects = answers.flatMap((each) => (each && 'subject' in each ? [each.subject] : []));
  const errors = answers.flatMap((each) => (each && 'error' in each ? [each.error] : []));
  const [error] = errors;
  return {
    ...(error ? { error } : {}),
    harvest: {
      target: {
        id,
        kind: 'scanner',
        machine: everyMachine,
        description: `Clair: a report of ${subjects.length} of ${digests.length} images`,
        access: server.token === undefined ? 'GET without a token' : 'GET with a token',
      },
      subjects,
      population: [
        {
          target: id,
          kind: imageScan.kind,
          existed: subjects.length + errors.length,
          read: subjects.length,
          vanished: 0,
        },
        { target: id, kind: vex.kind, existed: 0, read: 0, vanished: 0 },
      ],
      gaps: gapsOf(id, errors),
      origins: {
        [origin]: { '': { kind: 'api', endpoint: `GET ${endpoint}{digest}`, pointer: '' } },
      },
      redactions: {},
    },
  };
}

/** One gap for each thing that went wrong, with the number of images that it hides. */
function gapsOf(target: string, errors: readonly PlimsollError[]): readonly PopulationGap[] {
  const counts = new Map<string, { readonly error: PlimsollError; count: number }>();
  for (const error of errors) {
    const known = counts.get(error.message);
    if (known) known.count += 1;
    else counts.set(error.message, { error, count: 1 });
  }
  return [...counts.values()].map(({ error, count }) => ({
    target,
    kind: imageScan.kind,
    reason: reasonOf(error),
    detail: `${count} of the images: ${error.message}`,
  }));
}

const reasonOf = ({ code }: PlimsollError): GapReason => {
  if (code === 'scan-aborted') return 'timeout';
  return code === 'scan-report-invalid' ? 'malformed' : 'unavailable';
};
