import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');

/** The papers that show an example in full. */
export const papersWithExamples = ['docs/library.md', 'docs/zh/library.md'] as const;

/** A comment that names a file under examples/, and the code block after it if there is one. */
const place = /<!-- (examples\/[\w./-]+) -->\n\n(?:```ts\n[\s\S]*?```\n\n)?/g;

/** A paper with every example that it names as it really is. */
export function withExamples(paper: string): string {
  return paper.replace(place, (_, file: string) => {
    const code = readFileSync(path.join(root, file), 'utf8');
    return `<!-- ${file} -->\n\n\`\`\`ts\n${code}\`\`\`\n\n`;
  });
}
