import type { Block, Section } from '../../document/blocks/block.ts';
import { facts, paragraph, part, section, table, wide } from '../../document/blocks/blocks.ts';
import { quiet } from '../../document/blocks/content.ts';
import type { Say } from '../../locale/translate.ts';
import type { Report } from '../../model/report.ts';
import { blank, orBlank } from '../forms/blank.ts';
import { namesFound } from '../forms/members.ts';
import { assessorRows, entityRows } from '../forms/parties.ts';

const parties = { assessed: 'entity', assessing: 'qsa' } as const;

/** Part I of a report on compliance, as far as a configuration says it: entity, assessor, scope, segmentation. */
export const assessedSection = (report: Report, say: Say): Section =>
  section('assessed', say('pci.part-one'), [
    paragraph(quiet(say('paper.note'))),
    part(say('pci.parties'), facts(...entityRows(report, parties, say), ...kind(report, say))),
    part(
      say('pci.assessor'),
      facts(...assessorRows(report, parties, say('pci.qsa-company'), say), [
        say('pci.extent'),
        blank('qsa', say),
      ]),
    ),
    part(say('pci.zones'), zones(report, say)),
    part(say('pci.segmentation'), segmentation(report, say)),
  ]);

function kind({ papers }: Report, say: Say) {
  const { entity } = papers.pci ?? {};
  const said = entity && say(`pci.${entity}`);
  return [[say('pci.entity-kind'), orBlank(said, 'entity', say)]] as const;
}

function zones(report: Report, say: Say): Block {
  const { zones: all } = report.papers.pci ?? {};
  const title = say('pci.zones');
  const columns = [wide(say('pci.zone-role'), 0.8), say('pci.zone'), wide(say('pci.members'), 1.6)];
  const rows = all
    ? all.map(({ role, name, members }) => [
        say(`pci.zone-${role}`),
        name,
        namesFound(members, report, 'entity', say),
      ])
    : (['cde', 'connected', 'security-impacting', 'out-of-scope'] as const).map((role) => [
        say(`pci.zone-${role}`),
        blank('entity', say),
        blank('entity', say),
      ]);
  return table(title, columns, rows);
}

function segmentation({ papers }: Report, say: Say): Block {
  const { segmentation: said } = papers.pci ?? {};
  const used = said && say(said.used ? 'pci.yes' : 'pci.no');
  return facts(
    [say('pci.segmentation-used'), orBlank(used, 'qsa', say)],
    said?.used === false ? undefined : [say('pci.technique'), orBlank(said?.technique, 'qsa', say)],
    [say('pci.segmentation-attested'), blank('qsa', say)],
  );
}
