import type { Content } from '../../document/blocks/content.ts';
import type { Say } from '../../locale/translate.ts';
import type { Report } from '../../model/report.ts';
import type { MessageId } from '../../words/messages.ts';
import { blank, orBlank, type Filler } from './blank.ts';

type FactRow = readonly [label: string, value: Content];

/** Who fills in what concerns the assessed, and what concerns who assesses. */
export interface Parties {
  readonly assessed: Filler;
  readonly assessing: Filler;
  /** What the standard calls the name of the assessed, and who leads the assessment; general words when absent. */
  readonly words?: { readonly entity: MessageId; readonly lead: MessageId };
}

/** Who is assessed: name, trading name, address, contact, website. */
export function entityRows(
  { papers }: Report,
  { assessed, words }: Parties,
  say: Say,
): readonly FactRow[] {
  const { name, tradeName, address, contact, website } = papers.entity ?? {};
  return [
    [say(words?.entity ?? 'paper.entity'), orBlank(name, assessed, say)],
    [say('paper.trade-name'), orBlank(tradeName, assessed, say)],
    [say('paper.address'), orBlank(address, assessed, say)],
    [say('paper.contact'), orBlank(contact, assessed, say)],
    [say('paper.website'), orBlank(website, assessed, say)],
  ];
}

/** Who assesses, when, and when what is here was read. */
export function assessorRows(
  { papers, collected }: Report,
  { assessing, words }: Parties,
  organisation: string,
  say: Say,
): readonly FactRow[] {
  const { organisation: company, lead, certificate, reviewer, report } = papers.assessor ?? {};
  return [
    [organisation, orBlank(company, assessing, say)],
    [say(words?.lead ?? 'paper.lead'), orBlank(lead, assessing, say)],
    [say('paper.certificate'), orBlank(certificate, assessing, say)],
    [say('paper.reviewer'), orBlank(reviewer, assessing, say)],
    [say('paper.report'), orBlank(report, assessing, say)],
    [
      say('paper.period'),
      papers.period ? say('paper.from-to', papers.period) : blank(assessing, say),
    ],
    [say('paper.evidence-date'), collected],
  ];
}
