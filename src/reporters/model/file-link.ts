import type { Finding } from '../../core/assessment/assessment.ts';
import { stablePlaceOf } from '../places/stable-place.ts';
import type { PlaceEntry } from './entries/finding.ts';
import type { Voice } from './voice.ts';

/**
 * The line of a file that a finding points to. Where it is known at which address the scanned files are shown, a file below the
 * folder that was scanned has its own.
 */
export function describePlace(
  finding: Finding,
  filesUrl: string | undefined,
  voice: Voice,
): PlaceEntry | undefined {
  const place = stablePlaceOf(finding);
  if (!place) return undefined;
  const { line } = place;
  const path = place.path.replace(/^(\.\/)+/, '');
  const segments = path.split('/');
  const isBelow = !/^([A-Za-z]:)?\//.test(path) && !segments.includes('..');
  const anchor = line === undefined ? '' : `#L${line}`;
  return {
    path: voice.name(path),
    ...(line === undefined ? {} : { line }),
    ...(filesUrl === undefined || !isBelow
      ? {}
      : { href: `${filesUrl}${segments.map(asSegment).join('/')}${anchor}` }),
  };
}

/** A name within an address; brackets would end the link that it stands in, and a lone surrogate has no encoding. */
const asSegment = (name: string): string =>
  encodeURIComponent(name.replaceAll(/\p{Cs}/gu, '\uFFFD')).replaceAll(
    /[()*'!~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
