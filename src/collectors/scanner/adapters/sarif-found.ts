import { severityOfScore, worstWord } from './severity.ts';
import type { Found } from './adapter.ts';
import { fromPurl } from '../../../syntax/package-url.ts';
import type { SarifResult, SarifRule } from './sarif-run.ts';
import { fixNames, textFieldsIn, valuesOf } from './sarif-text-fields.ts';
import { orNull } from './report-shapes.ts';

/** A vulnerability that a result tells of, out of texts that are written for people. */
export function describe(
  id: string,
  { message, level }: SarifResult,
  about: SarifRule | undefined,
  at: string,
): Found {
  const textFields = textFieldsIn(message.text);
  const help = about?.help ?? new Map<string, never>();
  /** The message is about this very result, the help about its kind. */
  const said = (...names: readonly string[]): readonly string[] => [
    ...valuesOf(textFields, ...names),
    ...valuesOf(help, ...names),
  ];
  const properties = about?.properties;
  const listed = properties?.purls[0] ?? properties?.purl ?? '';
  const purl = said('Package').find((each) => each.startsWith('pkg:')) ?? listed;
  const named = fromPurl(purl);
  const clair = ofClair(message.text);
  const snyk = ofSnyk(about);
  // The help tells of one package that has it, where several share a rule.
  const fixes = fixNames.some((name) => textFields.has(name)) ? textFields : help;
  const fixed = valuesOf(fixes, ...fixNames).find(Boolean) ?? properties?.fixed_version ?? '';
  return {
    id: idIn(id),
    aliases: snyk.aliases,
    package: named.name || (said('Package')[0] ?? '') || clair.name || snyk.name,
    version:
      named.version ||
      (said('Installed Version', 'Version')[0] ?? '') ||
      clair.version ||
      snyk.version,
    purl: purl.startsWith('pkg:') ? purl : null,
    fixedIn: /^not fixed$/i.test(fixed) ? null : orNull(fixed),
    severity:
      // A name in an image may have lines of its own, so that one of several may be theirs.
      worstWord(valuesOf(textFields, 'Severity')) ||
      (valuesOf(help, 'Severity')[0] ?? '') ||
      (properties?.cvssV3_severity ?? '') ||
      clair.severity ||
      snyk.severity ||
      scored(about) ||
      level ||
      (about?.defaultConfiguration?.level ?? ''),
    at,
  };
}

/** Whether a result has a place for the version that fixes it, be it empty. */
export const tellsFix = ({ message }: SarifResult, about: SarifRule | undefined): boolean =>
  (about?.properties?.fixed_version ?? '') !== '' ||
  [textFieldsIn(message.text), about?.help].some(
    (textFields) => textFields !== undefined && fixNames.some((name) => textFields.has(name)),
  );

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
  const [head = '', name = '', version = ''] =
    /^\[([^\s\]]+) - ([^\s\]]*) - \w+\] /.exec(message) ?? [];
  // A name may have the like of it in itself.
  const words = head === '' ? [] : [...message.matchAll(/ - (\w+)\] /g)];
  return { name, version, severity: worstWord(words.map(([, word = '']) => word)) };
}

/**
 * Snyk has one level for what is high and what is critical, and tells the two apart in a description alone,
 * `Critical severity - …`. The ids of others stand in another, `(CVE-2026-0001) zlib@1.2.13`; where there
 * are several, none of them is the same as all.
 */
function ofSnyk(about: SarifRule | undefined): Pick<Found, 'aliases' | 'version' | 'severity'> & {
  readonly name: string;
} {
  const severity = /^(\w{1,20}) severity - /.exec(about?.shortDescription ?? '')?.[1] ?? '';
  const full = about?.fullDescription ?? '';
  const [, ids = '', part = ''] = (full.length < 2_000 && /^\(([^)]*)\) (\S+)$/.exec(full)) || [];
  const at = part.lastIndexOf('@');
  const aliases = ids.split(', ').filter((id) => id.startsWith('CVE-'));
  return {
    severity,
    aliases: aliases.length === 1 ? aliases : [],
    name: at > 0 ? part.slice(0, at) : '',
    version: at > 0 ? part.slice(at + 1) : '',
  };
}
