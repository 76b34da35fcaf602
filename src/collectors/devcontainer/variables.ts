import { basename } from 'node:path';
import { said, type Said } from '../../syntax/problem.ts';
import { scalar, textOf, type Node } from '../../syntax/compose/tree/nodes.ts';
import { standUnset } from '../../syntax/compose/reading/required-variables.ts';

const variable = /\$\{([^}]*)\}/g;

/** The home of the person who opens the folder, as it is written for every system. */
const home = /\$\{(?:localEnv|env):HOME\}(?:\$\{(?:localEnv|env):USERPROFILE\})?(?=[/\\,:]|$)/g;

/** What a variable stands for that is the same wherever the folder is opened; `undefined` for one that is not known. */
function known(name: string, workspace: string): string | undefined {
  switch (name) {
    case 'localWorkspaceFolder':
      return '.';
    case 'localWorkspaceFolderBasename':
    case 'containerWorkspaceFolderBasename':
      return basename(workspace);
    case 'containerWorkspaceFolder':
      return `/workspaces/${basename(workspace)}`;
    case 'devcontainerId':
      return 'devcontainerId';
    default:
      return undefined;
  }
}

/** A text with the variables that are known; or why it is not known what it holds. */
export type Filled = { readonly value: string } | { readonly unknown: Said };

/** Fills a text in: the folder as `.`, the home as `~`. */
export function fill(written: string, workspace: string): Filled {
  const open: string[] = [];
  const value = written.replaceAll(home, '~').replaceAll(variable, (_, name: string) => {
    const found = known(name, workspace);
    if (found === undefined) open.push(nameOf(name));
    return found ?? '';
  });
  return open.length === 0 ? { value } : { unknown: notKnown(open.join(', ')) };
}

const notKnown = (names: string): Said =>
  said(
    `the value of ${names} is known only where the folder is opened`,
    `${names} 的取值只有在打开该文件夹的机器上才能得知`,
  );

/** Without the default of a variable, which is one of the values that it may have. */
const nameOf = (written: string): string => written.split(':', 2).join(':');

/** A text whose value affects nothing but itself, with what stands for a variable that is not known. */
export function openText(node: Node, workspace: string): Node {
  const written = textOf(node);
  if (written === undefined || !written.includes('${')) return node;
  const filled = written.replaceAll(
    variable,
    (_, name: string) =>
      known(name, workspace) ?? standUnset((name.split(':')[1] ?? name).replaceAll(/\W/g, '_')),
  );
  return scalar(filled, node.place);
}
