import type { Block, BlockOf, Row } from '../document/block.ts';
import { code, type Content } from '../document/content.ts';
import type { Document } from '../document/document.ts';
import { drawBarsBlock, drawTrendBlock } from '../document/draw-block.ts';
import { placesOf, shownPointers, type Places } from '../document/places.ts';
import { readableOn, ownAccent } from '../branding/accent.ts';
import { token } from '../model/inert.ts';
import type { ControlEntry, FindingEntry } from '../model/entries/finding.ts';
import { standings, standingTones } from '../model/standing.ts';
import { speaker, type Say } from '../say.ts';
import type { Locale } from '../locale/locale.ts';
import type { MessageId } from '../words.ts';
import { builtInFamilies } from './fonts/built-in.ts';

/** The language and the region by which words are broken and glyphs are chosen; no region is none. */
function typstLanguage({ id }: Locale) {
  const regions: Readonly<Record<string, string>> = { en: 'gb', zh: 'cn' };
  const { language, region = regions[id] } = new Intl.Locale(id);
  return { lang: language, region: region?.toLowerCase() ?? null };
}

/** The messages that the template itself says. */
const said = [
  'title.page',
  'title.contents',
  'title.digest',
  'title.attachment',
  'title.oscal',
  'result.of',
  'result.share',
  'finding.number',
  'finding.subject',
  'finding.message',
  'finding.seen',
  'finding.above',
  'control.why',
  'control.fix',
  'control.params',
  'control.references',
  'control.source',
  'form.open',
  ...standings.map((standing) => `status.${standing}` as const),
] as const satisfies readonly MessageId[];

/** The files that stand beside the template. */
interface EvidenceFiles {
  /** SHA-256 of the assessment. */
  readonly digest: string;
  /** Whether the OSCAL is there. */
  readonly oscal: boolean;
  /** The name of the picture. */
  readonly logo: string | undefined;
}

/** What the template reads, before fonts are chosen. Findings and controls stand in it once, and blocks name them. */
export function describeDocument(document: Document, files: EvidenceFiles): string {
  const { digest, oscal, logo } = files;
  const { locale, cover, sections } = document;
  const { accent, classification, organisation = '' } = cover.branding;
  const places = placesOf(sections);
  const pool = createPool(places, document.manyTargets, speaker(locale));
  const data = {
    sections: sections.map(pool.describe),
    findings: pool.findings(),
    controls: pool.controls(),
    title: document.title,
    subtitle: document.subtitle,
    tool: document.tool,
    collected: document.collected,
    cover: {
      notices: cover.notices,
      facts: cover.facts,
      cards: cover.cards,
      disclaimer: cover.disclaimer,
    },
    ...(classification === undefined ? {} : { classification }),
    ...(logo === undefined ? {} : { logo: { file: logo, alt: organisation } }),
    manyTargets: document.manyTargets,
    words: Object.fromEntries(said.map((id) => [id, locale.messages[id]])),
    tones: standingTones,
    accent: readableOn('#ffffff', accent ?? ownAccent),
    digest,
    oscal,
    ...typstLanguage(locale),
    thousands: locale.thousands,
    marked: marksOf(places),
  };
  return JSON.stringify(data, (key, value: unknown) => {
    return typeof value === 'string' && !unbroken.has(key) ? breakable(value) : value;
  });
}

/**
 * The places that are marked, because something points to them and they are there; what only HTML shows is not. The
 * names of members are never broken.
 */
const marksOf = ({ anchors, targets, texts }: Places) =>
  Object.fromEntries(
    Array.from(targets)
      .filter((anchor) => anchors.has(anchor) && !texts.has(anchor))
      .map((anchor) => [anchor, 1]),
  );

/** Collects the findings and controls that blocks show, so that each is handed over once. */
function createPool({ shown }: Places, manyTargets: boolean, say: Say) {
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
  const describe = (block: Block): unknown => {
    if (block.kind === 'section') return { ...block, blocks: block.blocks.map(describe) };
    if (block.kind === 'bars') return { kind: 'bars', ...drawBarsBlock(block, say) };
    if (block.kind === 'trend') return { kind: 'trend', ...drawTrendBlock(block, say) };
    if (block.kind === 'table') return { ...block, rows: block.rows.map(describeRow) };
    if (block.kind === 'findings') return { ...block, groups: block.groups.map(describeGroup) };
    if (block.kind === 'evidence') return { ...block, entries: block.entries.map(describeEntry) };
    return block.kind === 'texts' ? { kind: block.kind } : block;
  };
  const describeGroup = ({ control, findings: all }: BlockOf<'findings'>['groups'][number]) => ({
    ...(control ? { control: indexOf(control) } : {}),
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
    describe,
    findings: () => Array.from(findings, (finding) => finding ?? null),
    controls: () => Array.from(controls.keys(), ({ findings: _, ...words }) => words),
  };
}

/** A row without the links that lead to itself: a page on a screen is linked to by them, and paper is not. */
function describeRow(row: Row): Row {
  const { anchor, cells } = row;
  return anchor === undefined
    ? row
    : { ...row, cells: cells.map((cell) => withoutLinks(cell, anchor)) };
}

function withoutLinks(content: Content, to: string): Content {
  if (typeof content === 'string') return content;
  if (!('kind' in content)) return content.flatMap((piece) => withoutLinks(piece, to));
  if (content.kind !== 'link' || content.to !== to) return content;
  return content.code === true ? code(content.text) : content.text;
}

/** Findings of a control that stand alike and of which the same was seen: one row says it of all of them. */
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

/** Members that are names for the template and not for the reader. */
const unbroken = new Set([
  'kind',
  'anchor',
  'to',
  'standing',
  'tone',
  'words',
  'file',
  'lang',
  'region',
  'thousands',
  'accent',
]);

/** Runs without a space that are longer than this may not fit into a column, in characters. */
const longRun = /[^\s\u2E80-\uFFEF]{20,}/gu;

/** Lets long paths, ids and names break, by marks that take no room: after a separator, else by number. */
const breakable = (text: string): string =>
  text.replaceAll(longRun, (run) => run.replaceAll(/[/.:_,=-]+|[^/.:_,=-]{12}/gu, '$&\u200B'));

/** Makes characters visible for which there is no glyph, anywhere in a text. */
export function replaceMissing(text: string, missing: ReadonlySet<string>): string {
  if (missing.size === 0) return text;
  return Array.from(text, (character) =>
    missing.has(character) ? token(character) : character,
  ).join('');
}

/** The families of running text and of code, in the order in which they are asked for a glyph. */
export function fontStacks(families: readonly string[], { locale }: Document) {
  const { serif, mono } = builtInFamilies;
  // In Chinese text, dashes, quotes and ellipses are as wide as its characters.
  const latin = (name: string) =>
    locale.id === 'zh' && families.length > 0 ? { name, covers: 'latin-in-cjk' } : name;
  return {
    serif: [latin(serif), ...families, serif, mono],
    mono: [mono, ...families, serif],
  };
}
