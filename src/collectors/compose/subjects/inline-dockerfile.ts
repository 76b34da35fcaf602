import { join } from 'node:path';
import { SyntaxProblem } from '../../../syntax/problem.ts';
import { text as wording } from '../../../core/text.ts';
import { cutBehind } from '../../dockerfile/built-stages.ts';
import { lookAtContext } from '../../dockerfile/read-build-context.ts';
import {
  dockerfileFacts,
  type ContextFacts,
  type ParsedDockerfile,
} from '../../dockerfile/parse-dockerfile.ts';
import { splitInstructions, type Placing } from '../../../syntax/dockerfile/split-instructions.ts';
import { missing, settle } from '../../gathering/partial-facts.ts';
import { contextsIn, rightsOf } from './builds.ts';
import { certaintyIn } from './certainty.ts';
import type { BuildArguments } from '../../gathering/build.ts';
import type { Redactor } from '../../redaction/create-redactor.ts';
import type { Project } from '../loading/load-project.ts';
import { type Node, fieldOf, textOf } from '../../../syntax/compose/tree/nodes.ts';
import { sourceAt } from '../loading/source-at.ts';

/**
 * Reads the Dockerfile that a service holds in itself (`build.dockerfile_inline`), with the lines of the Compose file.
 * One that no builder would take is a gap, since the service itself can still be judged.
 *
 * @param given its build arguments
 * @returns nothing where there is none
 */
export async function inlineDockerfile(
  service: Node,
  project: Project,
  redactor: Redactor,
  given: BuildArguments,
): Promise<ParsedDockerfile | undefined> {
  const node = fieldOf(service, 'build', 'dockerfile_inline');
  const content = textOf(node);
  if (node === undefined || content === undefined) return undefined;
  const { name } = node.place.file;
  try {
    const split = splitInstructions(content, name, placingOf(node, content, project));
    const stage = textOf(fieldOf(service, 'build', 'target'));
    const context = await contextOf(service, project);
    return dockerfileFacts(stage === undefined ? split : cutBehind(split, stage), name, redactor, {
      context,
      given,
      rights: rightsOf(fieldOf(service, 'build')),
      contexts: contextsIn(fieldOf(service, 'build'), project, certaintyIn(project)),
    });
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    const detail = wording(
      `no builder would take it: ${error.message}`,
      `任何构建器都不会接受：${error.message}`,
    );
    return settle(missing({ reason: 'malformed', detail, source: sourceAt(node.place) }));
  }
}

/** Files around it are looked at where they are the project's own. */
async function contextOf(
  service: Node,
  { files, folder }: Project,
): Promise<ContextFacts | undefined> {
  const context = textOf(fieldOf(service, 'build', 'context')) ?? folder;
  return files.holds(context) ? await lookAtContext(join(context, 'Dockerfile')) : undefined;
}

/** In a literal block (`|`) each line of the text is a line of the file; of anything else all stand where it begins. */
function placingOf({ place }: Node, content: string, { read }: Project): Placing {
  const start = sourceAt(place);
  const { line = 1, column = 1 } = start;
  const file = (read.get(start.path)?.text ?? '').split(/\r?\n/);
  const first = line + 1;
  const written = file
    .slice(line, line + content.trimEnd().split('\n').length)
    .filter((each) => each.trim() !== '');
  const indent = written[0]?.search(/\S/) ?? 0;
  const literal = /^\|[-+\d]*\s*(?:#.*)?$/.test((file[line - 1] ?? '').slice(column - 1));
  // A variable whose value has lines of its own would move all that follow.
  const whole = written.every((each) => each.search(/\S/) >= indent);
  return literal && whole && indent > 0
    ? (at, col) => ({ line: first + at - 1, column: indent + col })
    : () => ({ line, column });
}
