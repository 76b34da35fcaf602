import { severityOfScore } from '../severity.ts';
import type { Found } from './adapter.ts';
import { fromPurl } from './package-url.ts';
import type { SarifResult, SarifRule } from './sarif-run.ts';
import { orNull } from './shapes.ts';

/** A vulnerability that a result tells of, out of texts that are written for people. */
export function describe(
  id: string,
  { message, level }: SarifResult,
  about: SarifRule | undefined,
  at: string,
): Found {
  const said = `${message.text}\n${about?.help ?? ''}`;
  const properties = about?.properties;
  const purl = lineOf(said, /^pkg:/, 'Package') || (properties?.purls[0] ?? properties?.purl ?? '');
  const named = fromPurl(purl);
  const clair = ofClair(message.text);
  const snyk = ofSnyk(about);
  const fixed = fixIn(said) || (properties?.fixed_version ?? '');
  return {
    id: idIn(id),
    aliases: snyk.aliases,
    package: named.name || lineOf(said, undefined, 'Package') || clair.name || snyk.name,
    version:
      named.version ||
      lineOf(said, undefined, 'Installed Version', 'Version') ||
      clair.version ||
      snyk.version,
    purl: purl.startsWith('pkg:') ? purl : null,
    fixedIn: /^not fixed$/i.test(fixed) ? null : orNull(fixed),
    severity:
      lineOf(said, undefined, 'Severity') ||
      (properties?.cvssV3_severity ?? '') ||
      clair.severity ||
      snyk.severity ||
      scored(about) ||
      level ||
      (about?.defaultConfiguration?.level ?? ''),
    at,
  };
}

const fixNames = ['Fixed Version', 'Fix Version', 'Fixed version'];

const fixIn = (said: string): string => lineOf(said, undefined, ...fixNames);

/** Whether a result has a place for the version that mends it, be it empty. */
export const tellsFix = ({ message }: SarifResult, about: SarifRule | undefined): boolean =>
  (about?.properties?.fixed_version ?? '') !== '' ||
  `${message.text}\n${about?.help ?? ''}`
    .split('\n')
    .some((line) => fixNames.some((name) => line.trimStart().startsWith(`${name}:`)));

/** The id in that of a rule: some write the package behind it, some the severity before it. */
const idIn = (rule: string): string =>
  /CVE-\d{4}-\d{4,}|GHSA(?:-[0-9a-z]{4}){3}/i.exec(rule)?.[0] ?? rule.replace(/^\[\w+\] /, '');

/** `''` where there is no number that is a score: an empty text is none, and not zero. */
function scored(about: SarifRule | undefined): string {
  const written = String(about?.properties?.['security-severity'] ?? '').trim();
  const severity = severityOfScore(written === '' ? Number.NaN : Number(written));
  return severity === 'unrated' ? '' : severity;
}

/**
 * Of the action of Clair every result has the level of an error: how bad it is stands in the message alone,
 * `[zlib1g - 1.2.13 - High] …`.
 */
function ofClair(message: string): Record<'name' | 'version' | 'severity', string> {
  const [, name = '', version = '', severity = ''] =
    /^\[([^\s\]]+) - ([^\s\]]*) - (\w+)\] /.exec(message) ?? [];
  return { name, version, severity };
}

/**
 * Snyk has one level for what is high and what is critical, and tells the two apart in a description alone,
 * `Critical severity - …`. The ids of others stand in another, `(CVE-2026-0001) zlib@1.2.13`; where there
 * are several, none of them is the same as all.
 */
function ofSnyk(about: SarifRule | undefined): Pick<Found, 'aliases' | 'version' | 'severity'> & {
  readonly name: string;
} {
  const severity = /^(\w+) severity - /.exec(about?.shortDescription ?? '')?.[1] ?? '';
  const [, ids = '', part = ''] = /^\(([^)]*)\) (\S+)$/.exec(about?.fullDescription ?? '') ?? [];
  const at = part.lastIndexOf('@');
  const aliases = ids.split(', ').filter((id) => id.startsWith('CVE-'));
  return {
    severity,
    aliases: aliases.length === 1 ? aliases : [],
    name: at > 0 ? part.slice(0, at) : '',
    version: at > 0 ? part.slice(at + 1) : '',
  };
}

/** What stands behind one of the names on a line of its own, `Severity: HIGH`; `''` when none is there. */
function lineOf(said: string, shape: RegExp | undefined, ...names: readonly string[]): string {
  for (const line of said.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const value = line.slice(colon + 1).trim();
    if (names.includes(line.slice(0, colon).trim()) && (!shape || shape.test(value))) return value;
  }
  return '';
}
