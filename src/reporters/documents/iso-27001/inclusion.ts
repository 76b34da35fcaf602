import { quiet, type Content } from '../../document/blocks/content.ts';
import type { Say } from '../../locale/translate.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Report } from '../../model/report.ts';
import { blank } from '../forms/blank.ts';

const grounds = ['risk', 'law', 'contract', 'business'] as const;

/** Why a control of Annex A is included, as the configuration says; an empty field where it says nothing. */
export function inclusionOf(
  { id }: RequirementEntry,
  { papers }: Report,
  say: Say,
): readonly Content[] {
  const said = (papers.iso27001?.inclusion ?? []).filter(({ controls }) =>
    controls.some((each) => id === each || id.startsWith(`${each}.`)),
  );
  const reasons = said.flatMap((each) =>
    grounds.flatMap((ground) => {
      const reference = each[ground];
      return reference === undefined ? [] : [say(`soa.because-${ground}`, { reference })];
    }),
  );
  return reasons.length > 0 ? reasons.map(quiet) : [blank('isms-owner', say)];
}
