import { existsSync, readdirSync, statSync } from 'node:fs';
import path, { posix } from 'node:path';

/** The root of the project, where every source is named from. */
export const root = path.join(import.meta.dirname, '../..');

/** Folders of which every Markdown file is a page, generated ones too. */
const folders = ['docs', 'examples', 'bench'];

/** Every source of a page, from the root. */
export function sources(): readonly string[] {
  const atRoot = readdirSync(root).filter((name) => name.endsWith('.md'));
  const below = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
      .map((name) => posix.join(folder, name.replaceAll(path.sep, '/'))),
  );
  return [...atRoot, ...below];
}

/**
 * Where the page of a source is: documentation at the top, Chinese below `zh/`, a README for its folder, those of
 * docs beside the start pages. It ends with `.md`, as its source does.
 */
export function pageOf(source: string): string {
  if (source === 'README.md') return 'index.md';
  if (source === 'README.zh.md') return 'zh/index.md';
  if (source === 'docs/README.md') return 'guides.md';
  if (source === 'docs/zh/README.md') return 'zh/guides.md';
  return source
    .replace(/^docs\//, '')
    .replace(/(^|\/)README\.md$/, '$1index.md')
    .replace(/^(CHANGELOG|CONTRIBUTING|SECURITY)\.md$/, (name) => name.toLowerCase());
}

/** What a link of a source leads to on the site. */
export type Target =
  | { readonly kind: 'page'; readonly href: string }
  /** A file that is no page, and is copied. */
  | { readonly kind: 'file'; readonly href: string; readonly file: string }
  /** A folder without a page of its own. */
  | { readonly kind: 'nothing' };

/** Follows a relative link, without its hash, from the source that it stands in. */
export function targetOf(source: string, link: string): Target {
  const to = posix.join(posix.dirname(source), link);
  const place = path.join(root, to);
  if (!existsSync(place)) throw new Error(`${source} links to ${link}, which is not there.`);
  if (statSync(place).isDirectory()) {
    const readme = posix.join(to, 'README.md');
    return existsSync(path.join(root, readme))
      ? { kind: 'page', href: `/${pageOf(readme)}` }
      : { kind: 'nothing' };
  }
  if (to.endsWith('.md')) return { kind: 'page', href: `/${pageOf(to)}` };
  const name = posix.extname(to) === '' ? `${to}.txt` : to;
  return { kind: 'file', href: `/${name}`, file: to };
}
