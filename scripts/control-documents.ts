import { builtin } from '../src/controls/registry/builtin.ts';
import { text } from '../src/core/text.ts';
import { controlDocuments } from '../src/cli/site/control-documents.ts';
import type { Pages } from '../src/cli/site/layout.ts';
import { allUses } from '../src/cli/explain/uses.ts';

const count = builtin.controls.length;

const named = {
  title: text('The built-in controls', '内置控制项'),
  intro: text(
    `${count} controls, grouped by kind of subject, the most severe first.`,
    `共 ${count} 个控制项，按评估对象分类，同类中按严重程度由高到低排列。`,
  ),
} as const;

/** Every page of the built-in controls in both languages, and an index of each, by path from the root. */
export async function builtinDocuments(): Promise<Pages> {
  const pages = controlDocuments(builtin, await allUses(), named);
  return new Map([...pages].map(([name, content]) => [`docs/${name}`, content]));
}
