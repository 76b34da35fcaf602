import { groupBy } from '../../syntax/group-by.ts';
import type { Report } from '../model/report.ts';
import type { Branding } from '../branding/branding.ts';
import { createVoice, type Voice } from '../model/voice.ts';
import type { Say } from '../locale/translate.ts';
import { annex, facts } from './blocks/blocks.ts';
import { code, lines, quiet, type Content } from './blocks/content.ts';
import type { Choices, Document, DocumentContent, DocumentDefinition } from './document.ts';
import { isWithoutResult } from './rows-without-result.ts';
import { sourcesSection } from './parts/sources.ts';
import { cardsOf } from './parts/figures.ts';

/** Makes a document of a report. A pure function: equal input gives an equal document. */
export function composeDocument(
  report: Report,
  definition: DocumentDefinition,
  branding: Branding = {},
): Document {
  const { say, name } = createVoice(report.locale);
  const owner = harmless(branding, name);
  const content = definition.build(report, say);
  return {
    language: report.language,
    locale: report.locale,
    title: content.title ?? report.title,
    subtitle: report.subtitle,
    collectedAt: report.collectedAt,
    collected: report.collected,
    tool: report.scope.tool,
    cover: {
      branding: owner,
      lead: leadOf(content.sections),
      notices: report.scope.notices,
      facts: [...coverFacts(report, owner, say), ...(content.facts ?? [])],
      cards: cardsOf(report, say),
      disclaimer: say('title.disclaimer'),
    },
    tally: report.result.findings,
    manyTargets: report.scope.targets.length !== 1,
    choices: choicesOf(report),
    withoutResult: new Set(report.requirements.filter(isWithoutResult).map(({ anchor }) => anchor)),
    sections: [...content.sections, ...annex(...sourcesSection(report, say))],
  };
}

/** The paragraphs that the summary begins with, before anything else. */
function leadOf(sections: DocumentContent['sections']): readonly Content[] {
  const blocks = sections.find(({ anchor }) => anchor === 'summary')?.blocks ?? [];
  const end = blocks.findIndex(({ kind }) => kind !== 'paragraph');
  return blocks
    .slice(0, end < 0 ? undefined : end)
    .flatMap((block) => (block.kind === 'paragraph' ? [block.content] : []));
}

/** The same owner, in words that do nothing: a configuration may have been filled in by a program. */
function harmless({ accent, logo, ...words }: Branding, name: Voice['name']): Branding {
  const said = ([key, word]: [string, string | undefined]) =>
    word === undefined ? [] : [[key, name(word)] as const];
  const known: Readonly<Record<string, string>> = Object.fromEntries(
    Object.entries(words).flatMap(said),
  );
  return { ...known, accent, logo };
}

function choicesOf({ controls, requirements }: Report): Choices {
  const places = new Map(controls.map(({ anchor }, at) => [anchor, at]));
  const findings = controls.flatMap((control, at) =>
    control.findings.map((finding) => ({ finding, at })),
  );
  const subjects = new Map<string, { readonly kind: string; readonly name: string; at: number }>();
  const subjectOf = new Map<number, number>();
  for (const { number, target, kind, id, name } of findings.map(({ finding }) => finding)) {
    if (id === '*') continue;
    const key = JSON.stringify([target, kind, id]);
    const known = subjects.get(key) ?? { kind, name, at: subjects.size };
    subjects.set(key, known);
    subjectOf.set(number, known.at);
  }
  const byKind = groupBy(subjects.values(), ({ kind }) => kind);
  return {
    kinds: [...new Set(findings.map(({ finding }) => finding.kind))].map((kind) => ({
      kind,
      subjects: byKind.get(kind) ?? [],
    })),
    requirements: requirements.flatMap(({ id, title, controls: of }) => {
      const held = of.flatMap(({ anchor }) => places.get(anchor) ?? []);
      return held.length > 0 ? [{ title: `${id} ${title}`, controls: held }] : [];
    }),
    controlOf: new Map(findings.map(({ finding, at }) => [finding.number, at])),
    subjectOf,
  };
}

function coverFacts({ scope, collected, bundleSha256 }: Report, branding: Branding, say: Say) {
  const { framework, system, targets } = scope;
  const own = [
    [say('cover.organisation'), branding.organisation],
    [say('cover.assessor'), branding.assessor],
    [say('cover.number'), branding.documentNumber],
    [say('cover.classification'), branding.classification],
  ] as const;
  return facts(
    ...own.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const])),
    system && [say('scope.system'), system.name],
    framework && [say('scope.edition'), framework.edition],
    framework && [say('scope.level'), framework.level],
    [
      say('scope.targets'),
      lines(
        targets.map(({ id, name, description }) => [
          name === id ? code(id) : name,
          ' ',
          quiet(description),
        ]),
      ),
    ],
    [say('scope.collected'), collected],
    [say('scope.tool'), scope.tool],
    [say('scope.catalog'), scope.catalog],
    bundleSha256 === undefined ? undefined : [say('cover.bundle'), code(bundleSha256)],
  ).rows;
}
