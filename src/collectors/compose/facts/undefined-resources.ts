import { text } from '../../../core/text.ts';
import type { Unread } from '../../gathering/unread-gap.ts';
import { more, type More } from '../../gathering/partial-facts.ts';
import type { Project } from '../loading/load-project.ts';
import {
  type Node,
  type Place,
  entriesOf,
  fieldOf,
  itemsOf,
  textOf,
} from '../../../syntax/compose/tree/nodes.ts';
import { sourceAt } from '../loading/source-at.ts';
import { isDefined, networksOfService, type Part } from './resource-names.ts';
import { refusal } from './read-fields.ts';

/** Why nothing is known of a network, volume, secret or configuration that a service names and its project does not have. */
export const nowhere = (kind: Part, name: string, place?: Place): Unread => ({
  reason: 'malformed',
  detail: text(
    `${kind} has no ${name}, and so Compose refuses it`,
    `${kind} 中没有 ${name}，Compose 会拒绝`,
  ),
  ...(place ? { source: sourceAt(place) } : {}),
});

/** Why it is not known which networks a service is on; `undefined` where it is. */
export function networkFault(service: Node, project: Project): Unread | undefined {
  const [mode, asked] = [fieldOf(service, 'network_mode'), fieldOf(service, 'networks')];
  if (mode && entriesOf(asked).length > 0) {
    return {
      reason: 'malformed',
      detail: text(
        'network_mode and networks exclude one another, and so Compose refuses it',
        'network_mode 与 networks 互斥，Compose 会拒绝',
      ),
      source: sourceAt(mode.place),
    };
  }
  const lacking = networksOfService(service).find((name) => !isDefined(project, 'networks', name));
  return lacking === undefined
    ? undefined
    : nowhere('networks', lacking, asked?.place ?? service.place);
}

/** What stands for the items of a list that Compose refuses. */
export const refusedItems = (items: readonly Node[]): readonly More[] =>
  items.flatMap(({ fault, place }) => (fault ? [more(refusal(fault, place))] : []));

/** What stands for the volumes that Compose refuses, and for the files of secrets and configurations that a service names and its project does not have. */
export const lackingMounts = (service: Node, project: Project): readonly More[] => [
  ...refusedItems(itemsOf(fieldOf(service, 'volumes'))),
  ...(['secrets', 'configs'] as const).flatMap((kind) =>
    itemsOf(fieldOf(service, kind)).flatMap((item) => {
      const name = textOf(fieldOf(item, 'source')) ?? '';
      return isDefined(project, kind, name) ? [] : [more(nowhere(kind, name, item.place))];
    }),
  ),
];
