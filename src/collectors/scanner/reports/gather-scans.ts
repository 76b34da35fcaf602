import { PlimsollError } from '../../../core/errors.ts';
import type { GapReason, PopulationGap } from '../../../core/facts/gap.ts';
import type { Source } from '../../../core/facts/source.ts';
import { imageScan, type ImageScan } from '../../../core/subjects/image-scan.ts';
import { vex } from '../../../core/subjects/vex.ts';
import type { Subject } from '../../../core/facts/subject.ts';
import { everyMachine } from '../../../core/snapshot/context.ts';
import type { CollectOptions, Harvest } from '../../gathering/collector-result.ts';
import { text, type Text } from '../../../core/text.ts';

/** Scans of images that were asked for, and the first thing that went wrong. */
export interface GatheredScans {
  readonly harvest: Harvest;
  readonly error?: PlimsollError;
}

/** Whom images are asked of, one after another. */
export interface Asking {
  /** The target's id. */
  readonly id: string;
  readonly name: string;
  readonly access: Text;
  readonly source: Source;
  /** So many images are asked for at a time. */
  readonly atOnce: number;
  /** `null` where there is no scan of the image; what it throws is a gap when it is a PlimsollError. */
  readonly ask: (image: string) => Promise<ImageScan | null>;
  readonly onProgress?: CollectOptions['onProgress'];
}

/** Asks for a scan of each image. What could not be asked is a gap over the scans. */
export async function gatherScans(
  { id, name, access, source, atOnce, ask, onProgress }: Asking,
  images: readonly string[],
): Promise<GatheredScans> {
  const origin = `scanner/${id}`;
  const subjects: Subject[] = [];
  const errors: PlimsollError[] = [];
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let image = images[next++]; image !== undefined; image = images[next++]) {
      try {
        const scan = await ask(image);
        if (scan !== null) subjects.push(subjectOf(scan, id, image, origin));
      } catch (error) {
        if (!(error instanceof PlimsollError)) throw error;
        errors.push(error);
      }
      onProgress?.({ target: id, what: 'scan', done: ++done, total: images.length });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const [error] = errors;
  const existed = subjects.length + errors.length;
  return {
    ...(error ? { error } : {}),
    harvest: {
      target: {
        id,
        kind: 'scanner',
        machine: everyMachine,
        description: text(
          `${name}: a report of ${subjects.length} of ${images.length} images`,
          `${name}：${images.length} 个镜像中 ${subjects.length} 个有报告`,
        ),
        access,
      },
      subjects,
      population: [
        { target: id, kind: imageScan.kind, existed, read: subjects.length, vanished: 0 },
        { target: id, kind: vex.kind, existed: 0, read: 0, vanished: 0 },
      ],
      gaps: gapsOf(id, errors),
      origins: { [origin]: { '': source } },
      redactions: {},
    },
  };
}

const subjectOf = (scan: ImageScan, target: string, image: string, origin: string): Subject => ({
  kind: imageScan.kind,
  id: `${target}#${image}`,
  name: image,
  target,
  facts: { ...scan },
  gaps: [],
  origin,
});

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
    detail: text(
      `${count} of the images: ${error.message}`,
      `其中 ${count} 个镜像：${error.message}`,
    ),
  }));
}

const reasonOf = ({ code }: PlimsollError): GapReason => {
  if (code === 'scan-aborted') return 'timeout';
  return code === 'scan-report-invalid' ? 'malformed' : 'unavailable';
};
