import { fieldOf, fieldsAt, scalar, textOf } from '../tree/nodes.ts';
import { shortOr } from './form.ts';
import { listOf } from './lists.ts';
import { fields } from './maps.ts';
import { text } from './scalars.ts';

/** Devices of the host: `SOURCE[:TARGET][:RIGHTS]`, or field by field. */
export const devices = listOf(
  shortOr(fields({ source: text, target: text, permissions: text }), (node) => {
    const spelled = textOf(node);
    if (node.kind !== 'scalar' || spelled === undefined) return node;
    const [source = '', target = '', permissions = 'rwm'] = spelled.split(':');
    return fieldsAt(
      {
        source: scalar(source, node.place),
        target: scalar(target || source, node.place),
        permissions: scalar(permissions, node.place),
      },
      node.place,
    );
  }),
  (item) => textOf(fieldOf(item, 'target')),
);
