import { fieldOf, fieldsAt, textOf } from '../tree/nodes.ts';
import { shortOr } from './form.ts';
import { listOf, textOrList } from './lists.ts';
import { fields } from './maps.ts';
import { flag, text } from './scalars.ts';

const envFile = listOf(
  shortOr(fields({ path: text, required: flag, format: text }, { required: ['path'] }), (node) =>
    node.kind === 'scalar' ? fieldsAt({ path: node }, node.place) : node,
  ),
  (item) => textOf(fieldOf(item, 'path')),
);

/** Files of variables, each path once. */
export const envFiles = textOrList(envFile);
