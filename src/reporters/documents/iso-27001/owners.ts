import { groupBy } from '../../../syntax/group-by.ts';
import { lines, linkTo, quiet, type Content } from '../../document/blocks/content.ts';
import type { WaiverEntry } from '../../model/entries/accepted.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';

/** Waivers by the anchor of the control whose failures they accept. */
export type WaiversByControl = ReadonlyMap<string, readonly WaiverEntry[]>;

/** Waivers that one row names. */
const shownWaivers = 2;

/** The waivers that accept something, by their control. */
export const waiversByControl = ({ waivers }: Report): WaiversByControl =>
  groupBy(
    waivers.filter(({ accepts }) => accepts > 0),
    ({ controlAnchor = '' }) => controlAnchor,
  );

/** Who answers for a control of Annex A and when it is looked at again; empty where nobody is known. */
export function ownersOf(entry: RequirementEntry, byControl: WaiversByControl, say: Say): Content {
  const { attestation, statement, controls } = entry;
  const waivers = controls
    .filter(({ decides, live }) => decides && live)
    .flatMap(({ anchor }) => byControl.get(anchor) ?? []);
  const more = waivers.length - shownWaivers;
  const all: readonly Content[] = [
    ...(attestation ? [attestation.person, quiet(attestation.review ?? attestation.period)] : []),
    ...(statement && !statement.conflict
      ? [statement.owner, quiet(say('soa.until', { day: statement.until }))]
      : []),
    ...waivers
      .slice(0, shownWaivers)
      .flatMap(({ anchor, number, owner, period }): readonly Content[] => [
        [`${owner} `, quiet([linkTo(anchor, say('finding.waiver', { number }))])],
        quiet(period),
      ]),
    ...(more > 0 ? [quiet(say('soa.more-owners', { count: more }))] : []),
  ];
  return all.length > 0 ? lines(all) : '';
}
