import type { Component } from './cyclonedx-bom.ts';
import { decoded } from '../../../syntax/package-url.ts';

/**
 * The reference behind a link into another document, `urn:cdx:SERIAL/VERSION#REF`. Some spell it with percent signs and some
 * do not: those in a package URL are its own.
 */
export function bomRef(ref: string): string {
  if (!ref.startsWith('urn:cdx:') || !ref.includes('#')) return ref;
  const named = ref.slice(ref.indexOf('#') + 1);
  return named.startsWith('pkg:') ? named : decoded(named);
}

/** The package URL of a part; of one that the document does not hold, its reference where it is one; else `''`. */
export function purlOf(ref: string, part: Component | undefined): string {
  if (part !== undefined && part.purl !== '') return part.purl;
  const named = bomRef(ref);
  return named.startsWith('pkg:') ? named : '';
}
