import { z } from 'zod';
import { severityOfScore } from '../severity.ts';
import type { Adapter, Found, Reading, ScanReport, VexDocument } from './adapter.ts';
import { digestIn, digestsIn, listOf, optionalInstant, optionalText, orNull } from './shapes.ts';

const component = z.object({
  'bom-ref': optionalText,
  type: optionalText,
  name: optionalText,
  version: optionalText,
  purl: optionalText,
  hashes: listOf(z.object({ content: optionalText })),
  properties: listOf(z.object({ name: optionalText, value: optionalText })),
});

const named = z.object({ name: optionalText, version: optionalText, vendor: optionalText });

const vulnerability = z.object({
  id: z.string().min(1),
  references: listOf(z.object({ id: optionalText })),
  source: z.object({ name: optionalText }).nullish(),
  ratings: listOf(
    z.object({
      source: z.object({ name: optionalText }).nullish(),
      severity: optionalText,
      score: z.number().nullish(),
      method: optionalText,
    }),
  ),
  recommendation: optionalText,
  affects: listOf(
    z.object({
      ref: z.string(),
      versions: listOf(z.object({ version: optionalText, status: optionalText })),
    }),
  ),
  analysis: z
    .object({
      state: optionalText,
      justification: optionalText,
      detail: optionalText,
      lastUpdated: optionalInstant,
    })
    .nullish(),
});

const bomSchema = z.object({
  bomFormat: z.literal('CycloneDX'),
  metadata: z
    .object({
      timestamp: optionalInstant,
      tools: z
        .union([z.array(named), z.object({ components: listOf(named), services: listOf(named) })])
        .nullish(),
      component: component.nullish(),
      authors: listOf(named.extend({ email: optionalText })),
      supplier: named.nullish(),
      manufacturer: named.nullish(),
      // Up to version 1.5 it was spelt like this.
      manufacture: named.nullish(),
    })
    .nullish(),
  components: listOf(component),
  vulnerabilities: z.array(vulnerability).nullish(),
});

type Bom = z.output<typeof bomSchema>;
type Component = z.output<typeof component>;

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
    const bom = bomSchema.parse(document);
    const analysed = (bom.vulnerabilities ?? []).some(({ analysis }) => analysis?.state);
    const says = (bom.vulnerabilities ?? []).some(({ analysis }) => !analysis?.state);
    const isVexAlone = analysed && !says && bom.components.length === 0;
    return { scans: isVexAlone ? [] : [scanOf(bom)], vex: analysed ? [vexOf(bom)] : [] };
  },
};

function scanOf(bom: Bom): ScanReport {
  const tool = toolsOf(bom)[0];
  const subject = bom.metadata?.component;
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
    // Builders write an empty list where nobody looked: it is no scan that found nothing.
    found: bom.vulnerabilities?.length ? foundIn(bom) : null,
    suppressed: [],
    packages: bom.components
      .filter(({ type }) => type === 'library' || type === 'application')
      .map(({ name, version, purl }) => ({ name, version, purl: orNull(purl) })),
  };
}

/** The programs that wrote the document. */
function toolsOf({ metadata }: Bom): readonly z.output<typeof named>[] {
  const tools = metadata?.tools;
  if (Array.isArray(tools)) return tools;
  return [...(tools?.components ?? []), ...(tools?.services ?? [])];
}

/** Who stands behind what the document says, people before programs; `''` when it names nobody. */
function authorOf(bom: Bom): string {
  const { supplier, manufacturer, manufacture, authors = [] } = bom.metadata ?? {};
  const names = [
    ...[supplier, manufacturer, manufacture, ...authors].map((each) => each?.name),
    ...authors.map(({ email }) => email),
    ...toolsOf(bom).map(({ name }) => name),
  ];
  return names.find((name) => name !== undefined && name.trim() !== '') ?? '';
}

