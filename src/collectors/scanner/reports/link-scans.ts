import { image } from '../../../core/subjects/image.ts';
import { imageScan, type ImageScan } from '../../../core/subjects/image-scan.ts';
import type { Subject } from '../../../core/facts/subject.ts';

const digestOf = (reference: string): string => reference.slice(reference.indexOf('@') + 1);

/** A list of texts in facts; empty where it could not be read. */
const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/**
 * Whether a scan that has one of an image's digests is of the image. An index has one digest for all of its
 * platforms: where the image's id is that of its configuration, a scan that tells another is of another.
 */
const isOfImage = (scan: ImageScan['image'], id: string, digests: readonly string[]): boolean =>
  scan.id === null || scan.id === id || scan.digests.includes(id) || digests.includes(id);

/**
 * Links each image with its scans, and each scan with its images: by digest, never by a name, since a name is another
 * image tomorrow.
 */
export function linkScans(subjects: readonly Subject[]): readonly Subject[] {
  const scans = subjects.filter(({ kind }) => kind === imageScan.kind);
  const byDigest = new Map<string, string[]>();
  const aboutOf = new Map<string, ImageScan['image']>();
  for (const { id, facts } of scans) {
    // The scanner's collector made them by the kind's schema.
    const of = (facts as unknown as ImageScan).image;
    aboutOf.set(id, of);
    for (const digest of new Set([...of.digests, ...(of.id === null ? [] : [of.id])])) {
      byDigest.set(digest, [...(byDigest.get(digest) ?? []), id]);
    }
  }
  const imagesOf = new Map<string, Set<string>>();
  const linked = subjects.map((subject): Subject => {
    if (subject.kind !== image.kind) return subject;
    const digests = textsIn(subject.facts['digests']).map(digestOf);
    const named = [subject.id, ...digests].flatMap((digest) => byDigest.get(digest) ?? []);
    const found = [...new Set(named)]
      .filter((scan) => {
        const about = aboutOf.get(scan);
        return about !== undefined && isOfImage(about, subject.id, digests);
      })
      .sort();
    for (const scan of found) {
      imagesOf.set(scan, (imagesOf.get(scan) ?? new Set()).add(subject.id));
    }
    return { ...subject, facts: { ...subject.facts, scans: found } };
  });
  return linked.map((subject) =>
    subject.kind === imageScan.kind
      ? {
          ...subject,
          facts: { ...subject.facts, images: [...(imagesOf.get(subject.id) ?? [])].sort() },
        }
      : subject,
  );
}
