import { hookScripts } from '../../../syntax/shell/hook-files.ts';
import { createWrittenTexts } from '../../../syntax/shell/written-texts.ts';
import { fieldOf, itemsOf, textOf, type Node } from '../../../syntax/compose/tree/nodes.ts';
import { readStart } from '../../dockerfile/start-facts.ts';
import { sourced } from '../../gathering/partial-facts.ts';
import type { Redactor } from '../../redaction/create-redactor.ts';
import type { Project } from '../loading/load-project.ts';
import { sourceAt } from '../loading/source-at.ts';
import type { Said } from './read-fields.ts';

type By = 'command' | 'healthCheck' | 'file';

const wordsOf = (node: Node | undefined): readonly string[] =>
  itemsOf(node).map((item) => textOf(item) ?? '');

const hookFields = ['pre_start', 'post_start', 'pre_stop'] as const;

/** What a service runs of the texts that the project holds and mounts into it; nothing where it mounts none. */
export function startsOf(said: Said, service: Node, project: Project, redactor: Redactor) {
  const written = createWrittenTexts();
  const texts = itemsOf(fieldOf(service, 'configs')).flatMap((node) => {
    const name = textOf(fieldOf(node, 'source')) ?? '';
    const content = fieldOf(project.whole, 'configs', name, 'content');
    const text = textOf(content);
    if (content === undefined || text === undefined) return [];
    const path = textOf(fieldOf(node, 'target')) ?? name;
    return [{ path: path.startsWith('/') ? path : `/${path}`, text, node: content }];
  });
  if (texts.length === 0) return {};
  for (const { path, text } of texts) written.write(path, { text });
  const reading = { redactor, written, code: new Set<string>() };
  const state = { env: new Map<string, string>(), folder: null };
  const startOf = (by: By, words: readonly string[], node: Node | undefined) => {
    if (words.length === 0 || node === undefined) return [];
    // A text with blanks in it is for a shell where it stands alone.
    const isText = words.length === 1 && /\s/.test(words[0] ?? '');
    const run = isText ? ['/bin/sh', '-c', ...words] : words;
    const source = sourceAt(node.place);
    return [sourced({ by, ...readStart(reading, state, run, by, source) }, source)];
  };
  const [entrypoint, command] = [said.field('entrypoint'), said.field('command')];
  const test = said.field('healthcheck', 'test');
  const [kind, ...check] = wordsOf(test);
  const hooks = hookFields.flatMap((field) => itemsOf(said.field(field)));
  return {
    starts: [
      ...startOf('command', [...wordsOf(entrypoint), ...wordsOf(command)], command ?? entrypoint),
      ...startOf('healthCheck', kind === 'CMD-SHELL' ? ['/bin/sh', '-c', ...check] : check, test),
      ...hooks.flatMap((hook) => {
        const own = fieldOf(hook, 'command');
        const words = own?.kind === 'list' ? wordsOf(own) : [textOf(own) ?? ''];
        return startOf('command', words, hook);
      }),
      ...texts.flatMap(({ path, text, node }) =>
        hookScripts(path, text).flatMap((script) => startOf('file', ['sh', '-c', script], node)),
      ),
    ],
  };
}