/** One entry for each vulnerability and each part that it affects. */
function foundIn(bom: Bom): readonly Found[] {
  const parts = new Map<string, Component>(bom.components.map((part) => [part['bom-ref'], part]));
  return (bom.vulnerabilities ?? []).flatMap((each, place) => {
    const common = {
      id: each.id,
      aliases: each.references.map(({ id }) => id).filter((id) => id !== '' && id !== each.id),
      severity: ratingOf(each),
      at: `/vulnerabilities/${place}`,
    };
    const affects = each.affects.length > 0 ? each.affects : [{ ref: '', versions: [] }];
    return affects.map(({ ref, versions }): Found => {
      const part = parts.get(ref);
      const fixed = versions.find(({ status }) => status === 'unaffected')?.version ?? '';
      return {
        ...common,
        package: part?.name ?? ref,
        version: part?.version ?? '',
        purl: orNull(part?.purl ?? (ref.startsWith('pkg:') ? ref : '')),
        fixedIn: orNull(fixed || (/\bto version (\S+)$/.exec(each.recommendation)?.[1] ?? '')),
      };
    });
  });
}

const order = ['critical', 'high', 'medium', 'low', 'info', 'none'];

/** The rating of the source that reported it; else the worst of all. */
function ratingOf({ ratings, source }: z.output<typeof vulnerability>): string {
  const own = ratings.find((rating) => source?.name && rating.source?.name === source.name);
  if (own && own.severity !== '') return own.severity;
  const word = order.find((each) => ratings.some(({ severity }) => severity === each));
  if (word !== undefined) return word;
  const scores = ratings.flatMap(({ score, method }) =>
    typeof score === 'number' && /^CVSSv[34]/.test(method) ? [score] : [],
  );
  return scores.length === 0 ? '' : severityOfScore(Math.max(...scores));
}

const states: Readonly<Record<string, VexDocument['statements'][number]['status']>> = {
  not_affected: 'not-affected',
  false_positive: 'not-affected',
  resolved: 'fixed',
  resolved_with_pedigree: 'fixed',
  exploitable: 'affected',
  in_triage: 'under-investigation',
};

function vexOf(bom: Bom): VexDocument {
  const parts = new Map<string, Component>(
    [bom.metadata?.component, ...bom.components].flatMap((part) =>
      part ? [[part['bom-ref'], part] as const] : [],
    ),
  );
  const about = bom.metadata;
  return {
    format: 'cyclonedx',
    author: authorOf(bom),
    statements: (bom.vulnerabilities ?? []).flatMap((each, place) => {
      const status = states[each.analysis?.state ?? ''];
      if (status === undefined || !Object.hasOwn(states, each.analysis?.state ?? '')) return [];
      const products = each.affects.flatMap(({ ref }) => idsOf(ref, parts.get(bomRef(ref))));
      return [
        {
          vulnerability: each.id,
          aliases: each.references.map(({ id }) => id).filter((id) => id !== '' && id !== each.id),
          products: [...new Set(products)],
          subcomponents: [],
          status,
          justification: [each.analysis?.justification, each.analysis?.detail]
            .filter(Boolean)
            .join(': '),
          saidAt: each.analysis?.lastUpdated ?? about?.timestamp ?? null,
          at: `/vulnerabilities/${place}`,
        },
      ];
    }),
  };
}

/** The reference behind a link into another document, `urn:cdx:SERIAL/VERSION#REF`. */
const bomRef = (ref: string): string =>
  ref.startsWith('urn:cdx:') && ref.includes('#') ? decoded(ref.slice(ref.indexOf('#') + 1)) : ref;

/** By what a part can be known elsewhere. */
function idsOf(ref: string, part: Component | undefined): readonly string[] {
  const digest = digestIn(part?.version ?? '') ?? digestIn(decoded(ref));
  const purl = part?.purl || (bomRef(ref).startsWith('pkg:') ? bomRef(ref) : '');
  return [purl, digest ?? ''].filter(Boolean);
}

/** Percent signs resolved; what is no such spelling stays as it is. */
function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
