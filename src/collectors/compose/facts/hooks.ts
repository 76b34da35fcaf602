import { basename } from 'node:path/posix';
import type { Workload } from '../../../core/subjects/workload/workload.ts';
import { userOf } from '../../workload/user-of.ts';
import { sourced } from '../../gathering/partial-facts.ts';
import { ruleFor, rulesIn, type Redactor } from '../../redaction/create-redactor.ts';
import {
  type Node,
  type Place,
  entriesOf,
  fieldOf,
  itemsOf,
  textOf,
} from '../../../syntax/compose/tree/nodes.ts';
import { sourceAt } from '../loading/source-at.ts';
import { isTrue, type Said } from './read-fields.ts';

type Hook = NonNullable<Workload['hooks']>[number];

const moments = [
  ['pre_start', 'before-start'],
  ['post_start', 'after-start'],
  ['pre_stop', 'before-stop'],
] as const;

const fields = moments.map(([field]) => field);

/** The commands that Compose runs in a container beside its own; nothing where there are none. */
export function hooksOf(said: Said, redactor: Redactor) {
  const hooks = [
    ...moments.flatMap(([field, when]) =>
      itemsOf(said.field(field)).map((node) => [when, node] as const),
    ),
    ...watched(said.field('develop')).map((node) => ['after-start', node] as const),
  ].map(([when, node]) => sourced(hookOf(when, node, redactor), sourceAt(node.place)));
  return hooks.length === 0 ? {} : { hooks };
}

/** What Compose runs in a container whenever a file changes that it watches. */
const watched = (develop: Node | undefined): readonly Node[] =>
  itemsOf(fieldOf(develop, 'watch')).flatMap((each) => fieldOf(each, 'exec') ?? []);

/** Where the hooks of a service stand, in the order of {@link hooksOf}. */
export const hookPlaces = (service: Node): readonly Place[] =>
  [
    ...fields.flatMap((field) => itemsOf(fieldOf(service, field))),
    ...watched(fieldOf(service, 'develop')),
  ].map(({ place }) => place);

/** Rules that found something like a secret in the commands or the variables of hooks, with the hook that each is of. */
export function secretsInHooks(said: Said): readonly (readonly [Node, readonly string[]])[] {
  return [
    ...fields.flatMap((field) => itemsOf(said.field(field))),
    ...watched(said.field('develop')),
  ].map((node) => [node, [...rulesIn(wordsOf(node)), ...rulesOfVariables(node)]]);
}

function hookOf(when: Hook['when'], node: Node, redactor: Redactor): Hook {
  const user = textOf(fieldOf(node, 'user'));
  const [program = ''] = (wordsOf(node)[0] ?? '').trim().split(/\s/);
  return {
    when,
    program: rulesIn([program]).length > 0 ? '' : basename(program),
    command: [...redactor.command(wordsOf(node)).value],
    user: user ? userOf(user) : null,
    privileged: isTrue(fieldOf(node, 'privileged')),
  };
}

/** A command that is one text stays one. */
function wordsOf(hook: Node): readonly string[] {
  const command = fieldOf(hook, 'command');
  return (command?.kind === 'list' ? itemsOf(command) : [command]).map(wordOf);
}

const wordOf = (node: Node | undefined): string => textOf(node) ?? '';

/** Variables of a hook are a map, or a list of `NAME=value`. */
function rulesOfVariables(hook: Node): readonly string[] {
  const variables = fieldOf(hook, 'environment');
  const pairs = [
    ...entriesOf(variables).map(([name, { value }]) => [name, wordOf(value)] as const),
    ...itemsOf(variables).map((item) => {
      const [name = '', ...rest] = wordOf(item).split('=');
      return [name, rest.join('=')] as const;
    }),
  ];
  return pairs.flatMap(([name, value]) => ruleFor(name, value) ?? []);
}
