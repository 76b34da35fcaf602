import type { RequirementStatus } from '../../core/frameworks/rollup.ts';
import type { Look } from '../model/entries/count.ts';
import type { Section } from '../document/blocks/block.ts';
import { annex } from '../document/blocks/blocks.ts';
import type { DocumentDefinition } from '../document/document.ts';
import { acceptedSection } from '../document/parts/accepted.ts';
import { failedSection } from '../document/parts/failed.ts';
import { failuresSection } from '../document/parts/failures.ts';
import { matrixByHead } from '../document/parts/by-head.ts';
import { headsOf } from '../document/parts/heads.ts';
import { needsSection } from '../document/parts/needs.ts';
import { controlsSection, readingSection, subjectsSection } from '../document/parts/registers.ts';
import { requirementsSection } from '../document/parts/requirements.ts';
import { resultSection } from '../document/parts/result.ts';
import { scopeSection } from '../document/parts/scope.ts';
import { summarySection } from '../document/parts/summary.ts';
import { unseenSection } from '../document/parts/unseen.ts';
import { verifySection } from '../document/parts/verify.ts';
import type { RequirementEntry } from '../model/entries/requirement.ts';
import type { Report } from '../model/report.ts';
import type { Say } from '../locale/translate.ts';
import type { MessageId } from '../words/messages.ts';

/** For a framework without a document of its own: in the order of a reader's questions. */
export const general = {
  id: 'general',
  title: { en: 'Evidence report', zh: '证据报告' },
  build: (report, say) => ({
    sections: [
      summarySection(report, say),
      ...failedSection(report, say),
      unseenSection(report, say),
      acceptedSection(report, say),
      needsSection(report, say),
      ...annex(
        scopeSection(report, say),
        generalResult(report, say),
        ...requirementsSection(report, say),
        failuresSection(report, say),
        controlsSection(report, say),
        subjectsSection(report, say),
        ...verifySection(report, say),
        readingSection(report, say),
      ),
    ],
  }),
} as const satisfies DocumentDefinition;

const parts = [
  ['requirement.not-satisfied', 'bad', ['not-satisfied']],
  ['requirement.undetermined', 'doubt', ['undetermined']],
  [
    'general.in-part',
    'conditional',
    [
      'accepted-with-waiver',
      'accepted-with-compensating-control',
      'weakened',
      'supported',
      'context-only',
      'attested',
    ],
  ],
  ['requirement.satisfied', 'good', ['satisfied']],
  ['requirement.not-assessed', 'plain', ['not-tested', 'not-assessed']],
  ['requirement.not-applicable', 'none', ['not-applicable']],
] as const satisfies readonly (readonly [MessageId, Look, readonly RequirementStatus[]])[];

/** The figures, and before them a bar for each part of the framework, where it has several and one holds more than itself. */
function generalResult(report: Report, say: Say): Section {
  const result = resultSection(report, say);
  const heads = headsOf(report);
  if (heads.length < 2 || heads.every(({ below }) => below.length < 2)) return result;
  const columns = parts.map(([id, look, statuses]) => ({
    label: say(id),
    look,
    counts: ({ status }: RequirementEntry) => statuses.some((each) => each === status),
  }));
  const matrix = matrixByHead(report, say('result.by-part'), columns, say);
  return { ...result, blocks: [matrix, ...result.blocks] };
}
