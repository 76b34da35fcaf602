import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A code block of a page that people read. */
export interface GuideBlock {
  /** From the project's folder. */
  readonly page: string;
  /** The first line of its code, from 1. */
  readonly line: number;
  readonly language: string;
  readonly code: string;
  /** Why it cannot be run here: the page says so in a comment before it, `<!-- not run: … -->`. */
  readonly notRun: string | undefined;
}

/** Pages with commands and code for users; those that are generated have none. */
export const guides: readonly string[] = [
  'README.md',
  'README.zh.md',
  ...readdirSync(path.join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  ...readdirSync(path.join(root, 'examples'))
    .map((name) => `examples/${name}/README.md`)
    .filter((page) => existsSync(path.join(root, page))),
];

const fence = /(?:^<!-- not run: ([^>]+) -->\n\n?)?^```(\w+)\n([\s\S]*?)^```$/gm;

/** The code blocks of a language on a page, in their order. */
export function blocksOf(page: string, language: string): readonly GuideBlock[] {
  const text = readFileSync(path.join(root, page), 'utf8');
  return [...text.matchAll(fence)].flatMap((match) => {
    const [whole, notRun, found = '', code = ''] = match;
    if (found !== language) return [];
    const before = text.slice(0, match.index + whole.indexOf(`\`\`\`${found}`));
    return [{ page, line: before.split('\n').length + 1, language, code, notRun }];
  });
}
