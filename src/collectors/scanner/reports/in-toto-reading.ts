import type { Reading, ScanReport, VexDocument } from '../adapters/adapter.ts';
import { digestIn } from '../adapters/report-shapes.ts';
import { decoded } from '../../../syntax/package-url.ts';
import type { InTotoAttestation } from './open-in-toto.ts';
import { invalid } from './invalid-report.ts';
import { text } from '../../../core/text.ts';

type Statement = VexDocument['statements'][number];

/** Of all statements of one document together, since each is written down with all subjects. */
const productsAtMost = 200_000;

/**
 * What a document says, seen by the attestation that holds it: it is of the attestation's subject, where it names no image by
 * digest itself, and as old as the attestation's record, where it tells no time itself.
 *
 * @throws PlimsollError `scan-report-invalid` where both name an image and not the same
 */
export function attestedReading(
  { scans, vex }: Reading,
  attestation: InTotoAttestation,
  path: string,
): Reading {
  const about = new Set(attestation.subjects);
  return {
    scans: scans.map((scan) => ({
      ...scan,
      image: imageOf(scan, about, path),
      scannedAt: scan.scannedAt ?? attestation.scannedAt,
      databaseAt: scan.databaseAt ?? attestation.databaseAt,
    })),
    vex: vex.map((document) => narrowed(document, attestation, about, path)),
  };
}

function imageOf(
  { image }: ScanReport,
  about: ReadonlySet<string>,
  path: string,
): ScanReport['image'] {
  const [subject] = about;
  const own = image.id === null ? image.digests : [...image.digests, image.id];
  if (subject === undefined || own.some((digest) => about.has(digest))) return image;
  const [first] = image.digests;
  if (first !== undefined) throw disagreement(path, first, subject);
  // Of several it may be any: then none is named.
  return about.size > 1 ? image : { ...image, digests: [subject] };
}

/** What VEX says by package, it says of the packages of the subject alone. */
function narrowed(
  document: VexDocument,
  { subjects, names }: InTotoAttestation,
  about: ReadonlySet<string>,
  path: string,
): VexDocument {
  const [subject] = subjects;
  if (subject === undefined) return document;
  const { statements } = document;
  if (subjects.length > 1 && statements.length * subjects.length > productsAtMost) {
    throw invalid(
      text(
        `${path} says too much of too many subjects at once.`,
        `${path} 一次涉及的对象和内容过多。`,
      ),
    );
  }
  const products = statements.flatMap((each) => each.products);
  const digests = products.flatMap((each) => digestNamed(each) ?? []);
  const [first] = digests;
  if (first !== undefined && !digests.some((digest) => about.has(digest))) {
    throw disagreement(path, first, subject);
  }
  const called = new Set(names.map(lastNameIn));
  const isCalledSo = (product: string): boolean =>
    isUntoldImage(product) && called.has(lastNameIn(product));
  // An image without a digest is the subject when it is called like it, unless two images are.
  const images = new Set(products.filter(isCalledSo).map(pathIn));
  const isSubject = subjects.length === 1 && images.size === 1 ? isCalledSo : () => false;
  return {
    ...document,
    statements: statements.map((each) => ({ ...each, ...scopeOf(each, about, isSubject) })),
  };
}

function scopeOf(
  { products, subcomponents }: Statement,
  about: ReadonlySet<string>,
  isSubject: (product: string) => boolean,
): Pick<Statement, 'products' | 'subcomponents'> {
  const own = products.flatMap((each) => {
    if (isSubject(each)) return [...about];
    const digest = digestNamed(each);
    return digest !== null && about.has(digest) ? [digest] : [];
  });
  if (own.length > 0) return { products: [...new Set(own)], subcomponents };
  const packages = products.filter((each) => digestNamed(each) === null);
  // A part of a package is not that part of everything in the image.
  if (packages.length === 0 || subcomponents.length > 0) return { products: [], subcomponents };
  return { products: [...about], subcomponents: packages };
}

const digestNamed = (product: string): string | null => digestIn(decoded(product).toLowerCase());

const isUntoldImage = (product: string): boolean =>
  /^pkg:(?:oci|docker)\//.test(product) && digestNamed(product) === null;

/** A reference or package URL without its tag, digest and qualifiers. */
const pathIn = (reference: string): string =>
  /^[^@?#]*/.exec(reference)?.[0].replace(/:[^:/]*$/, '') ?? '';

const lastNameIn = (reference: string): string => {
  const path = pathIn(reference);
  return path.slice(path.lastIndexOf('/') + 1);
};

const disagreement = (path: string, own: string, subject: string): Error =>
  invalid(
    text(
      `${path} is attested of ${subject}, and says itself that it is of ${own}.`,
      `${path} 的声明针对 ${subject}，而其自述为 ${own}。`,
    ),
    undefined,
    text(
      'Attest the report of an image to the digest of that very image: an index has another digest than the images of its platforms.',
      '请按镜像本身的摘要声明其报告：索引的摘要与各平台镜像不同。',
    ),
  );
