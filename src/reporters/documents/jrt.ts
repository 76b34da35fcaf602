import { annex } from '../document/blocks/blocks.ts';
import type { DocumentDefinition } from '../document/document.ts';
import { numberEvidence, referrer } from '../document/selections/evidence-numbers.ts';
import { numberExamined } from '../document/selections/examined.ts';
import { itemTree } from '../document/selections/item-tree.ts';
import { acceptedSection } from '../document/parts/accepted.ts';
import { failedSection } from '../document/parts/failed.ts';
import { needsSection } from '../document/parts/needs.ts';
import { problemReferrer, problemsSection } from '../document/parts/problems.ts';
import { readingSection } from '../document/parts/registers.ts';
import { scopeSection } from '../document/parts/scope.ts';
import { summarySection } from '../document/parts/summary.ts';
import { unseenSection } from '../document/parts/unseen.ts';
import { verifySection } from '../document/parts/verify.ts';
import { listProblems } from '../document/selections/problems.ts';
import { jrtConclusion } from './jrt/conclusion.ts';
import { jrtExaminedSection } from './jrt/examined.ts';
import { chaptersSection } from './jrt/items.ts';
import { jrtParticularsSection } from './jrt/particulars.ts';
import { jrtResultSection } from './jrt/matrix.ts';
import { inventorySection } from '../document/parts/inventory.ts';

/** For those who examine payment facilities by JR/T 0122 and 0123 or GB/T 41460 and 41463: chapter by chapter, with problems and advice. */
export const jrt = {
  id: 'jrt',
  title: { en: 'Evidence for a test of payment facilities', zh: '支付业务设施检测证据报告' },
  terms: { zh: { 评估目标: '检测对象', 被评估: '被检测', 评估: '检测' } },
  build: (report, say) => {
    const evidence = numberEvidence(report);
    const inventory = numberExamined(report);
    const problems = listProblems(report);
    const tree = itemTree(report);
    const refer = referrer(evidence);
    const terms = {
      title: say('jrt.problems'),
      items: say('jrt.items-concerned'),
      examined: say('jrt.objects-concerned'),
      advice: say('jrt.advice'),
    };
    return {
      title: say('jrt.title'),
      sections: [
        summarySection(report, say),
        ...failedSection(report, say),
        problemsSection(problems, inventory, refer, terms, say),
        unseenSection(report, say),
        acceptedSection(report, say),
        needsSection(report, say),
        jrtConclusion(say),
        ...annex(
          scopeSection(report, say),
          jrtParticularsSection(report, say),
          jrtResultSection(report, tree, say),
          chaptersSection(tree, refer, problemReferrer(problems, say), say),
          jrtExaminedSection(inventory, say),
          inventorySection(report, evidence, say),
          ...verifySection(report, say),
          readingSection(report, say),
        ),
      ],
    };
  },
} as const satisfies DocumentDefinition;
