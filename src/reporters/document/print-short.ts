import { groupBy } from '../../syntax/group-by.ts';
import { speaker, type Say } from '../locale/translate.ts';
import { headOf } from '../model/findings.ts';
import type { FindingEntry } from '../model/entries/finding.ts';
import type { Block, BlockOf, Row, Section } from './blocks/block.ts';
import { paragraph, table, wide } from './blocks/blocks.ts';
import { code, joined, lines, quiet, strong, type Content } from './blocks/content.ts';
import type { Document } from './document.ts';
import { messagesBySubject } from './selections/messages-by-subject.ts';
import { dropWithoutResult } from './rows-without-result.ts';

/** Subjects that a row names; the evidence has all. */
const namedSubjects = 6;

/** What it shows of what was found. */
const extent = { messages: 1, letters: 420 } as const;

/**
 * A document as it is printed, unless all of it is wanted: what failed, in a row for each control, what was tested, and
 * where the rest is. The facts themselves are on no paper: they are in the HTML report, in the assessment that the PDF
 * has attached, and in the bundle, under the same numbers and ids. A pure function.
 */
export function printShort(document: Document): Document {
  const say = speaker(document.locale);
  const shorten = (block: Block): readonly Block[] => {
    if (block.kind === 'section') {
      const { printed, ...section } = block;
      const blocks = (printed ?? block.blocks).flatMap(shorten);
      return blocks.length > 0 ? [{ ...section, blocks }] : [];
    }
    if (block.kind === 'findings') return [findingRows(block, say)];
    if (block.kind === 'evidence') {
      return [paragraph(say('print.evidence', { count: countOf(block) }))];
    }
    if (block.kind === 'table') return dropWithoutResult(block, document.withoutResult, say);
    return block.kind === 'texts' ? [] : [block];
  };
  // What `shorten` makes of a section is that section.
  const { cover } = document;
  const notices = [...cover.notices, say('print.notice')];
  return {
    ...document,
    cover: { ...cover, notices },
    sections: document.sections.flatMap(shorten) as readonly Section[],
  };
}

const countOf = ({ entries }: BlockOf<'evidence'>): number =>
  entries.reduce((sum, { control }) => sum + control.findings.length, 0);

type Group = BlockOf<'findings'>['groups'][number];

/**
 * A row for each control: what was found, on what, and what to do where the block says that. Where it does not, controls
 * of which the same is found on the same subjects share a row.
 */
function findingRows({ groups, words }: BlockOf<'findings'>, say: Say): Block {
  const fixes = words !== 'none' && groups.some(({ control }) => control);
  const columns = [
    wide(say('finding.message'), fixes ? 1.6 : 2.4),
    say('finding.subject'),
    ...(fixes ? [wide(say('control.fix'), 2.1)] : []),
  ];
  const shared = groupBy(groups, (group) => (fixes ? group : sameFor(group)));
  const rows = Array.from(shared.values(), (alike): Row => {
    const [first] = alike;
    const { control, findings = [], beside = [] } = first ?? {};
    const others = beside.map(({ failingTitle }) => failingTitle).join(say('scope.comma'));
    const also = others === '' ? [] : [quiet([say('failed.beside'), ' ', others])];
    return {
      ...(control && alike.length === 1 ? { anchor: control.anchor } : {}),
      cells: [
        lines([...headsOf(alike), ...messagesBySubject(findings, say, extent), ...also]),
        subjectsOf(findings, say),
        ...(fixes ? [control?.remediation ?? ''] : []),
      ],
    };
  });
  return table(say('finding.message'), columns, rows);
}

const sameFor = ({ findings }: Group): string =>
  JSON.stringify(findings.map(({ message, target, kind, id }) => [message, target, kind, id]));

/** A control by its title and its id, below one another; several in one run. */
function headsOf(alike: readonly Group[]): readonly Content[] {
  const heads = alike.flatMap(({ control, findings }) =>
    control ? [[strong(headOf({ control, findings })), code(control.id)] as const] : [],
  );
  const [only] = heads;
  if (heads.length <= 1) return only ?? [];
  return [
    joined(
      heads.map(([title, id]) => [title, ' ', id]),
      ' · ',
    ),
  ];
}

function subjectsOf(findings: readonly FindingEntry[], say: Say): Content {
  const all = [...new Set(findings.map(({ name, kind }) => `${name} · ${kind}`))];
  const more = all.length - namedSubjects;
  return lines([
    ...all.slice(0, namedSubjects),
    ...(more > 0 ? [quiet(say('print.more', { count: more }))] : []),
  ]);
}
