import type { Document } from '../document/document.ts';
import { placesOf, type Places } from '../document/blocks/places.ts';
import { readableOn, ownAccent } from '../branding/accent.ts';
import { token } from '../../core/neutralise-text.ts';
import { letter } from '../chart/drawing.ts';
import { widthOf } from '../chart/fit-text.ts';
import { standings, standingTones } from '../model/standing.ts';
import { speaker } from '../locale/translate.ts';
import type { Locale } from '../locale/locale.ts';
import type { MessageId } from '../words/messages.ts';
import { createPool } from './describe-blocks.ts';
import { builtInFamilies } from './fonts/built-in.ts';

/** The language and the region by which words are broken and glyphs are chosen; no region is none. */
function typstLanguage({ id }: Locale) {
  const regions: Readonly<Record<string, string>> = { en: 'gb', zh: 'cn' };
  const { language, region = regions[id] } = new Intl.Locale(id);
  return { lang: language, region: region?.toLowerCase() ?? null };
}

/** How many characters as wide as they are high a running head has room for, in its size of 8 points. */
const headWidth = 56;

/** Findings of a document whose parts follow one another on a page. */
const shortAtMost = 100;

const total = ({ tally }: Document): number => tally.reduce((sum, { count }) => sum + count, 0);

/** The messages that the template itself says. */
const said = [
  'title.page',
  'title.contents',
  'title.counted',
  'title.digest',
  'title.attachment',
  'title.oscal',
  'count.findings',
  'count.requirements',
  'count.subjects',
  'count.problems',
  'section.annex',
  'failed.beside',
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
    sections: sections.map((section, at) => ({
      ...pool.describeSection(section),
      annex: section.annex === true,
      // What failed begins a page, behind a summary of one, and so does the annex.
      follows: at > 1 && (section.annex === true) === (sections[at - 1]?.annex === true),
    })),
    findings: pool.findings(),
    controls: pool.controls(),
    title: document.title,
    subtitle: document.subtitle,
    headInOne: widthOf(document.title + document.subtitle) < headWidth * letter,
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
    short: total(document) <= shortAtMost,
    words: Object.fromEntries(said.map((id) => [id, locale.messages[id]])),
    tones: standingTones,
    accent: readableOn('#ffffff', accent ?? ownAccent),
    digest,
    oscal,
    ...typstLanguage(locale),
    thousands: locale.thousands,
    marked: marksOf(places),
  };
  const hashes = hashesOn(cover);
  return JSON.stringify(data, (key, value: unknown) => {
    if (typeof value !== 'string' || unbroken.has(key) || hashes.has(value)) return value;
    // A title has a line of its own, and stands in the reader's list of bookmarks as it is.
    return key === 'title' && value.length <= wholeTitle ? value : breakable(value);
  });
}

/** The hashes on the cover: a reader who copies one from there must get it without a mark in it. */
const hashesOn = ({ facts }: Document['cover']): ReadonlySet<string> =>
  new Set(
    facts.flatMap(([, value]) =>
      typeof value === 'object' && 'kind' in value && value.kind === 'code' && isHash(value.text)
        ? [value.text]
        : [],
    ),
  );

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

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
  'digest',
  'thousands',
  'accent',
]);

/** Titles up to this have room on a line, in UTF-16 units. */
const wholeTitle = 60;

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
