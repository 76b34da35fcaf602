import type { Block } from './block.ts';
import type { Content } from './content.ts';

/** The anchors of a document, those that something points to, and the findings that it shows in full. */
export interface Places {
  readonly anchors: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
  /** The anchors of texts of files, which not every format shows. */
  readonly texts: ReadonlySet<string>;
  /** Numbers of the findings that stand in a block of findings. */
  readonly shown: ReadonlySet<number>;
}

/** More pointers than this say less, not more. */
export const shownPointers = 40;

/** Walks through a document once, so that no link leads nowhere and each finding has one place. */
export function placesOf(blocks: readonly Block[]): Places {
  const anchors = new Set<string>();
  const targets = new Set<string>();
  const texts = new Set<string>();
  const shown = new Set<number>();
  const walk = (block: Block): void => {
    switch (block.kind) {
      case 'section':
        if (block.anchor !== undefined) anchors.add(block.anchor);
        for (const inner of block.blocks) walk(inner);
        break;
      case 'table':
        for (const { anchor, cells } of block.rows) {
          if (anchor !== undefined) anchors.add(anchor);
          for (const cell of cells) point(cell, targets, anchor);
        }
        break;
      case 'findings':
        for (const { control, findings } of block.groups) {
          if (control) targets.add(control.anchor);
          for (const { anchor, number } of findings) {
            anchors.add(anchor);
            shown.add(number);
          }
        }
        break;
      case 'evidence':
        for (const { control } of block.entries) anchors.add(control.anchor);
        break;
      case 'worksheet':
        anchors.add(block.anchor);
        for (const { content = '' } of block.fields) point(content, targets);
        break;
      case 'texts':
        for (const { anchor } of block.texts) {
          anchors.add(anchor);
          texts.add(anchor);
        }
        break;
      case 'paragraph':
        point(block.content, targets);
        break;
      case 'note':
        for (const line of block.lines) point(line, targets);
        break;
      case 'list':
        for (const item of block.items) point(item, targets);
        break;
      case 'facts':
        for (const [, value] of block.rows) point(value, targets);
        break;
      case 'chart':
        for (const { detail = '' } of block.rows) point(detail, targets);
        break;
      case 'bars':
        for (const { to } of block.rows) if (to !== undefined) targets.add(to);
        break;
      case 'trend':
      case 'figures':
      case 'signature':
      case 'verbatim':
        break;
    }
  };
  for (const block of blocks) walk(block);
  // The remaining findings are listed with their control, which links to the others.
  for (const entry of evidenceOf(blocks)) {
    let pointers = 0;
    for (const { anchor, number } of entry.control.findings) {
      anchors.add(anchor);
      if (shown.has(number) && pointers < shownPointers) {
        targets.add(anchor);
        pointers += 1;
      }
    }
  }
  return { anchors, targets, texts, shown };
}

const evidenceOf = (blocks: readonly Block[]) => {
  const all = (block: Block): readonly Block[] =>
    block.kind === 'section' ? block.blocks.flatMap(all) : [block];
  return blocks.flatMap(all).flatMap((block) => (block.kind === 'evidence' ? block.entries : []));
};

/** Notes what a content points to; a row that points to itself is not pointed to. */
function point(content: Content, targets: Set<string>, own?: string): void {
  if (typeof content === 'string') return;
  if (!('kind' in content)) {
    for (const piece of content) point(piece, targets, own);
    return;
  }
  if (content.kind === 'link' && content.to !== own) targets.add(content.to);
  if (content.kind === 'quiet') point(content.text, targets, own);
  if (content.kind === 'lines') for (const line of content.lines) point(line, targets, own);
}
