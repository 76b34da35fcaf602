import { groupBy } from '../../syntax/group-by.ts';
import type { DocumentDefinition } from '../document/document.ts';
import type { Section } from '../document/blocks/block.ts';
import { annex, paragraph, section } from '../document/blocks/blocks.ts';
import { acceptedSection } from '../document/parts/accepted.ts';
import { needsSection } from '../document/parts/needs.ts';
import { controlsSection, readingSection, subjectsSection } from '../document/parts/registers.ts';
import { requirementsSection } from '../document/parts/requirements.ts';
import { resultSection } from '../document/parts/result.ts';
import { scopeSection } from '../document/parts/scope.ts';
import { summarySection } from '../document/parts/summary.ts';
import { unseenSection } from '../document/parts/unseen.ts';
import { verifySection } from '../document/parts/verify.ts';
import { anchorOf } from '../model/anchor.ts';
import type { FindingEntry } from '../model/entries/finding.ts';
import { nothingFailed } from '../model/nothing-failed.ts';
import type { Report } from '../model/report.ts';
import { severityLooks, severityTones } from '../model/standing.ts';
import { fixesSection } from './engineer/fixes.ts';
import type { Say } from '../locale/translate.ts';

/** For the engineers who fix it: what to fix first, then host by host with the exact fix. */
export const engineer = {
  id: 'engineer',
  title: { en: 'Engineer’s report', zh: '工程整改报告' },
  forAll: true,
  build: (report, say) => ({
    title: say('engineer.title'),
    sections: [
      fixesSection(report, say),
      summarySection(report, say),
      hostsSection(report, say),
      unseenSection(report, say),
      acceptedSection(report, say),
      needsSection(report, say),
      ...annex(
        scopeSection(report, say),
        resultSection(report, say),
        ...requirementsSection(report, say),
        controlsSection(report, say),
        subjectsSection(report, say),
        ...verifySection(report, say),
        readingSection(report, say),
      ),
    ],
  }),
} as const satisfies DocumentDefinition;

/** The unaccepted failures of each host, by severity and by control, with what to do. */
function hostsSection(report: Report, say: Say): Section {
  const { failures } = report;
  const title = say('section.hosts');
  const entries = failures.flatMap((group) =>
    group.controls.flatMap(({ control, findings }) =>
      findings.map((finding) => ({ group, control, finding })),
    ),
  );
  if (entries.length === 0) {
    return section('failures', title, [paragraph(nothingFailed(report, say))]);
  }
  const hosts = Array.from(
    groupBy(entries, ({ finding }) => finding.target),
    ([target, ofHost]) => ({ target, ofHost, anchor: anchorOf('host', target) }),
  );
  return section('failures', title, [
    {
      kind: 'bars',
      caption: say('engineer.hosts'),
      heads: [say('scope.target'), say('result.count')],
      parts: failures.map(({ label, severity }) => ({ label, look: severityLooks[severity] })),
      rows: hosts.map(({ target, ofHost, anchor }) => ({
        label: target,
        to: anchor,
        counts: failures.map((group) => ofHost.filter((entry) => entry.group === group).length),
      })),
    },
    ...hosts.map(({ target, ofHost, anchor }) =>
      section(anchor, target, ofSeverities(ofHost), { count: ofHost.length }),
    ),
  ]);
}

type HostEntry = Report['failures'][number]['controls'][number] & {
  readonly group: Report['failures'][number];
  readonly finding: FindingEntry;
};

const ofSeverities = (
  entries: readonly Pick<HostEntry, 'group' | 'control' | 'finding'>[],
): readonly Section[] =>
  Array.from(
    groupBy(entries, ({ group }) => group),
    ([group, ofGroup]): Section => ({
      kind: 'section',
      title: group.label,
      count: ofGroup.length,
      tone: severityTones[group.severity],
      blocks: [
        {
          kind: 'findings',
          words: 'fix',
          groups: Array.from(
            groupBy(ofGroup, ({ control }) => control),
            ([control, all]) => ({ control, findings: all.map(({ finding }) => finding) }),
          ),
        },
      ],
    }),
  );
