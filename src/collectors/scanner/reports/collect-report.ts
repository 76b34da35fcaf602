import { basename } from 'node:path';
import { everyMachine } from '../../../core/snapshot/context.ts';
import { imageScan } from '../../../core/subjects/image-scan.ts';
import { vex } from '../../../core/subjects/vex.ts';
import type { Subject } from '../../../core/facts/subject.ts';
import type { Harvest } from '../../gathering/collector-result.ts';
import { readReport } from './read-report.ts';
import { text } from '../../../core/text.ts';

/**
 * Makes subjects of a report's bytes. Its target belongs to no machine: an image is the same on all.
 *
 * @throws PlimsollError `scan-report-invalid`
 */
export function collectReport(bytes: Uint8Array, path: string, fetchedAt?: string): Harvest {
  const report = readReport(bytes, path, fetchedAt);
  const origin = `scanner/${path}`;
  const subjectsOf = (
    kind: string,
    facts: readonly object[],
    nameOf: (place: number) => string,
  ): readonly Subject[] =>
    facts.map((each, place) => ({
      kind,
      id: facts.length === 1 ? path : `${path}#${place + 1}`,
      name: nameOf(place),
      target: path,
      // Facts are plain data of the kind's own schema.
      facts: each as Subject['facts'],
      gaps: [],
      origin,
    }));
  const { scans, vex: documents } = report;
  const described = scans
    .map(({ scanner, image }) =>
      [scanner.name, scanner.version, image.references[0]].filter(Boolean).join(' '),
    )
    .join('; ');
  return {
    target: {
      id: path,
      kind: 'scanner',
      machine: everyMachine,
      description: described === '' ? report.format : described,
      access: report.isAttested
        ? text(
            'read as a file; no signature of its in-toto attestations was verified',
            '以文件方式读取；未验证 in-toto 证明的签名',
          )
        : text('read as a file', '以文件方式读取'),
    },
    subjects: [
      ...subjectsOf(
        imageScan.kind,
        scans,
        (place) => scans[place]?.image.references[0] ?? basename(path),
      ),
      ...subjectsOf(vex.kind, documents, (place) => documents[place]?.author || basename(path)),
    ],
    population: [imageScan.kind, vex.kind].map((kind) => {
      const count = kind === vex.kind ? documents.length : scans.length;
      return { target: path, kind, existed: count, read: count, vanished: 0 };
    }),
    gaps: [],
    origins: { [origin]: { '': { kind: 'file', path } } },
    redactions: {},
  };
}
