import { createHash } from 'node:crypto';
import type { Report } from '../model/report.ts';
import { speaker } from '../say.ts';
import { html, toText, verbatim, type Markup } from './markup.ts';
import type { Section } from './page.ts';
import { script } from './script.ts';
import { acceptedSection } from './sections/accepted.ts';
import { controlsSection } from './sections/controls.ts';
import { contents, cover, summaryBar } from './sections/cover.ts';
import { failuresSection } from './sections/failures.ts';
import { needsSection } from './sections/needs.ts';
import { readingSection } from './sections/reading.ts';
import { requirementsSection } from './sections/requirements.ts';
import { resultSection } from './sections/result.ts';
import { scopeSection } from './sections/scope.ts';
import { subjectsSection } from './sections/subjects.ts';
import { unseenSection } from './sections/unseen.ts';
import { style } from './style.ts';

/** The sections in the order of a reader's questions, by the name that is also their anchor. */
const sections = {
  scope: scopeSection,
  result: resultSection,
  failures: failuresSection,
  unseen: unseenSection,
  accepted: acceptedSection,
  needs: needsSection,
  requirements: requirementsSection,
  controls: controlsSection,
  subjects: subjectsSection,
  reading: readingSection,
} as const satisfies Readonly<Record<string, Section>>;

const htmlLanguages = { en: 'en', zh: 'zh-CN' } as const;

/** Lets the page use its own style and script and nothing else: no network, no frames, no forms. */
function contentSecurityPolicy(): string {
  const hash = (text: string): string =>
    `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    `script-src ${hash(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Writes a report as one HTML file that needs nothing else, not even scripts. */
export function renderHtml(report: Report): string {
  const say = speaker(report.language);
  const page = { report, say };
  const anchors: [string, string][] = [];
  const body: Markup[] = [];
  // The keys are the record's own.
  for (const name of Object.keys(sections) as (keyof typeof sections)[]) {
    const markup = sections[name](page);
    if (!markup) continue;
    body.push(markup);
    anchors.push([name, say(`section.${name}`)]);
  }
  return toText(
    html`<!doctype html>
      <html lang="${htmlLanguages[report.language]}">
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy()}" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="referrer" content="no-referrer" />
          <meta name="generator" content="${report.scope.tool}" />
          <title>${report.title} · ${report.subtitle}</title>
          ${verbatim(`<style>${style}</style>`)}
        </head>
        <body>
          <a class="skip" href="#report">${say('page.skip')}</a>
          ${cover(page)}${summaryBar(page)}
          <div class="columns">
            ${contents(page, anchors)}
            <main id="report">${body}</main>
          </div>
          ${verbatim(`<script>${script}</script>`)}
        </body>
      </html> `,
  );
}
