import { z } from 'zod';
import { parseWith } from '../../../core/read-with.ts';
import type { ScanShortcoming } from '../../../core/subjects/image-scan.ts';
import type { Adapter } from './adapter.ts';
import { sameAs } from './vulnerability-aliases.ts';
import {
  digestIn,
  digestsIn,
  listOf,
  onlyOfImages,
  optionalInstant,
  optionalText,
  orNull,
} from './report-shapes.ts';

const match = z.object({
  vulnerability: z.object({
    id: z.string().min(1),
    severity: optionalText,
    fix: z.object({ versions: listOf(z.string()), state: optionalText }).nullish(),
    // What releases of old wrote instead.
    fixedInVersion: optionalText,
  }),
  relatedVulnerabilities: listOf(z.object({ id: z.string() })),
  artifact: z.object({ name: z.string(), version: optionalText, purl: optionalText }),
});

const ignored = match.extend({
  appliedIgnoreRules: listOf(
    z.object({ reason: optionalText, namespace: optionalText, 'vex-status': optionalText }),
  ),
});

/** Whether it may be used; an error of the program stands there as a text or as an object without keys. */
const databaseState = z.object({
  built: optionalInstant,
  valid: z.boolean().nullish(),
  error: z.unknown().optional(),
});

/** What Grype says of a package that it could not match. */
const alerts: Readonly<Record<string, ScanShortcoming>> = {
  'distro-eol': 'distribution-ended',
  'distro-unknown': 'distribution-unknown',
  'distro-disabled': 'distribution-unknown',
};

const reportSchema = z.object({
  matches: z.array(match),
  ignoredMatches: listOf(ignored),
  alertsByPackage: listOf(z.object({ alerts: listOf(z.object({ type: optionalText })) })),
  source: z.object({
    type: onlyOfImages('image'),
    target: z.object({
      userInput: optionalText,
      imageID: optionalText,
      manifestDigest: optionalText,
      tags: listOf(z.string()),
      repoDigests: listOf(z.string()),
    }),
  }),
  descriptor: z.object({
    name: z.string(),
    version: optionalText,
    timestamp: optionalInstant,
    configuration: z.object({ exclude: z.unknown() }).nullish(),
    // Newer releases put what is known of the database one level down.
    db: databaseState.extend({ status: databaseState.nullish() }).nullish(),
  }),
});

/**
 * Grype's own JSON, of an image.
 *
 * @see https://github.com/anchore/grype
 */
export const grype: Adapter = {
  title: 'Grype',
  recognises: ({ matches, descriptor }) => Array.isArray(matches) && typeof descriptor === 'object',
  read(document) {
    const report = parseWith(reportSchema, document);
    const { matches, ignoredMatches, source, descriptor } = report;
    const shortcomings = shortcomingsOf(report);
    const { target } = source;
    return {
      vex: [],
      scans: [
        {
          scanner: { name: descriptor.name, version: descriptor.version },
          format: 'grype',
          image: {
            references: [target.userInput, ...target.tags].filter(Boolean),
            digests: digestsIn([target.manifestDigest, ...target.repoDigests, target.userInput]),
            id: digestIn(target.imageID),
          },
          scannedAt: descriptor.timestamp,
          databaseAt: descriptor.db?.built ?? descriptor.db?.status?.built ?? null,
          found: matches.map(({ vulnerability, relatedVulnerabilities, artifact }, place) => ({
            id: vulnerability.id,
            aliases: sameAs(
              vulnerability.id,
              relatedVulnerabilities.map(({ id }) => id),
            ),
            package: artifact.name,
            version: artifact.version,
            purl: orNull(artifact.purl),
            fixedIn: vulnerability.fix?.versions[0] ?? orNull(vulnerability.fixedInVersion),
            severity: vulnerability.severity,
            at: `/matches/${place}`,
          })),
          ...(shortcomings.length > 0 ? { shortcomings } : {}),
          suppressed: ignoredMatches.map(({ vulnerability, artifact, appliedIgnoreRules }) => ({
            id: vulnerability.id,
            package: artifact.name,
            reason: appliedIgnoreRules
              .map((rule) => rule.reason || rule['vex-status'] || rule.namespace)
              .filter(Boolean)
              .join('; '),
          })),
          packages: null,
        },
      ],
    };
  },
};

function shortcomingsOf({
  alertsByPackage,
  descriptor: { configuration, db },
}: z.output<typeof reportSchema>): ScanShortcoming[] {
  const isInvalid = [db, db?.status].some(
    (state) =>
      state?.valid === false || !['', null, undefined].some((none) => none === state?.error),
  );
  const listed = alertsByPackage.flatMap((each) =>
    each.alerts.flatMap(({ type }) => (Object.hasOwn(alerts, type) ? (alerts[type] ?? []) : [])),
  );
  const exclude = configuration?.exclude;
  return [
    ...new Set<ScanShortcoming>([
      ...listed,
      ...(isInvalid ? ['database-invalid' as const] : []),
      ...(Array.isArray(exclude) && exclude.length > 0 ? ['files-left-out' as const] : []),
    ]),
  ];
}
