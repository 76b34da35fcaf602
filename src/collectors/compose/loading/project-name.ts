import { text } from '../../../core/text.ts';
import { basename } from 'node:path';
import { PlimsollError } from '../../../core/errors.ts';
import { invalidAt } from '../../../syntax/compose/tree/invalid-at.ts';
import { readFile, type Loading } from './load-file.ts';
import { fieldOf, textOf } from '../../../syntax/compose/tree/nodes.ts';
import { substitute } from '../../../syntax/compose/reading/substitute.ts';

/**
 * How a project is called: as a person says, as `COMPOSE_PROJECT_NAME` or the last of its files does, or like its folder.
 * What a person says must be a name; of any other text that is left which may stand in one.
 *
 * @throws PlimsollError `compose-invalid`
 */
export async function projectName(
  given: string | undefined,
  paths: readonly string[],
  folder: string,
  loading: Loading,
): Promise<string> {
  const name = given || loading.variables.get('COMPOSE_PROJECT_NAME');
  if (name) {
    if (/^[a-z0-9][a-z0-9_-]*$/.test(name)) return name;
    throw new PlimsollError(
      'compose-invalid',
      text(
        `${JSON.stringify(name)} cannot be the name of a project.`,
        `${JSON.stringify(name)} 不能作为项目名称`,
      ),
      {
        hint: text(
          'Use lower-case letters, digits, hyphens and underscores, beginning with a letter or a digit.',
          '请用小写字母、数字、连字符和下划线，以字母或数字开头。',
        ),
      },
    );
  }
  return (await nameInFiles(paths, loading)) ?? (cleaned(basename(folder)) || 'default');
}

async function nameInFiles(
  paths: readonly string[],
  loading: Loading,
): Promise<string | undefined> {
  let found: string | undefined;
  for (const path of paths) {
    for (const document of await readFile(path, loading)) {
      const node = fieldOf(document, 'name');
      const written = textOf(node);
      if (!node || written === undefined || written === '') continue;
      found = cleaned(substitute(written, loading.variables, node.place));
      if (found === '') {
        throw invalidAt(
          node.place,
          text('name: nothing of it may stand in a name', 'name：其中没有可用于名称的字符'),
        );
      }
    }
  }
  return found;
}

const cleaned = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '');
