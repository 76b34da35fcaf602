import { PlimsollError } from '../../core/errors.ts';
import { text, type Text } from '../../core/text.ts';
import { loadProject, type ProjectInput } from '../compose/loading/load-project.ts';
import { otherDocument } from '../compose/other-document.ts';
import { readLinked } from '../files/read-linked.ts';
import { mayBuild } from '../../syntax/dockerfile/is-dockerfile.ts';
import { isBuildFileName } from '../../knowledge/build-file-names.ts';

/** What a file is that has the name of one to scan and is something else; `undefined` of one that may be what it is called. */
export async function somethingElse(
  path: string,
  options: Omit<ProjectInput, 'files'>,
): Promise<Text | undefined> {
  const content = await readLinked(path).catch(() => undefined);
  // What cannot be read, or holds nothing, is reported where it is read as what it is called.
  if (content === undefined || content.trim() === '') return undefined;
  if (isBuildFileName(path)) {
    return mayBuild(content) ? undefined : text('it has no FROM', '其中没有 FROM 指令');
  }
  const other = otherDocument(content);
  if (other) return other;
  if (isTemplate.test(content) && (await isRefused(path, options))) {
    return text('a template, which makes a file of its own', '模板文件，需渲染后才能使用');
  }
  return undefined;
}

/** Where a template is filled in, no YAML can be; a quoted `'{{.Node.ID}}'` is Swarm's own. */
const isTemplate = /^[ \t]*(?:-[ \t]+)?\{[{%]|:[ \t]+\{\{/m;

/** Whether Compose would refuse the file: one that it takes is no template, whatever its texts hold. */
async function isRefused(path: string, options: Omit<ProjectInput, 'files'>): Promise<boolean> {
  try {
    await loadProject({ ...options, files: [path] });
    return false;
  } catch (error) {
    if (error instanceof PlimsollError) return true;
    throw error;
  }
}
