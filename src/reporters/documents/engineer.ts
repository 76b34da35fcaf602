import { groupBy } from '../../syntax/group-by.ts';
import type { DocumentDefinition } from '../document/document.ts';
import type { Block, Section } from '../document/blocks/block.ts';
import { annex, numeric, paragraph, section, table, wide } from '../document/blocks/blocks.ts';
import { badge, linkTo, quiet } from '../document/blocks/content.ts';
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
import type { Say } from '../locale/translate.ts';

/** For the engineers who fix it: what to fix first, then host by host with the exact fix. */
export const engineer = {
  id: 'engineer',
  title: { en: 'Engineer’s report', zh: '工程整改报告' },
  build: (report, say) => ({
    title: say('engineer.title'),
    sections: [
      summarySection(report, say),
      section('fixes', say('section.fixes'), fixes(report, say)),
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

/** Names of hosts that one row shows. */
const shownHosts = 3;

/** One row for each control that failed: the most severe first, and among those the one whose fix repairs most. */
function fixes(report: Report, say: Say): readonly Block[] {
  const ranked = report.failures.flatMap((group) =>
    group.controls.map((each) => ({ ...each, group })),
  );
  if (ranked.length === 0) return [paragraph(nothingFailed(report, say))];
  return [
    paragraph(quiet(say('engineer.order'))),
    table(
      say('section.fixes'),
      [
        numeric(say('engineer.rank')),
        wide(say('control.title'), 1.6),
        say('severity.title'),
        numeric(say('summary.subjects')),
        wide(say('engineer.where'), 1.4),
      ],
      ranked.map(({ control, findings, group }, at) => [
        say.number(at + 1),
        linkTo(control.anchor, control.failingTitle),
        badge(severityTones[group.severity], group.label),
        say.number(findings.length),
        where(findings, say),
      ]),
    ),
  ];
}

function where(findings: readonly FindingEntry[], say: Say): string {
  const hosts = [...new Set(findings.map(({ target }) => target))];
  const names = hosts.slice(0, shownHosts).join(say('scope.comma'));
  const count = hosts.length - shownHosts;
  return count > 0 ? say('engineer.more', { names, count }) : names;
}

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
