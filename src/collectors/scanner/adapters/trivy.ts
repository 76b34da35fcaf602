import { z } from 'zod';
import { parseWith } from '../../../core/read-with.ts';
import type { ScanShortcoming } from '../../../core/subjects/image-scan.ts';
import type { Adapter, Found } from './adapter.ts';
import {
  digestsIn,
  digestIn,
  listOf,
  onlyOfImages,
  optionalInstant,
  optionalText,
  orNull,
} from './report-shapes.ts';

const vulnerability = z.object({
  VulnerabilityID: z.string().min(1),
  VendorIDs: listOf(z.string()),
  PkgName: z.string(),
  PkgIdentifier: z.object({ PURL: optionalText }).nullish(),
  InstalledVersion: optionalText,
  FixedVersion: optionalText,
  Severity: optionalText,
});

const leftOut = z.object({
  Type: optionalText,
  Statement: optionalText,
  Source: optionalText,
  Finding: z.object({ VulnerabilityID: optionalText, PkgName: optionalText }).nullish(),
});

const reportSchema = z.object({
  SchemaVersion: z.literal(2, 'of its versions only 2 is read'),
  Trivy: z.object({ Version: optionalText }).nullish(),
  CreatedAt: optionalInstant,
  ArtifactName: optionalText,
  ArtifactType: onlyOfImages('container_image'),
  Metadata: z
    .object({
      ImageID: optionalText,
      OS: z.object({ Family: optionalText, EOSL: z.boolean().nullish() }).nullish(),
      RepoTags: listOf(z.string()),
      RepoDigests: listOf(z.string()),
    })
    .nullish(),
  Results: listOf(
    z.object({
      Class: optionalText,
      Vulnerabilities: listOf(vulnerability),
      ExperimentalModifiedFindings: listOf(leftOut),
      Packages: z
        .array(
          z.object({
            Name: optionalText,
            Version: optionalText,
            Identifier: z.object({ PURL: optionalText }).nullish(),
          }),
        )
        .nullish(),
    }),
  ),
});

type Report = z.output<typeof reportSchema>;

/** Classes of results that hold packages: secrets and misconfigurations are not vulnerabilities. */
const classes = new Set(['os-pkgs', 'lang-pkgs']);

/** What has vulnerabilities was looked at for them, whatever its class: releases of old write none. */
const isOfPackages = ({ Class, Vulnerabilities }: Report['Results'][number]): boolean =>
  classes.has(Class) || Vulnerabilities.length > 0;

/**
 * Trivy's own JSON, of an image. Its database's date is not in it.
 *
 * @see https://trivy.dev/latest/docs/configuration/reporting/#json
 */
export const trivy: Adapter = {
  title: 'Trivy',
  // One of another version is distinguished from what is no report at all.
  recognises: (document) => 'SchemaVersion' in document && 'ArtifactType' in document,
  read(document) {
    const report = parseWith(reportSchema, document);
    const metadata = report.Metadata;
    const results = report.Results.filter(isOfPackages);
    const shortcomings = shortcomingsOf(report);
    const listed = results.flatMap(({ Packages }) => Packages ?? []);
    return {
      vex: [],
      scans: [
        {
          scanner: { name: 'Trivy', version: report.Trivy?.Version ?? '' },
          format: 'trivy',
          image: {
            references: [report.ArtifactName, ...(metadata?.RepoTags ?? [])].filter(Boolean),
            digests: digestsIn(metadata?.RepoDigests ?? []),
            id: digestIn(metadata?.ImageID ?? ''),
          },
          scannedAt: report.CreatedAt,
          databaseAt: null,
          found: foundIn(report),
          ...(shortcomings.length > 0 ? { shortcomings } : {}),
          suppressed: results.flatMap(({ ExperimentalModifiedFindings }) =>
            ExperimentalModifiedFindings.filter(
              ({ Type }) => Type === '' || Type === 'vulnerability',
            ).map(({ Statement, Source, Finding }) => ({
              id: Finding?.VulnerabilityID ?? '',
              package: Finding?.PkgName ?? '',
              reason: [Statement, Source].filter(Boolean).join(' – '),
            })),
          ),
          packages:
            listed.length === 0
              ? null
              : listed.map(({ Name, Version, Identifier }) => ({
                  name: Name,
                  version: Version,
                  purl: orNull(Identifier?.PURL ?? ''),
                })),
        },
      ],
    };
  },
};

function shortcomingsOf({ Metadata, Results }: Report): ScanShortcoming[] {
  const { Family = '', EOSL } = Metadata?.OS ?? {};
  // Of a distribution that it has no advisories for, and where it was set to look at libraries alone, it writes no result.
  const hasResult = Results.some(({ Class }) => Class === 'os-pkgs' || Class === '');
  return [
    ...(EOSL === true ? ['distribution-ended' as const] : []),
    ...(Family !== '' && Family !== 'none' && !hasResult ? ['system-left-out' as const] : []),
  ];
}

/** `null` when no kind of package was looked at: an image that Trivy cannot read has no result at all. */
function foundIn({ Results }: Report): readonly Found[] | null {
  if (!Results.some(isOfPackages)) return null;
  return Results.flatMap(({ Vulnerabilities }, result) =>
    Vulnerabilities.map((each, place) => ({
      id: each.VulnerabilityID,
      aliases: each.VendorIDs,
      package: each.PkgName,
      version: each.InstalledVersion,
      purl: orNull(each.PkgIdentifier?.PURL ?? ''),
      fixedIn: orNull(each.FixedVersion),
      severity: each.Severity,
      at: `/Results/${result}/Vulnerabilities/${place}`,
    })),
  );
}
