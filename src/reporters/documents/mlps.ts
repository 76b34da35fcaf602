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
import { judgeItems } from '../document/selections/single-results.ts';
import { mlpsConclusion } from './mlps/conclusion.ts';
import { examinedSection } from './mlps/examined.ts';
import { itemsSection } from './mlps/items.ts';
import { isOf2019, templateOf } from './mlps/edition.ts';
import { majorRisksSection } from './mlps/major-risks.ts';
import { overallSection } from './mlps/overall.ts';
import { particularsSection } from './mlps/particulars.ts';
import { risksSection } from './mlps/risks.ts';
import { unitsSection } from './mlps/units-section.ts';
import { mlpsResultSection } from './mlps/matrix.ts';
import { inventorySection } from '../document/parts/inventory.ts';

/** For an assessor of 等保: a result for each item and each thing assessed, by class and control point. */
export const mlps = {
  id: 'mlps',
  title: { en: 'Evidence for a graded assessment (等级测评)', zh: '等级测评证据报告' },
  terms: {
    zh: {
      评估目标: '测评对象',
      被评估系统: '定级对象',
      被评估机构: '被测单位',
      被评估单位: '被测单位',
      评估: '测评',
    },
  },
  build: (report, say) => {
    const evidence = numberEvidence(report);
    const inventory = numberExamined(report);
    const problems = listProblems(report);
    const tree = itemTree(report);
    const judge = judgeItems(report, inventory);
    const results = new Map(report.requirements.map((item) => [item, judge(item)]));
    const refer = referrer(evidence);
    const toProblem = problemReferrer(problems, say);
    const terms = {
      title: say('mlps.problems'),
      items: say('mlps.items-concerned'),
      examined: say('mlps.objects-concerned'),
      advice: say('mlps.advice'),
    };
    return {
      title: say('mlps.title'),
      sections: [
        summarySection(report, say),
        ...failedSection(report, say),
        problemsSection(problems, inventory, refer, terms, say),
        unseenSection(report, say),
        acceptedSection(report, say),
        needsSection(report, say),
        mlpsConclusion(report, say),
        ...annex(
          scopeSection(report, say),
          particularsSection(report, say),
          mlpsResultSection(report, tree, results, say),
          itemsSection(report, tree, results, (to) => [...refer(to), ...toProblem(to)], say),
          unitsSection(tree, results, say),
          overallSection(tree, problems, say),
          risksSection(problems, say),
          ...(isOf2019(report) && templateOf(report) === '2025'
            ? [majorRisksSection(problems, say)]
            : []),
          examinedSection(inventory, results, say),
          inventorySection(report, evidence, say),
          ...verifySection(report, say),
          readingSection(report, say),
        ),
      ],
    };
  },
} as const satisfies DocumentDefinition;
