import type { Block, BlockOf, Row, Section } from '../document/blocks/block.ts';
import { code, type Content } from '../document/blocks/content.ts';
import { drawBarsBlock, drawTrendBlock } from '../document/blocks/draw-block.ts';
import { shownPointers, type Places } from '../document/blocks/places.ts';
import { headOf } from '../model/findings.ts';
import type { ControlEntry, FindingEntry } from '../model/entries/finding.ts';
import type { Say } from '../locale/translate.ts';

/** Collects the findings and controls that blocks show, so that each is handed over once. */
export function createPool({ shown }: Places, manyTargets: boolean, say: Say) {
  const findings: unknown[] = [];
  const controls = new Map<ControlEntry, number>();
  const numberOf = (finding: FindingEntry): number => {
    findings[finding.number - 1] ??= describeFinding(finding);
    return finding.number;
  };
  const indexOf = (control: ControlEntry): number => {
    const known = controls.get(control);
    if (known !== undefined) return known;
    controls.set(control, controls.size);
    return controls.size - 1;
  };
  const describeSection = ({ printed: _, ...section }: Section) => ({
    ...section,
    blocks: section.blocks.map(describe),
  });
  const describe = (block: Block): unknown => {
    if (block.kind === 'section') return describeSection(block);
    if (block.kind === 'bars') return { kind: 'bars', ...drawBarsBlock(block, say) };
    if (block.kind === 'trend') return { kind: 'trend', ...drawTrendBlock(block, say) };
    if (block.kind === 'table') return { ...block, rows: block.rows.map(describeRow) };
    if (block.kind === 'findings') return { ...block, groups: block.groups.map(describeGroup) };
    if (block.kind === 'evidence') return { ...block, entries: block.entries.map(describeEntry) };
    return block.kind === 'texts' ? { kind: block.kind } : block;
  };
  const describeGroup = ({
    control,
    findings: all,
    beside = [],
  }: BlockOf<'findings'>['groups'][number]) => ({
    beside: beside.map(({ failingTitle }) => failingTitle),
    ...(control ? { control: indexOf(control), title: headOf({ control, findings: all }) } : {}),
    findings: all.map(numberOf),
  });
  const describeEntry = ({ control, reference }: BlockOf<'evidence'>['entries'][number]) => {
    const elsewhere = control.findings.filter(({ number }) => shown.has(number));
    return {
      control: indexOf(control),
      ...(reference === undefined ? {} : { reference }),
      here: alike(
        control.findings.filter(({ number }) => !shown.has(number)),
        manyTargets,
      ),
      elsewhere: elsewhere.slice(0, shownPointers).map(({ number }) => number),
      more: Math.max(0, elsewhere.length - shownPointers),
    };
  };
  return {
    describeSection,
    findings: () => Array.from(findings, (finding) => finding ?? null),
    controls: () => Array.from(controls.keys(), ({ findings: _, ...words }) => words),
  };
}

/** A row without the links that lead to itself: a page on a screen is linked to by them, and paper is not. */
function describeRow(row: Row): Row & { readonly long: boolean } {
  const { anchor, cells } = row;
  const long = cells.some((cell) => lettersOf(cell) > breaksFrom);
  if (anchor === undefined) return { ...row, long };
  return { ...row, long, cells: cells.map((cell) => withoutLinks(cell, anchor)) };
}

/** A row stays on one page unless a cell of it is so long that it might not fit on one; UTF-16 units. */
const breaksFrom = 1800;

/** How long a content is, each line of it counted as at least half a line of a cell. */
function lettersOf(content: Content): number {
  if (typeof content === 'string') return content.length;
  if (!('kind' in content)) return content.reduce((sum, piece) => sum + lettersOf(piece), 0);
  switch (content.kind) {
    case 'lines':
      return content.lines.reduce((sum: number, line) => sum + Math.max(20, lettersOf(line)), 0);
    case 'quiet':
      return lettersOf(content.text);
    case 'counts':
      return content.counts.length * 15;
    case 'address':
      return content.url.length;
    case 'bar':
      return 0;
    case 'badge':
    case 'code':
    case 'link':
    case 'strong':
      return content.text.length;
  }
}

function withoutLinks(content: Content, to: string): Content {
  if (typeof content === 'string') return content;
  if (!('kind' in content)) return content.flatMap((piece) => withoutLinks(piece, to));
  if (content.kind !== 'link' || content.to !== to) return content;
  return content.code === true ? code(content.text) : content.text;
}

/** Findings of a control with the same standing and the same facts: one row covers all of them. */
function alike(findings: readonly FindingEntry[], manyTargets: boolean) {
  const rows = new Map<string, { findings: [number: number, name: string][] }>();
  for (const { number, name, standing, status, target, message, observations } of findings) {
    const lines = observations.map(({ path, value }) => `${path} = ${value}`);
    const row = {
      standing,
      status,
      ...(manyTargets ? { target } : {}),
      code: lines.length > 0,
      text: lines.length > 0 ? lines.join('\n') : message,
    };
    const key = JSON.stringify(row);
    const known = rows.get(key);
    if (known) known.findings.push([number, name]);
    else rows.set(key, { ...row, findings: [[number, name]] });
  }
  return [...rows.values()];
}

const describeFinding = ({ number, name, id, shortId, kind, target, ...rest }: FindingEntry) => ({
  number,
  name,
  ...(id === '*' || id === name ? {} : { id: shortId }),
  kind,
  target,
  standing: rest.standing,
  message: rest.message,
  ...(rest.quotes.length > 0
    ? {
        quotes: rest.quotes.map(({ path, lines }) => [
          path,
          lines.map((line) => [line.number, line.text, line.marked]),
        ]),
      }
    : {}),
  seen: rest.observations.map(({ path, value, source, gap }) => [path, value, source, gap]),
});
