import {
  html,
  toText,
  verbatim,
  type Fragment,
  type Markup,
} from '../../reporters/html/markup/markup.ts';
import { patterns } from '../../reporters/html/markup/drawing.ts';
import type { WordId } from './console-words.ts';
import { stylePath } from './style.ts';
import type { View } from './view.ts';

/** A page without what all have in common. */
export interface Content {
  readonly title: string;
  readonly body: Fragment;
}

/** The mark on a ship's hull. */
const hull = '<circle cx="24" cy="16" r="11"/><path d="M2 16h44"/>';
const mark = verbatim(
  `<svg class="mark" viewBox="0 0 48 32" width="36" height="24" aria-hidden="true">${hull}</svg>`,
);

/** The same, as the picture of the site. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -8 48 48" fill="none" stroke="#2a7f96" stroke-width="4">${hull}</svg>`;

const pages: readonly (readonly [path: string, word: WordId])[] = [
  ['/', 'where'],
  ['/hosts', 'hosts'],
  ['/changes', 'changes'],
  ['/silent', 'silent'],
  ['/waivers', 'waivers'],
  ['/evidence', 'evidence'],
];

function who({ word, person, at, shown }: View): Fragment {
  if (!person) return undefined;
  const role = word(person.role);
  return html`<span>${word('signed-in', { name: shown(person.name), role })}</span>${
      person.canLeave
        ? html`<form method="post" action="${at('/leave')}">
            <button>${word('leave')}</button>
          </form>`
        : undefined
    }`;
}

function navigation({ word, person, to, here }: View): Fragment {
  if (!person) return undefined;
  const seen = pages.filter(([path]) => path !== '/evidence' || person.role === 'auditor');
  const items = seen.map(([path, title]) => {
    const current = path === here ? html` aria-current="page"` : undefined;
    return html`<li><a href="${to(path)}" ${current}>${word(title)}</a></li>`;
  });
  return html`<nav aria-label="${word('pages')}">
    <ul>
      ${items}
    </ul>
  </nav>`;
}

/** Writes a page. It has no script at all. */
export function writePage(view: View, { title, body }: Content): string {
  const { word, language, to, at, inOther, now, date } = view;
  const other = language === 'en' ? 'zh-CN' : 'en';
  const page: Markup = html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${word('console')}</title>
        <link rel="icon" type="image/svg+xml" href="${at('/icon.svg')}" />
        <link rel="stylesheet" href="${at(stylePath)}" />
      </head>
      <body>
        <a class="skip" href="#main">${word('skip')}</a>
        ${patterns}
        <header class="top">
          <a class="home" href="${to('/')}">${mark}Plimsoll</a>
          ${navigation(view)}
          <div class="who">
            ${who(view)}
            <a href="${inOther}" lang="${other}" hreflang="${other}">${word('other-language')}</a>
          </div>
        </header>
        <main id="main" class="page" tabindex="-1">
          <h1>${title}</h1>
          ${body}
        </main>
        <footer class="foot">${word('foot', { at: date(now.toISOString()) })}</footer>
      </body>
    </html> `;
  return toText(page);
}
