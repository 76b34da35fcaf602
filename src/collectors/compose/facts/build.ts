import type { Redactor } from '../../redaction/create-redactor.ts';
import { isSecretName } from '../../../syntax/secrets/secret-names.ts';
import { missing, sourced } from '../../gathering/partial-facts.ts';
import { type Entry, entriesOf, itemsOf, textOf } from '../../../syntax/compose/tree/nodes.ts';
import { sourceAt } from '../loading/source-at.ts';
import { neededIn } from '../../../syntax/compose/reading/required-variables.ts';
import { isTrue, type Said } from './read-fields.ts';

/** How the image of a service is built; nothing where it is not. */
export function buildOf(said: Said, variables: ReadonlyMap<string, string>, redactor: Redactor) {
  const build = said.field('build');
  if (build === undefined) return {};
  return {
    build: said.at(build, {
      arguments: entriesOf(said.field('build', 'args')).map(([name, entry]) =>
        argumentOf(name, entry, variables, redactor),
      ),
      privileged: said.or('build.privileged', isTrue, false),
      network: said.or('build.network', (node) => textOf(node) ?? 'default', 'default'),
      entitlements: said.or(
        'build.entitlements',
        (node) => itemsOf(node).map((item) => textOf(item) ?? ''),
        [],
      ),
    }),
  };
}

/** One build argument; without a value in the file it is the environment's, or is handed in at the build. */
function argumentOf(
  name: string,
  { key, value }: Entry,
  variables: ReadonlyMap<string, string>,
  redactor: Redactor,
) {
  const source = sourceAt(key);
  const held = textOf(value) ?? variables.get(name) ?? '';
  const detail = neededIn(held, (message) => redactor.text(message).value);
  if (detail !== undefined && !isSecretName(name)) {
    const open = missing({ reason: 'unavailable', detail, source });
    return { name, secret: open, rule: open, fingerprint: open };
  }
  const handedIn = (held === '' || detail !== undefined) && isSecretName(name);
  return handedIn
    ? sourced({ name, secret: true, rule: 'secret-argument', fingerprint: null }, source)
    : sourced(redactor.classify(name, held), source);
}
