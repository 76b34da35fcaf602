import type { Adapter, Reading, ScanReport } from './adapter.ts';
import { bomSchema, partsOf, toolsOf, type Bom } from './cyclonedx-bom.ts';
import { foundIn } from './cyclonedx-found.ts';
import { bomRef } from './cyclonedx-ref.ts';
import { vexOf } from './cyclonedx-vex.ts';
import { decoded } from '../../../syntax/package-url.ts';
import { digestIn, digestsIn, orNull } from './report-shapes.ts';
import { parseWith } from '../../../core/read-with.ts';

/** Types of parts that a package manager installs. */
const packaged = new Set(['library', 'application', 'framework', 'platform']);

/**
 * CycloneDX in JSON: a bill of materials, with the vulnerabilities of its parts where a scanner wrote it,
 * or a VEX document where each vulnerability carries an analysis.
 *
 * @see https://cyclonedx.org/docs/1.7/json/
 */
export const cyclonedx: Adapter = {
  title: 'CycloneDX',
  recognises: ({ bomFormat }) => bomFormat === 'CycloneDX',
  read(document): Reading {
    const bom = parseWith(bomSchema, document);
    const analysed = (bom.vulnerabilities ?? []).some(({ analysis }) => analysis?.state);
    const says = (bom.vulnerabilities ?? []).some(({ analysis }) => !analysis?.state);
    const isVexAlone = analysed && !says && bom.components.length === 0;
    return { scans: isVexAlone ? [] : [scanOf(bom)], vex: analysed ? [vexOf(bom)] : [] };
  },
};

function scanOf(bom: Bom): ScanReport {
  const tool = toolsOf(bom)[0];
  const subject = bom.metadata?.component;
  // Builders write an empty list where nobody looked: it is no scan that found nothing.
  const found = bom.vulnerabilities?.length ? foundIn(bom) : null;
  const property = (name: string): readonly string[] =>
    (subject?.properties ?? []).flatMap((each) => (each.name === name ? [each.value] : []));
  return {
    scanner: { name: tool?.name || 'CycloneDX', version: tool?.version ?? '' },
    format: 'cyclonedx',
    image: {
      references: [subject?.name ?? '', ...property('aquasecurity:trivy:RepoTag')].filter(Boolean),
      digests: digestsIn([
        subject?.version ?? '',
        decoded(subject?.purl ?? ''),
        ...property('aquasecurity:trivy:RepoDigest'),
      ]),
      id: digestIn(property('aquasecurity:trivy:ImageID')[0] ?? ''),
    },
    scannedAt: bom.metadata?.timestamp ?? null,
    databaseAt: null,
    found,
    // Trivy has a word for each that has a fix; of another that has none for any, nothing is known.
    ...(found === null || found.some(({ fixedIn }) => fixedIn) || /trivy/i.test(tool?.name ?? '')
      ? {}
      : { tellsFixes: false }),
    ...(listsAnalysedAlone(bom) ? { shortcomings: ['analysed-alone' as const] } : {}),
    suppressed: [],
    packages: partsOf(bom)
      .filter(({ type }) => packaged.has(type))
      .map(({ name, version, purl }) => ({ name, version, purl: orNull(purl) })),
  };
}

/** Whether it has nothing but vulnerabilities that somebody analysed and the parts that they are about, as VEX has. */
function listsAnalysedAlone(bom: Bom): boolean {
  const listed = bom.vulnerabilities ?? [];
  const states = listed.map(({ analysis }) => analysis?.state ?? '');
  // Some scanners write of each that they find that it waits to be looked at: that is a word of nobody.
  if (states.includes('') || states.every((state) => state === 'in_triage')) return false;
  const about = new Set(listed.flatMap(({ affects }) => affects.map(({ ref }) => bomRef(ref))));
  return partsOf(bom).every((part) => about.has(part['bom-ref']));
}
