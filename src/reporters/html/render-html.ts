import { createHash } from 'node:crypto';
import { pictureOf } from '../branding/logo.ts';
import type { Document } from '../document/document.ts';
import { placesOf } from '../document/blocks/places.ts';
import type { Locale } from '../locale/locale.ts';
import { speaker } from '../locale/translate.ts';
import { patterns } from './markup/drawing.ts';
import { contents, cover, summaryBar } from './cover.ts';
import { html, toText, verbatim } from './markup/markup.ts';
import type { Page } from './markup/page.ts';
import { script } from './script.ts';
import { styleOf } from './style.ts';
import { writeBlocks } from './write-blocks.ts';

/** Simplified Chinese, for software that chooses a font by the language. */
const tagOf = ({ id }: Locale): string => (id === 'zh' ? 'zh-CN' : id);

/** Lets the page use its own style and script, its own picture where it has one, and nothing else. */
function contentSecurityPolicy(style: string, picture: boolean): string {
  const hash = (text: string): string =>
    `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    `script-src ${hash(script)}`,
    ...(picture ? ['img-src data:'] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Writes a document as one HTML file that needs nothing else, not even scripts. */
export function renderHtml(document: Document): string {
  const { title, subtitle, locale, sections } = document;
  const { accent, logo } = document.cover.branding;
  const page: Page = {
    document,
    places: placesOf(sections),
    say: speaker(locale),
    placed: new Set(['report']),
    write: (blocks, depth) => writeBlocks(blocks, depth, page),
  };
  // An option may come from anywhere: a logo is looked at before it is shown.
  if (logo !== undefined) pictureOf(logo);
  const style = styleOf(accent);
  const policy = contentSecurityPolicy(style, logo !== undefined);
  return toText(
    html`<!doctype html>
      <html lang="${tagOf(locale)}">
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content="${policy}" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="referrer" content="no-referrer" />
          <meta name="generator" content="${document.tool}" />
          <title>${title} · ${subtitle}</title>
          ${verbatim(`<style>${style}</style>`)}
        </head>
        <body>
          <a class="skip" href="#report">${page.say('page.skip')}</a>
          ${patterns} ${cover(page)}${summaryBar(page)}
          <div class="columns">
            ${contents(page)}
            <main id="report">${page.write(sections, 0)}</main>
          </div>
          ${verbatim(`<script>${script}</script>`)}
        </body>
      </html> `,
  );
}
