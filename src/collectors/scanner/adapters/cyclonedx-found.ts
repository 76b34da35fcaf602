import { severityOfScore } from './severity.ts';
import type { Found } from './adapter.ts';
import {
  aliasesOf,
  partsByRef,
  type Affected,
  type Bom,
  type CyclonedxVulnerability,
  type Rating,
} from './cyclonedx-bom.ts';
import { bomRef, purlOf } from './cyclonedx-ref.ts';
import { decoded, fromPurl } from '../../../syntax/package-url.ts';
import { sameAs } from './vulnerability-aliases.ts';
import { orNull } from './report-shapes.ts';

/** One entry for each vulnerability and each part that it affects. */
export function foundIn(bom: Bom): readonly Found[] {
  const parts = partsByRef(bom);
  return (bom.vulnerabilities ?? []).flatMap((each, place) => {
    const common = {
      id: each.id,
      aliases: sameAs(each.id, aliasesOf(each)),
      severity: ratingOf(each),
      at: `/vulnerabilities/${place}`,
    };
    const writtenFix = writtenFixes(each.recommendation);
    const affects: readonly Affected[] =
      each.affects.length > 0 ? each.affects : [{ ref: '', versions: [] }];
    return affects.map((affected): Found => {
      const part = parts.get(bomRef(affected.ref));
      const purl = purlOf(affected.ref, part);
      const named = fromPurl(purl);
      return {
        ...common,
        package: part?.name || named.name || affected.ref,
        version: part?.version || named.version || affectedVersion(affected),
        purl: orNull(purl),
        fixedIn: orNull(fixOf(affected) || writtenFix(part?.name || named.name)),
      };
    });
  });
}

/** The version that has it, where only one is named. */
function affectedVersion({ versions }: Affected): string {
  const listed = versions.filter(({ status }) => status === '' || status === 'affected');
  return listed.length === 1 ? (listed[0]?.version ?? '') : '';
}

/** A version without it, as it is listed or as where a range without an end begins; `''` where none is. */
function fixOf({ versions }: Affected): string {
  const unaffected = versions.filter(({ status }) => status === 'unaffected');
  const listed = unaffected.find(({ version }) => version !== '')?.version;
  if (listed !== undefined) return listed;
  for (const { range } of unaffected) {
    const from = /^vers:[^/]*\/>=([^|]+)$/.exec(range)?.[1];
    if (from !== undefined) return decoded(from);
  }
  return '';
}

/**
 * The sentence that people read about a version without the flaw, by the name of the package: Trivy writes one for
 * each.
 */
function writtenFixes(recommendation: string): (name: string) => string {
  const byName = new Map<string, string>();
  for (const sentence of recommendation.split('; ')) {
    const name = /^Upgrade (\S+) to version /.exec(sentence)?.[1];
    if (name === undefined) continue;
    byName.set(name, versionIn(sentence));
    byName.set(name.slice(name.lastIndexOf(':') + 1), versionIn(sentence));
  }
  const first = versionIn(recommendation);
  return (name) => byName.get(name) ?? first;
}

/** The first where there are several: `… to version 1.1.2, 3.0.1 or higher.` */
const versionIn = (sentence: string): string =>
  (/\bto version ([^\s,;]+)/.exec(sentence)?.[1] ?? '').replace(/\.$/, '');

const order = ['critical', 'high', 'medium', 'low', 'info', 'none'];

/** The worst rating of the source that reported it; where it has none, the worst of all. */
function ratingOf({ ratings, source }: CyclonedxVulnerability): string {
  const own = ratings.filter((each) => source?.name && each.source?.name === source.name);
  return worstOf(own) || own.find(({ severity }) => severity !== '')?.severity || worstOf(ratings);
}

/** `''` where none of them says anything that is known. */
function worstOf(ratings: readonly Rating[]): string {
  const words = ratings.map(wordOf);
  return order.find((each) => words.includes(each)) ?? '';
}

/** A source that gives a score alone means by it what the score means. */
function wordOf({ severity, score, method }: Rating): string {
  if (severity !== '' || !/^CVSSv[34]/.test(method)) return severity;
  const word = severityOfScore(score ?? Number.NaN);
  return word === 'negligible' ? 'none' : word;
}
