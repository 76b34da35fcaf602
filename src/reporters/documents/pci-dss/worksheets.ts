import type { Block, Section } from '../../document/blocks/block.ts';
import { paragraph, section } from '../../document/blocks/blocks.ts';
import { badge, joined, lines, linkTo, type Content } from '../../document/blocks/content.ts';
import type { WaiverEntry } from '../../model/entries/accepted.ts';
import type { Report } from '../../model/report.ts';
import { blank } from '../forms/blank.ts';
import type { Say } from '../../locale/translate.ts';

/** A worksheet for each waiver that names a compensating control; what a machine cannot know is left open. */
export function worksheetsSection(report: Report, say: Say): Section {
  const named = report.waivers.filter(({ compensating }) => compensating !== undefined);
  return section(
    'worksheets',
    say('pci.worksheets'),
    named.length === 0
      ? [paragraph(say('pci.no-worksheets'))]
      : named.map((waiver) => worksheet(waiver, report, say)),
  );
}

function worksheet(waiver: WaiverEntry, report: Report, say: Say): Block {
  const { number, anchor, controlAnchor = '', control: id, compensating = '' } = waiver;
  const control = report.controls.find((each) => each.anchor === controlAnchor);
  const concerned = report.requirements.filter(({ controls }) =>
    controls.some((each) => each.live && controlAnchor !== '' && each.anchor === controlAnchor),
  );
  const name: Content = [
    linkTo(anchor, say('finding.waiver', { number })),
    ' ',
    badge(waiver.tone, waiver.state),
    ' · ',
    linkTo(controlAnchor, control?.failingTitle ?? id),
  ];
  return {
    kind: 'worksheet',
    anchor: `worksheet-${number}`,
    title: say('pci.worksheet', { number }),
    fields: [
      { label: say('accepted.waivers'), content: name },
      {
        label: say('pci.requirements'),
        content: joined(
          concerned.map((each) => linkTo(each.anchor, each.id)),
          ' ',
        ),
      },
      { label: say('accepted.scope'), content: waiver.scope.join(' · ') },
      {
        label: say('pci.constraints'),
        hint: say('pci.constraints-hint'),
        content: waiver.reason,
      },
      { label: say('pci.definition'), hint: say('pci.definition-hint'), content: compensating },
      {
        label: say('pci.objective'),
        hint: say('pci.objective-hint'),
        ...(concerned.length > 0 ? { content: lines(concerned.map(({ title }) => title)) } : {}),
      },
      {
        label: say('pci.objective-met'),
        hint: say('pci.objective-met-hint'),
        content: blank('entity', say),
      },
      {
        label: say('pci.risk'),
        hint: say('pci.risk-hint'),
        ...(control ? { content: control.rationale } : {}),
      },
      {
        label: say('pci.validation'),
        hint: say('pci.validation-hint'),
        content: blank('qsa', say),
      },
      {
        label: say('pci.maintenance'),
        hint: say('pci.maintenance-hint'),
        content: lines([`${waiver.owner} · ${waiver.approver}`, waiver.period]),
      },
    ],
  };
}
