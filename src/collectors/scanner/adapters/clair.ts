import { z } from 'zod';
import { Misfit, parseWith } from '../../../core/read-with.ts';
import { text } from '../../../core/text.ts';
import type { Adapter, Found } from './adapter.ts';
import { severityOfScore } from './severity.ts';
import { digestIn, listOf, optionalText, orNull } from './report-shapes.ts';

const clairPackage = z.object({ name: z.string(), version: optionalText });

const vulnerability = z.object({
  name: z.string().min(1),
  normalized_severity: optionalText,
  fixed_in_version: optionalText,
});

const reportSchema = z.object({
  manifest_hash: z.string(),
  packages: z.record(z.string(), clairPackage),
  vulnerabilities: z.record(z.string(), vulnerability),
  distributions: z.record(z.string(), z.unknown()).nullish(),
  environments: z.record(z.string(), listOf(z.object({ package_db: optionalText }))).nullish(),
  package_vulnerabilities: z.record(z.string(), listOf(z.string())),
  enrichments: z.record(z.string(), listOf(z.unknown())).nullish(),
});

type Report = z.output<typeof reportSchema>;

/** What the enricher for CVSS adds: scores of vulnerabilities by their ids in the report. */
const scores = z.record(z.string(), z.array(z.object({ baseScore: z.number() })));

/**
 * The vulnerability report of Clair 4. It tells no time, since Clair makes it anew whenever it is asked:
 * fetched from its server it is as old as the scan, from a file its age is not known.
 *
 * @see https://quay.github.io/clair/reference/api.html
 */
export const clair: Adapter = {
  title: 'Clair',
  recognises: (document) => 'manifest_hash' in document && 'package_vulnerabilities' in document,
  read(document) {
    const report = parseWith(reportSchema, document);
    const digest = digestIn(report.manifest_hash);
    return {
      vex: [],
      scans: [
        {
          scanner: { name: 'Clair', version: '' },
          format: 'clair',
          image: { references: [], digests: digest === null ? [] : [digest], id: null },
          scannedAt: null,
          databaseAt: null,
          // Where it knows no package it looked at nothing, and finding nothing means nothing.
          found: Object.keys(report.packages).length === 0 ? null : foundIn(report),
          ...(isOfUnknownDistribution(report)
            ? { shortcomings: ['distribution-unknown' as const] }
            : {}),
          suppressed: [],
          packages: Object.values(report.packages).map(({ name, version }) => ({
            name,
            version,
            purl: null,
          })),
        },
      ],
    };
  },
};

/** Where the packages of a distribution are written down, whichever form the list has. */
const systemDatabase = /(?:^|[/:])(?:dpkg|rpm|apk)(?:[/:]|$)/;

/** Whether it found packages of a distribution and not which: it holds them against no list, and finds nothing in them. */
const isOfUnknownDistribution = ({ distributions, environments }: Report): boolean =>
  Object.keys(distributions ?? {}).length === 0 &&
  Object.values(environments ?? {}).some((each) =>
    each.some(({ package_db }) => systemDatabase.test(package_db)),
  );

const notInReport = text('names something that is not in the report', '引用了报告中没有的内容');

/** A reference to what the report does not hold is an error of the report, not one vulnerability less. */
function foundIn(report: Report): readonly Found[] {
  const scored = scoresIn(report);
  const broken = (path: string[]): never => {
    throw new Misfit([{ path, place: path, said: notInReport }]);
  };
  return Object.entries(report.package_vulnerabilities).flatMap(([packageId, ids]) => {
    const place = ['package_vulnerabilities', packageId];
    const owner = Object.hasOwn(report.packages, packageId)
      ? report.packages[packageId]
      : undefined;
    if (owner === undefined) return broken(place);
    return ids.map((id): Found => {
      const known = Object.hasOwn(report.vulnerabilities, id)
        ? report.vulnerabilities[id]
        : undefined;
      if (known === undefined) return broken([...place, id]);
      return {
        id: idIn(known.name),
        aliases: [],
        package: owner.name,
        version: owner.version,
        purl: null,
        fixedIn: orNull(known.fixed_in_version),
        severity: severityIn(known.normalized_severity, scored.get(id)),
        at: `/vulnerabilities/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      };
    });
  });
}

/** The id at the front of a name that is a title: `RHSA-2026:0001: zlib security update (Important)`. */
const idIn = (name: string): string =>
  /^[A-Za-z][A-Za-z0-9]*(?:-[A-Z]+)*-\d+[-:]\d(?:[\w:-]*\w)?(?=:? )/.exec(name)?.[0] ?? name;

/** The highest score of each vulnerability, by its id in the report. */
function scoresIn({ enrichments }: Report): ReadonlyMap<string, number> {
  const highest = new Map<string, number>();
  for (const [name, added] of Object.entries(enrichments ?? {})) {
    if (!name.includes('enricher=clair.cvss')) continue;
    for (const each of added) {
      for (const [id, listed] of Object.entries(scores.safeParse(each).data ?? {})) {
        for (const { baseScore } of listed) {
          highest.set(id, Math.max(baseScore, highest.get(id) ?? 0));
        }
      }
    }
  }
  return highest;
}

/** Some lists of vulnerabilities, as that of Alpine, rate nothing: then the score is all that is known. */
const severityIn = (word: string, score: number | undefined): string =>
  score !== undefined && score > 0 && /^(?:unknown)?$/i.test(word) ? severityOfScore(score) : word;
