import { token } from '../model/inert.ts';
import type { Report } from '../model/report.ts';
import { requirementTones, standings, standingTones } from '../model/standing.ts';
import { speaker } from '../say.ts';
import { messages, type MessageId } from '../words.ts';
import { builtInFamilies } from './fonts/built-in.ts';

const typstLanguages = {
  en: { lang: 'en', region: 'gb' },
  zh: { lang: 'zh', region: 'cn' },
} as const;

/** What the template reads, before fonts are chosen: the report, and the words of its language. */
export function describeDocument(report: Report, digest: string): string {
  const say = speaker(report.language);
  // The keys are the record's own.
  const ids = Object.keys(messages) as MessageId[];
  const words = Object.fromEntries(ids.map((id) => [id, messages[id][report.language]]));
  const document = {
    report,
    words,
    digest,
    collected: say('title.collected', { when: report.collected }),
    requirementTones,
    standingTones: Object.fromEntries(
      standings.map((standing) => [standing, standingTones[standing]]),
    ),
    ...typstLanguages[report.language],
  };
  return JSON.stringify(document, (key, value: unknown) => {
    return typeof value === 'string' && !unbroken.test(key) ? breakable(value) : value;
  });
}

/** Members that are names for the template and not for the reader. */
const unbroken = /anchor$/i;

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
export function fontStacks(families: readonly string[], { language }: Report) {
  const { serif, mono } = builtInFamilies;
  // In Chinese text, dashes, quotes and ellipses are as wide as its characters.
  const latin = (name: string) =>
    language === 'zh' && families.length > 0 ? { name, covers: 'latin-in-cjk' } : name;
  return {
    serif: [latin(serif), ...families, serif, mono],
    mono: [mono, ...families, serif],
  };
}
