import type { Block, BlockKind, BlockOf } from '../document/blocks/block.ts';
import { writeBars, writeTrend } from './blocks/charts.ts';
import { writeEvidence } from './blocks/evidence.ts';
import { writeChart, writeFigures } from './blocks/figures.ts';
import { writeFindings } from './blocks/findings.ts';
import { writeSignature, writeWorksheet } from './blocks/forms.ts';
import { writeSection } from './blocks/section.ts';
import { writeTable } from './blocks/table.ts';
import { writeFacts, writeList, writeNote, writeParagraph, writeVerbatim } from './blocks/text.ts';
import { writeTexts } from './blocks/texts.ts';
import type { Markup } from './markup/markup.ts';
import type { Page, Writer } from './markup/page.ts';

const writers: { readonly [Kind in BlockKind]: Writer<BlockOf<Kind>> } = {
  section: writeSection,
  paragraph: writeParagraph,
  note: writeNote,
  list: writeList,
  facts: writeFacts,
  table: writeTable,
  figures: writeFigures,
  chart: writeChart,
  bars: writeBars,
  trend: writeTrend,
  findings: writeFindings,
  evidence: writeEvidence,
  worksheet: writeWorksheet,
  signature: writeSignature,
  verbatim: writeVerbatim,
  texts: writeTexts,
};

/** Writes blocks that stand `depth` sections down, one after the other. */
export const writeBlocks = (
  blocks: readonly Block[],
  depth: number,
  page: Page,
): readonly Markup[] =>
  blocks.flatMap((block) => {
    // The map gives each kind the writer of its own kind, which the compiler cannot follow through an index.
    const writer = writers[block.kind] as Writer<Block>;
    return writer(block, page, depth) ?? [];
  });
