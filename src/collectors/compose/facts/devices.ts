import { sourced } from '../../gathering/partial-facts.ts';
import { type Node, fieldOf, itemsOf, textOf } from '../../../syntax/compose/tree/nodes.ts';
import { sourceAt } from '../loading/source-at.ts';
import type { Said } from './read-fields.ts';

/** The devices of the host that a service is given, by their paths. */
export const devicesOf = (node: Node) =>
  itemsOf(node).map((item) =>
    sourced(
      {
        hostPath: textOf(fieldOf(item, 'source')) ?? '',
        containerPath: textOf(fieldOf(item, 'target')) ?? '',
        permissions: textOf(fieldOf(item, 'permissions')) ?? 'rwm',
      },
      sourceAt(item.place),
    ),
  );

/** Devices that are asked for through a driver; `gpus` asks for them as well, `all` or one by one. */
export function deviceRequestsOf(said: Said) {
  const reserved = said.field('deploy', 'resources', 'reservations', 'devices');
  const gpus = said.field('gpus');
  const request = (item: Node, more: readonly string[]) =>
    sourced(
      {
        driver: textOf(fieldOf(item, 'driver')) ?? '',
        capabilities: [
          ...itemsOf(fieldOf(item, 'capabilities')).map((each) => textOf(each) ?? ''),
          ...more,
        ],
      },
      sourceAt(item.place),
    );
  return said.at(reserved ?? gpus, [
    ...itemsOf(reserved).map((item) => request(item, [])),
    ...(gpus?.kind === 'list' ? gpus.items : gpus ? [gpus] : []).map((item) =>
      request(item, ['gpu']),
    ),
  ]);
}
