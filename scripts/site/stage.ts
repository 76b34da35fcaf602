import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pageOf, root, targetOf } from './pages.ts';

/** Code, which stays as it is, or a link. */
const parts = /^(`{3,})[\s\S]*?^\1$|`[^`\n]+`|(!?\[[^\]]*\])\(([^)\s]+)\)/gm;

/** Links that are no paths: to the web, and to a heading of the same page. */
const elsewhere = /^(?:https?:|mailto:|#)/;

/** The text of a page, with its links as the site has them; every file that it links to is handed to `copy`. */
function pageText(
  source: string,
  text: string,
  copy: (file: string, href: string) => void,
): string {
  const inner = text.replaceAll(parts, (whole, _fence, words?: string, link?: string) => {
    if (words === undefined || link === undefined || elsewhere.test(link)) return whole;
    const [to = '', hash] = link.split('#');
    const target = targetOf(source, to);
    if (target.kind === 'nothing') return words.replace(/^\[(.*)\]$/, '$1');
    if (target.kind === 'file') copy(target.file, target.href);
    return `${words}(${target.href}${hash === undefined ? '' : `#${hash}`})`;
  });
  // Nothing in a page is a template of Vue.
  return `::: v-pre\n\n${inner}\n\n:::\n`;
}

/**
 * Writes the pages of these sources, and every file that they show or link to, into a folder that VitePress builds from.
 *
 * @throws Error where a link leads to no file of the project
 */
export function stagePages(folder: string, sources: readonly string[]): void {
  rmSync(folder, { recursive: true, force: true });
  for (const source of sources) {
    const page = path.join(folder, pageOf(source));
    mkdirSync(path.dirname(page), { recursive: true });
    const text = readFileSync(path.join(root, source), 'utf8');
    writeFileSync(
      page,
      pageText(source, text, (file, href) => {
        cpSync(path.join(root, file), path.join(folder, 'public', href));
      }),
    );
  }
}
