import type { VexDocument } from './adapter.ts';
import {
  aliasesOf,
  partsByRef,
  toolsOf,
  type Affected,
  type Bom,
  type Component,
} from './cyclonedx-bom.ts';
import { bomRef, purlOf } from './cyclonedx-ref.ts';
import { decoded, fromPurl, withVersion } from '../../../syntax/package-url.ts';
import { digestIn } from './report-shapes.ts';

type Status = VexDocument['statements'][number]['status'];

const states: Readonly<Record<string, Status>> = {
  not_affected: 'not-affected',
  false_positive: 'not-affected',
  resolved: 'fixed',
  resolved_with_pedigree: 'fixed',
  exploitable: 'affected',
  in_triage: 'under-investigation',
};

/** What the document says of vulnerabilities that were analysed. */
export function vexOf(bom: Bom): VexDocument {
  const parts = partsByRef(bom);
  const about = bom.metadata;
  return {
    format: 'cyclonedx',
    author: authorOf(bom),
    statements: (bom.vulnerabilities ?? []).flatMap((each, place) => {
      const state = each.analysis?.state ?? '';
      const status = Object.hasOwn(states, state) ? states[state] : undefined;
      if (status === undefined) return [];
      const products = each.affects.flatMap((affected) =>
        idsOf(affected, parts.get(bomRef(affected.ref)), status),
      );
      return [
        {
          vulnerability: each.id,
          aliases: aliasesOf(each),
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

/** The names that can identify a part elsewhere. */
function idsOf(affected: Affected, part: Component | undefined, status: Status): readonly string[] {
  const digest = digestIn(part?.version ?? '') ?? digestIn(decoded(affected.ref));
  const purl = withVersion(purlOf(affected.ref, part), part?.version ?? '');
  const purls =
    status === 'affected' || status === 'under-investigation' ? [purl] : held(purl, affected);
  return [...purls, digest ?? ''].filter(Boolean);
}

/**
 * What sets a vulnerability aside holds for the versions that are listed as free of it: a package URL without a
 * version would mean all of them. A range is of versions that nobody here can compare, so that it names none.
 */
function held(purl: string, { versions }: Affected): readonly string[] {
  if (versions.length === 0 || fromPurl(purl).version !== '') return [purl];
  return versions
    .filter(({ version, status }) => version !== '' && status === 'unaffected')
    .map(({ version }) => withVersion(purl, version));
}
