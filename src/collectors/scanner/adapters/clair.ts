import { z } from 'zod';
import type { Adapter, Found } from './adapter.ts';
import { digestIn, optionalText, orNull } from './shapes.ts';

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
  package_vulnerabilities: z.record(z.string(), z.array(z.string())),
});

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
    const report = reportSchema.parse(document);
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

/** A reference to what the report does not hold is an error of the report, not one vulnerability less. */
function foundIn(report: z.output<typeof reportSchema>): readonly Found[] {
  const broken = (path: string[]): never => {
    throw new z.ZodError([
      { code: 'custom', path, message: 'names something that is not in the report', input: path },
    ]);
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
        id: known.name,
        aliases: [],
        package: owner.name,
        version: owner.version,
        purl: null,
        fixedIn: orNull(known.fixed_in_version),
        severity: known.normalized_severity,
        at: `/vulnerabilities/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      };
    });
  });
}
