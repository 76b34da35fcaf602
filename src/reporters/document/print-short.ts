import { speaker, type Say } from '../locale/translate.ts';
import { headOf } from '../model/findings.ts';
import type { FindingEntry } from '../model/entries/finding.ts';
import type { Block, BlockOf, Row, Section } from './blocks/block.ts';
import { paragraph, table, wide } from './blocks/blocks.ts';
import { code, lines, quiet, strong, type Content } from './blocks/content.ts';
import type { Document } from './document.ts';
import { dropUntested } from './untested-rows.ts';

/** Subjects and different messages that a row names; the evidence has all. */
const named = { subjects: 12, messages: 2, letters: 200 } as const;

/**
 * A document as it is printed, unless all of it is wanted: what failed, in a row for each control, what was tested, and
 * where the rest is. The facts themselves are on no paper: they are in the HTML report, in the assessment that the PDF
 * has attached, and in the bundle, under the same numbers and ids. A pure function.
 */
export function printShort(document: Document): Document {
  const say = speaker(document.locale);
  const shorten = (block: Block): readonly Block[] => {
    switch (block.kind) {
      case 'section': {
        const blocks = (block.printed ?? block.blocks).flatMap(shorten);
        return blocks.length > 0 ? [{ ...block, blocks }] : [];
      }
      case 'findings':
        return [findingRows(block, say)];
      case 'evidence':
        return [paragraph(say('print.evidence', { count: countOf(block) }))];
      case 'table':
        return dropUntested(block, document.untested, say);
      case 'texts':
        return [];
      default:
        return [block];
    }
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

/** A row for each control: what was found, on what, and what to do where the block says that. */
function findingRows({ groups, words }: BlockOf<'findings'>, say: Say): Block {
  const fixes = words !== 'none' && groups.some(({ control }) => control);
  const columns = [
    wide(say('finding.message'), fixes ? 1.5 : 2.4),
    say('finding.subject'),
    ...(fixes ? [wide(say('control.fix'), 1.5)] : []),
  ];
  const rows = groups.map(({ control, findings, beside = [] }): Row => {
    const head: readonly Content[] = control
      ? [strong(headOf({ control, findings })), code(control.id)]
      : [];
    const others = beside.map(({ failingTitle }) => failingTitle).join(say('scope.comma'));
    const also = others === '' ? [] : [quiet([say('failed.beside'), ' ', others])];
    return {
      ...(control ? { anchor: control.anchor } : {}),
      cells: [
        lines([...head, ...messagesOf(findings), ...also]),
        subjectsOf(findings, say),
        ...(fixes ? [control?.remediation ?? ''] : []),
      ],
    };
  });
  return table(say('finding.message'), columns, rows);
}

function messagesOf(findings: readonly FindingEntry[]): readonly string[] {
  const all = [...new Set(findings.map(({ message }) => message))];
  return [...all.slice(0, named.messages).map(cut), ...(all.length > named.messages ? ['…'] : [])];
}

function cut(message: string): string {
  const letters = Array.from(message);
  return letters.length > named.letters ? `${letters.slice(0, named.letters).join('')}…` : message;
}

function subjectsOf(findings: readonly FindingEntry[], say: Say): Content {
  const all = [...new Set(findings.map(({ name, kind }) => `${name} · ${kind}`))];
  const more = all.length - named.subjects;
  return lines([
    ...all.slice(0, named.subjects),
    ...(more > 0 ? [quiet(say('print.more', { count: more }))] : []),
  ]);
}
