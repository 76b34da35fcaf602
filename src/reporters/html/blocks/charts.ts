import type { BlockOf } from '../../document/blocks/block.ts';
import {
  drawBarsBlock,
  drawTrendBlock,
  type DrawnChart,
} from '../../document/blocks/draw-block.ts';
import { writeDrawing } from '../markup/drawing.ts';
import { html, type Markup } from '../markup/markup.ts';
import type { Page, Writer } from '../markup/page.ts';
import { writeTable } from './table.ts';

/** Bars, and the table with their numbers. */
export const writeBars: Writer<BlockOf<'bars'>> = (block, page, depth) =>
  writeDrawn(drawBarsBlock(block, page.say), page, depth);

/** A course of things, and the table with its numbers. */
export const writeTrend: Writer<BlockOf<'trend'>> = (block, page, depth) =>
  writeDrawn(drawTrendBlock(block, page.say), page, depth);

const writeDrawn = ({ drawing, note, table }: DrawnChart, page: Page, depth: number): Markup =>
  html`${drawing && writeDrawing(drawing, page)}
  ${note === undefined ? undefined : html`<p><span class="quiet">${note}</span></p>`}
  ${writeTable(table, page, depth)}`;
