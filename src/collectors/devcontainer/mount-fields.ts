import { csvFields } from '../../syntax/csv-fields.ts';
import { said, type Said } from '../../syntax/problem.ts';
import { fieldOf, fieldsAt, scalar, textOf, type Node } from '../../syntax/compose/tree/nodes.ts';
import { fill } from './variables.ts';

/** A mount as Compose spells it, or why it is not known what is mounted. */
export type FoundMount = { readonly mount: Node } | { readonly unknown: Said };

const notUnderstood = said(
  'this mount is not understood, so what it mounts is not known',
  '无法解析此挂载，因此无从得知其挂载的内容',
);

/** Keys of `docker run --mount` by the names that this reader goes by. */
const keys: Readonly<Record<string, string>> = {
  type: 'type',
  source: 'source',
  src: 'source',
  target: 'target',
  destination: 'target',
  dst: 'target',
  readonly: 'readonly',
  ro: 'readonly',
  'bind-propagation': 'propagation',
  'tmpfs-size': 'size',
  consistency: '',
  'bind-nonrecursive': '',
  'bind-recursive': '',
  'tmpfs-mode': '',
  'volume-nocopy': '',
  'volume-subpath': '',
};

/** Reads a mount: `type=bind,source=…,target=…` as `docker run --mount` does, or an object of these. */
export function mountIn(node: Node, workspace: string): FoundMount {
  const given = node.kind === 'map' ? ofObject(node) : ofText(textOf(node) ?? '');
  if (given === undefined) return { unknown: notUnderstood };
  const found = new Map<string, string>();
  for (const [name, written] of given) {
    const value = fill(written, workspace);
    if ('unknown' in value) return value;
    found.set(name, value.value);
  }
  const make = (value: string | boolean): Node => scalar(value, node.place);
  const target = found.get('target');
  const readOnly = truthOf(found.get('readonly'));
  if (target === undefined || readOnly === undefined) return { unknown: notUnderstood };
  const [propagation, size] = [found.get('propagation'), found.get('size')];
  const mount = fieldsAt(
    {
      type: make(found.get('type') ?? 'volume'),
      ...(found.has('source') ? { source: make(found.get('source') ?? '') } : {}),
      target: make(target),
      ...(readOnly ? { read_only: make(true) } : {}),
      ...(propagation ? { bind: fieldsAt({ propagation: make(propagation) }, node.place) } : {}),
      ...(size ? { tmpfs: fieldsAt({ size: make(size) }, node.place) } : {}),
    },
    node.place,
  );
  return { mount };
}

function ofObject(node: Node): readonly (readonly [string, string])[] | undefined {
  const names = ['type', 'source', 'target'] as const;
  const own = node.kind === 'map' ? [...node.entries.keys()] : [];
  if (own.some((name) => !names.some((each) => each === name) && name !== 'external')) return;
  return names.flatMap((name) => {
    const value = textOf(fieldOf(node, name));
    return value === undefined ? [] : [[name, value] as const];
  });
}

function ofText(written: string): readonly (readonly [string, string])[] | undefined {
  const found: (readonly [string, string])[] = [];
  for (const part of csvFields(written) ?? ['']) {
    const [, name = '', , value = ''] = /^([^=]*)(=(.*))?$/s.exec(part) ?? [];
    const key = keys[name.trim().toLowerCase()];
    // Of a key that this reader does not have, as the options of a volume driver, anything may come.
    if (key === undefined) return undefined;
    if (key !== '') found.push([key, value]);
  }
  return found;
}

/** Of a switch without a value it is on; `undefined` for what is no truth value. */
function truthOf(value: string | undefined): boolean | undefined {
  if (value === undefined) return false;
  if (value === '' || /^(?:1|t|true)$/i.test(value)) return true;
  return /^(?:0|f|false)$/i.test(value) ? false : undefined;
}
