import type { Edition } from '../../core/frameworks/framework.ts';
import { text, type Text } from '../../core/text.ts';
import type { FrameworkHead } from '../heads/framework-head.ts';

/** Editions that came after one that is built in: name, and what came after. */
const known: Readonly<Record<string, { readonly name: string; readonly supersededBy?: string }>> = {
  'cis-docker-1.7.0': { name: 'CIS Docker 1.7.0', supersededBy: 'cis-docker-1.8.0' },
  'cis-docker-1.8.0': { name: 'CIS Docker 1.8.0' },
  'gbt-22239-2019': { name: 'GB/T 22239-2019' },
  'iso-27001-2022': { name: 'ISO/IEC 27001:2022' },
  'jrt-0122-2018': { name: 'JR/T 0122-2018' },
  'jrt-0123-2018': { name: 'JR/T 0123-2018' },
  'pci-dss-3.2': { name: 'PCI DSS 3.2', supersededBy: 'pci-dss-3.2.1' },
  'pci-dss-3.2.1': { name: 'PCI DSS 3.2.1', supersededBy: 'pci-dss-4.0' },
  'pci-dss-4.0': { name: 'PCI DSS 4.0', supersededBy: 'pci-dss-4.0.1' },
  'pci-dss-4.0.1': { name: 'PCI DSS 4.0.1' },
};

/** The ids of the editions that came after one, next first, as far as they are known. */
function successorsOf(edition: Edition): readonly string[] {
  const ids: string[] = [];
  let next = edition.supersededBy;
  while (next !== undefined) {
    ids.push(next);
    next = known[next]?.supersededBy;
  }
  return ids;
}

/** The id of the edition in force that takes the place of a retired one; `undefined` when it is in force itself. */
export const editionToUse = ({ edition }: FrameworkHead): string | undefined =>
  edition.status === 'in-force' ? undefined : successorsOf(edition).at(-1);

/** What to say of an edition that is no longer in force, and which one to use; `undefined` when it is in force. */
export function retirementOf({ title, edition }: FrameworkHead): Text | undefined {
  if (edition.status === 'in-force') return undefined;
  const successors = successorsOf(edition);
  const next = successors.at(0);
  const last = successors.at(-1);
  const when = edition.retiredOn;
  const said = text(
    `${title.en} ${when === undefined ? 'is no longer in force' : `was retired on ${when}`}`,
    `《${title.zh}》${when === undefined ? '已不再有效' : `已于 ${when} 废止`}`,
  );
  if (next === undefined || last === undefined) return text(`${said.en}.`, `${said.zh}。`);
  const nameOf = (id: string): string => known[id]?.name ?? id;
  const inForce =
    next === last
      ? text('', '')
      : text(`, and ${nameOf(last)} is the edition in force`, `，现行版本为 ${nameOf(last)}`);
  return text(
    `${said.en}: ${nameOf(next)} replaced it${inForce.en}. Use ${last} instead.`,
    `${said.zh}，由 ${nameOf(next)} 取代${inForce.zh}。请改用 ${last}。`,
  );
}
