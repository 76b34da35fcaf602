import { z } from 'zod';
import { parseWith } from '../../../core/read-with.ts';
import { own } from '../../../core/say-issues.ts';
import type { Adapter } from './adapter.ts';
import { decoded } from '../../../syntax/package-url.ts';
import { digestsIn, listOf, optionalInstant, optionalText } from './report-shapes.ts';

const identified = z.object({ spdxId: optionalText, '@id': optionalText, name: optionalText });

const spdxPackage = identified.extend({
  // Of artificial intelligence and of data there are kinds of their own.
  type: z.enum(['software_Package', 'ai_AIPackage', 'dataset_DatasetPackage']),
  software_packageVersion: optionalText,
  software_packageUrl: optionalText,
  software_primaryPurpose: optionalText,
  externalIdentifier: listOf(
    z.object({ externalIdentifierType: optionalText, identifier: optionalText }),
  ),
  verifiedUsing: listOf(z.object({ algorithm: optionalText, hashValue: optionalText })),
});

type SpdxPackage = z.output<typeof spdxPackage>;

const creation = identified.extend({
  type: z.literal('CreationInfo'),
  created: optionalInstant,
  createdBy: listOf(z.string()),
  createdUsing: listOf(z.string()),
});

const collection = identified.extend({
  type: z.enum(['SpdxDocument', 'Bom', 'software_Sbom']),
  rootElement: listOf(z.string()),
  creationInfo: z.union([z.string(), creation]).nullish(),
});

const program = identified.extend({ type: z.enum(['Tool', 'SoftwareAgent']) });

const other = z.object({ type: z.literal('other') });

/** Kinds that are read; of all others nothing is, the profile of security among them. */
const kinds: ReadonlySet<unknown> = new Set([
  ...spdxPackage.shape.type.options,
  ...creation.shape.type.values,
  ...collection.shape.type.options,
  ...program.shape.type.options,
]);

const element = z.preprocess(
  (each) =>
    typeof each === 'object' && each !== null && 'type' in each && kinds.has(each.type)
      ? each
      : { type: 'other' },
  z.discriminatedUnion('type', [spdxPackage, creation, collection, program, other]),
);

const terms = 'https://spdx.org/rdf/';

/** Where its words are explained, which tells its version too. */
const contextOf = (context: unknown): string | undefined =>
  [context]
    .flat()
    .filter((each) => typeof each === 'string')
    .find((each) => each.startsWith(terms));

const documentSchema = z.object({
  '@context': z
    .preprocess(contextOf, z.string())
    .refine(
      (each) => /^3\.0\.\d+\//.test(each.slice(terms.length)),
      own('of SPDX 3 only 3.0 is read', 'SPDX 3 仅支持 3.0'),
    ),
  '@graph': z.array(element),
});

type Element = z.output<typeof element>;

/**
 * SPDX 3.0 in JSON-LD: a bill of materials. Where its profile of security tells of vulnerabilities, and what somebody says of them,
 * that is not read: it covers none.
 *
 * @see https://spdx.github.io/spdx-spec/v3.0.1/
 */
export const spdx3: Adapter = {
  title: 'SPDX 3',
  recognises: ({ '@context': context }) => contextOf(context) !== undefined,
  read(document) {
    const { '@graph': elements } = parseWith(documentSchema, document);
    const parts = elements.filter(isPackage);
    const collections = elements.filter(isCollection);
    const image = imageAmong(parts, collections);
    const of = collections.find(({ type }) => type === 'SpdxDocument');
    const made = creationOf(of, elements);
    return {
      vex: [],
      scans: [
        {
          scanner: { name: toolOf(made, elements) || 'SPDX', version: '' },
          format: 'spdx',
          image: {
            references: [...new Set([of?.name ?? '', image?.name ?? ''])].filter(Boolean),
            digests: image === undefined ? [] : digestsOf(image),
            id: null,
          },
          scannedAt: made?.created ?? null,
          databaseAt: null,
          found: null,
          suppressed: [],
          packages: parts
            .filter((each) => each !== image && purlOf(each) !== '')
            .map((each) => ({
              name: each.name,
              version: each.software_packageVersion,
              purl: purlOf(each),
            })),
        },
      ],
    };
  },
};

type Creation = z.output<typeof creation>;
type Collection = z.output<typeof collection>;

const isPackage = (each: Element): each is SpdxPackage => 'software_packageUrl' in each;

const isCollection = (each: Element): each is Collection => 'rootElement' in each;

const idOf = (each: { readonly spdxId: string; readonly '@id': string }): string =>
  each.spdxId || each['@id'];

const purlOf = ({ software_packageUrl: named, externalIdentifier }: SpdxPackage): string =>
  named ||
  (externalIdentifier.find((each) => each.externalIdentifierType === 'packageUrl')?.identifier ??
    '');

/**
 * The image that all of it describes. Images that it is made from may be listed beside it: of several none is chosen.
 */
function imageAmong(
  parts: readonly SpdxPackage[],
  collections: readonly Collection[],
): SpdxPackage | undefined {
  const images = parts.filter((each) => each.software_primaryPurpose === 'container');
  const roots = new Set(collections.flatMap(({ rootElement }) => rootElement));
  const first = images.filter((each) => roots.has(idOf(each)));
  const [image, ...others] = first.length > 0 ? first : images;
  return others.length > 0 ? undefined : image;
}

const digestsOf = (image: SpdxPackage): string[] =>
  digestsIn([
    ...image.verifiedUsing.flatMap(({ algorithm, hashValue }) =>
      algorithm === 'sha256' ? [`sha256:${hashValue.toLowerCase()}`] : [],
    ),
    image.software_packageVersion,
    decoded(purlOf(image)),
  ]);

/** The document names it, or has it inside; one without a document has one for all. */
function creationOf(
  of: Collection | undefined,
  elements: readonly Element[],
): Creation | undefined {
  const creationInfo = of?.creationInfo;
  if (typeof creationInfo === 'object' && creationInfo !== null) return creationInfo;
  const all = elements.filter((each): each is Creation => each.type === 'CreationInfo');
  if (typeof creationInfo === 'string') return all.find((each) => idOf(each) === creationInfo);
  return all.length === 1 ? all[0] : undefined;
}

/** The program that wrote it; `''` when it names none. */
function toolOf(made: Creation | undefined, elements: readonly Element[]): string {
  const names = new Map(
    elements.flatMap((each) =>
      each.type === 'Tool' || each.type === 'SoftwareAgent'
        ? [[idOf(each), each.name] as const]
        : [],
    ),
  );
  const by = [...(made?.createdUsing ?? []), ...(made?.createdBy ?? [])];
  return by.flatMap((id) => names.get(id) ?? []).find((name) => name !== '') ?? '';
}
