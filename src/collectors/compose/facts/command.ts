import { rulesIn, type Redactor } from '../../redaction/create-redactor.ts';
import { itemsOf, textOf, type Node } from '../../../syntax/compose/tree/nodes.ts';
import { text } from '../../../core/text.ts';
import { secretsInHooks } from './hooks.ts';
import type { Said } from './read-fields.ts';

/** An entrypoint takes away the image's own arguments; arguments alone leave its entrypoint. */
export function commandOf(said: Said, redactor: Redactor) {
  const words = (name: string) => itemsOf(said.field(name)).map((item) => textOf(item) ?? '');
  const [entrypoint, argumentsOf] = [said.field('entrypoint'), said.field('command')];
  const { value, rules } = redactor.command([...words('entrypoint'), ...words('command')]);
  const node = argumentsOf ?? entrypoint;
  const whole = entrypoint !== undefined && words('entrypoint').length > 0;
  const rest = said.unknown(
    text(
      'the file names no entrypoint, and so its image decides',
      '文件未指定入口点，由其镜像决定',
    ),
  );
  const check = said.field('healthcheck', 'test');
  const checked = rulesIn(itemsOf(check).map((item) => textOf(item) ?? ''));
  const found = [
    [node, rules] as const,
    ...[entrypoint, argumentsOf].map((each) => [each, passedOver(each)] as const),
    [check, checked] as const,
    ...secretsInHooks(said),
  ];
  const first = found.find(([, each]) => each.length > 0);
  return {
    // A base file may give arguments to an entrypoint that has none.
    command: whole ? (argumentsOf ? said.decided(argumentsOf, value) : said.at(node, value)) : rest,
    ...(argumentsOf && !whole ? { givenArguments: said.decided(argumentsOf, value) } : {}),
    // What was found stays found, whatever the image adds.
    secretArguments:
      whole || first
        ? said.at(
            first ? first[0] : node,
            found.flatMap(([, each]) => each),
          )
        : rest,
  };
}

/** Secrets that stand where Compose reads nothing any more: they are in the file all the same. */
const passedOver = (node: Node | undefined): readonly string[] =>
  rulesIn(node?.kind === 'list' ? (node.passedOver ?? '').split(/[\s;&|<>'"]+/) : []);
