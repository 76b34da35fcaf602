import { judgeFramework } from '../../src/core/assessment/judge-framework.ts';
import type { Assessment } from '../../src/core/assessment/assessment.ts';
import { emptyTally } from '../../src/core/assessment/tally.ts';
import type { Papers } from '../../src/core/snapshot/papers.ts';
import type { Language } from '../../src/core/text.ts';
import {
  builtinFrameworks,
  type BuiltinFrameworkId,
} from '../../src/frameworks/registry/registry.ts';
import type { Block, Row, Section } from '../../src/reporters/document/blocks/block.ts';
import type { Content } from '../../src/reporters/document/blocks/content.ts';
import { buildDocument } from '../../src/reporters/documents/build-document.ts';
import { sampleAssessment } from '../fixtures/assessment.ts';

/** The sample, by a standard whose controls pass on hosts and fail elsewhere, with what its papers say of the system. */
export async function assessedBy(id: BuiltinFrameworkId, papers: Papers = {}): Promise<Assessment> {
  const judged = judgeFramework(await builtinFrameworks[id].load(), {
    tallyOf: (control) => ({
      ...emptyTally(),
      ...(control.startsWith('host-') ? { pass: 1 } : { fail: 1 }),
    }),
    paramsOf: () => ({}),
    attestations: [],
    at: '2026-11-24T12:00:00Z',
  });
  const system = { name: 'Card platform', scope: 'All of it.', papers, outside: [] };
  return { ...sampleAssessment(), system, frameworks: [judged] };
}

/** The sections of the standard's document for that. */
export async function paperOf(
  id: BuiltinFrameworkId,
  papers: Papers = {},
  language: Language = 'en',
): Promise<readonly Section[]> {
  const assessment = await assessedBy(id, papers);
  return buildDocument(assessment, { language, frameworkId: id }).sections;
}

/** The words of a piece of running text. */
export function textOf(content: Content): string {
  if (typeof content === 'string') return content;
  if (!('kind' in content)) return content.map(textOf).join('');
  if (content.kind === 'lines') return content.lines.map(textOf).join('\n');
  return 'text' in content ? textOf(content.text) : '';
}

/** All rows of tables in a section, and of labels with what they say. */
export const rowsIn = (blocks: readonly Block[]): readonly Pick<Row, 'anchor' | 'cells'>[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'section') return rowsIn(block.blocks);
    if (block.kind === 'facts') return block.rows.map((cells) => ({ cells }));
    return block.kind === 'table' ? block.rows : [];
  });

/** The rows of a section, each as the words of its cells. */
export function wordsIn(sections: readonly Section[], anchor: string): readonly string[][] {
  const found = sections.find((each) => each.anchor === anchor);
  if (!found) throw new Error(`There is no section ${anchor}.`);
  return rowsIn(found.blocks).map(({ cells }) => cells.map(textOf));
}
