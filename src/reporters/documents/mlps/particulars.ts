import type { Section } from '../../document/blocks/block.ts';
import { facts, paragraph, part, section, table, wide } from '../../document/blocks/blocks.ts';
import { linkTo, quiet } from '../../document/blocks/content.ts';
import type { Say } from '../../locale/translate.ts';
import type { Report } from '../../model/report.ts';
import type { MessageId } from '../../words/messages.ts';
import { orBlank } from '../forms/blank.ts';
import { assessorRows, entityRows } from '../forms/parties.ts';
import { isOf2019, templateOf } from './edition.ts';

const parties = {
  assessed: 'mlps-client',
  assessing: 'mlps-body',
  words: { entity: 'mlps.name', lead: 'mlps.assessor' },
} as const;

/** The chapters of each template that have a place here, and the section that is for them. */
const chapters = {
  '2021': [
    ['mlps.chapter-objects', '2', 'subjects'],
    ['mlps.chapter-single', '3', 'requirements'],
    ['mlps.chapter-overall', '4', 'overall'],
    ['mlps.chapter-risk', '5', 'risks'],
    ['mlps.chapter-advice', '—', 'failures'],
  ],
  '2025': [
    ['mlps.chapter-objects', '2', 'subjects'],
    ['mlps.chapter-single', '3', 'requirements'],
    ['mlps.chapter-overall', '4', 'overall'],
    ['mlps.chapter-risk', '5', 'risks'],
    ['mlps.chapter-conclusion', '7', 'conclusion'],
    ['mlps.chapter-advice', '8', 'failures'],
    ['mlps.chapter-major', 'G', 'major-risks'],
  ],
} as const satisfies Record<string, readonly (readonly [MessageId, string, string])[]>;

/** The basic information of an assessment (基本信息表), and where the template’s chapters are here. */
export function particularsSection(report: Report, say: Say): Section {
  const { papers, scope } = report;
  const { grade, filing } = papers.mlps ?? {};
  const edition = templateOf(report);
  const title = say('mlps.template', { edition });
  return section('assessed', say('mlps.particulars'), [
    paragraph(quiet(say('paper.note'))),
    part(say('mlps.client'), facts(...entityRows(report, parties, say))),
    part(
      say('mlps.graded'),
      facts(
        [say('paper.system'), orBlank(scope.system?.name, parties.assessed, say)],
        [say('mlps.grade'), orBlank(grade && gradeInWords(grade, say), parties.assessed, say)],
        [say('mlps.filing'), orBlank(filing, parties.assessed, say)],
      ),
    ),
    part(say('mlps.body'), facts(...assessorRows(report, parties, say('mlps.body'), say))),
    part(
      title,
      paragraph(quiet(say('mlps.template-note'))),
      table(
        title,
        [wide(say('mlps.chapter-number'), 0.5), wide(say('mlps.chapter'), 2)],
        chapters[edition]
          .filter(([, , anchor]) => anchor !== 'major-risks' || isOf2019(report))
          .map(([id, number, anchor]) => [number, linkTo(anchor, say(id))]),
      ),
    ),
  ]);
}

/** `S3A3G3`, with what each letter stands for. */
const gradeInWords = (grade: string, say: Say): string =>
  say('mlps.grade-words', { grade, level: grade.slice(-1) });
