import { z } from 'zod';
import { parseWith } from '../../../core/read-with.ts';
import type { Adapter } from './adapter.ts';
import { digestIn, listOf, optionalInstant, optionalText, orNull } from './report-shapes.ts';

const spdxPackage = z.object({
  SPDXID: optionalText,
  name: z.string(),
  versionInfo: optionalText,
  primaryPackagePurpose: optionalText,
  checksums: listOf(z.object({ algorithm: optionalText, checksumValue: optionalText })),
  externalRefs: listOf(z.object({ referenceType: optionalText, referenceLocator: optionalText })),
  attributionTexts: listOf(z.string()),
  annotations: listOf(z.object({ comment: optionalText })),
});

const documentSchema = z.object({
  spdxVersion: z.string().startsWith('SPDX-2.', 'of its versions only 2 is written like this'),
  name: optionalText,
  creationInfo: z.object({ created: optionalInstant, creators: listOf(z.string()) }).nullish(),
  packages: listOf(spdxPackage),
});

type SpdxPackage = z.output<typeof spdxPackage>;

const purlOf = ({ externalRefs }: SpdxPackage): string =>
  externalRefs.find(({ referenceType }) => referenceType === 'purl')?.referenceLocator ?? '';

/** The image itself, which SPDX before 2.3 has no purpose for: Trivy tells it by its id. */
const isImage = ({ SPDXID, primaryPackagePurpose }: SpdxPackage): boolean =>
  primaryPackagePurpose === 'CONTAINER' ||
  (primaryPackagePurpose === '' && SPDXID.startsWith('SPDXRef-ContainerImage-'));

/** What Trivy says of an image in lines of text, `ImageID: sha256:…`. */
const valuesNamed = (
  { attributionTexts, annotations }: SpdxPackage,
  name: string,
): readonly string[] =>
  [...attributionTexts, ...annotations.map(({ comment }) => comment)].flatMap((line) =>
    line.startsWith(`${name}: `) ? [line.slice(name.length + 2)] : [],
  );

/**
 * SPDX 2 in JSON: a bill of materials. It says nothing of vulnerabilities.
 *
 * @see https://spdx.github.io/spdx-spec/v2.3/
 */
export const spdx: Adapter = {
  title: 'SPDX',
  // One of another version is distinguished from what is no report at all.
  recognises: ({ spdxVersion }) =>
    typeof spdxVersion === 'string' && spdxVersion.startsWith('SPDX-'),
  read(document) {
    const { name, creationInfo, packages } = parseWith(documentSchema, document);
    const image = packages.filter(isImage);
    const creator = creationInfo?.creators.find((each) => each.startsWith('Tool: ')) ?? '';
    const digests = image.flatMap((each) => [
      ...each.checksums.flatMap(({ algorithm, checksumValue }) =>
        algorithm === 'SHA256' ? (digestIn(`sha256:${checksumValue}`) ?? []) : [],
      ),
      ...[each.versionInfo, purlOf(each), ...valuesNamed(each, 'RepoDigest')].flatMap(
        (written) => digestIn(written) ?? [],
      ),
    ]);
    return {
      vex: [],
      scans: [
        {
          scanner: { name: creator.slice('Tool: '.length) || 'SPDX', version: '' },
          format: 'spdx',
          image: {
            references: [...new Set([name, ...image.map((each) => each.name)])].filter(Boolean),
            digests: [...new Set(digests)],
            id: digestIn(image.flatMap((each) => valuesNamed(each, 'ImageID'))[0] ?? ''),
          },
          scannedAt: creationInfo?.created ?? null,
          databaseAt: null,
          found: null,
          suppressed: [],
          packages: packages
            .filter((each) => purlOf(each) !== '' && !image.includes(each))
            .map((each) => ({
              name: each.name,
              version: each.versionInfo,
              purl: orNull(purlOf(each)),
            })),
        },
      ],
    };
  },
};
