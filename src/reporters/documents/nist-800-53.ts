import { byRequirement } from '../document/by-requirement.ts';
import type { DocumentDefinition } from '../document/document.ts';
import { paragraph, section, wide } from '../document/blocks/blocks.ts';
import { lines, quiet } from '../document/blocks/content.ts';
import { numberEvidence, referrer } from '../document/selections/evidence-numbers.ts';
import { matrixByHead, tablesByHead } from '../document/parts/by-head.ts';
import { reasonOf } from '../document/parts/reason.ts';
import { resultSection } from '../document/parts/result.ts';
import { assessmentSection } from './nist/assessment-section.ts';
import { methodsOf, objectKinds, recommendationsOf } from './nist/methods.ts';
import { baselinesOf, baselinesPart } from './nist/baselines.ts';
import { determinationColumns, determined } from './nist/determination.ts';
import { statementLines, unprintedStatements } from './nist/statements.ts';

/** By the findings of SP 800-53A: satisfied or other than satisfied, by family, by baseline and by control. */
export const nist80053 = {
  id: 'nist-800-53',
  title: { en: 'NIST SP 800-53 determinations', zh: 'NIST SP 800-53 判定报告' },
  build: (report, say) => {
    const evidence = numberEvidence(report);
    const refer = referrer(evidence);
    const kindsOf = objectKinds(report);
    const figures = resultSection(report, say);
    const result = {
      ...figures,
      blocks: [
        matrixByHead(report, say('nist.families'), determinationColumns(say), say),
        paragraph(quiet(say('nist.layer'))),
        baselinesPart(report, say),
        ...figures.blocks,
      ],
    };
    const determinations = [
      paragraph(quiet(say('nist.statements-note'))),
      ...tablesByHead(
        report,
        [
          wide(say('requirement.title'), 1),
          wide(say('nist.determination'), 0.9),
          wide(say('nist.methods'), 0.8),
          wide(say('nist.basis'), 1.9),
        ],
        (entry) => [
          lines([
            determined(entry, say),
            quiet(baselinesOf(entry, say)),
            ...statementLines(entry, say),
          ]),
          methodsOf(entry, kindsOf, say),
          lines([reasonOf(entry, refer, say), ...recommendationsOf(entry, say)]),
        ],
      ),
    ];
    const requirements = section('requirements', say('nist.determinations'), determinations, {
      printed: [...determinations, ...unprintedStatements(report, say)],
    });
    return {
      title: say('nist.title-53'),
      sections: byRequirement(
        report,
        { evidence, particulars: [assessmentSection(report, say)], result, requirements },
        say,
      ),
    };
  },
} as const satisfies DocumentDefinition;
