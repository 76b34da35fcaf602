import { posix } from 'node:path';
import { said } from '../../problem.ts';
import { invalidAt } from '../tree/invalid-at.ts';
import { fieldOf, fieldsAt, scalar, textOf, type Node } from '../tree/nodes.ts';
import { anything } from './any-value.ts';
import { alone, shortOr, wrong } from './form.ts';
import { listOf } from './lists.ts';
import { fields } from './maps.ts';
import { flag, text, whole } from './scalars.ts';
import { size } from './sizes.ts';

const longVolume = fields(
  {
    type: text,
    source: text,
    target: text,
    read_only: flag,
    consistency: text,
    bind: fields({ propagation: text, create_host_path: flag, selinux: text, recursive: text }),
    volume: fields({ nocopy: flag, subpath: text, labels: anything }),
    tmpfs: fields({ size, mode: whole }),
    image: anything,
    cluster: anything,
  },
  { required: ['type'] },
);

const propagations = /^(?:private|rprivate|slave|rslave|shared|rshared)$/;

/** Volumes of a service, the short spelling taken apart; of two for one target the later one stands. */
export const volumes = listOf(
  alone(
    shortOr(longVolume, (node, at) => {
      if (node.kind === 'map') return node;
      const spelled = textOf(node);
      if (spelled === undefined || spelled === '') {
        throw wrong(node, at, said('SOURCE:TARGET, or a map', ' SOURCE:TARGET 或映射'));
      }
      return shortVolume(spelled, node, at);
    }),
  ),
  (volume) => textOf(fieldOf(volume, 'target')),
);

/** What stands between colons; that after a single letter is a drive's, as in `C:\\data`. */
function partsOf(spelled: string): readonly string[] {
  const parts: string[] = [];
  let drive = '';
  for (const piece of spelled.split(':')) {
    if (drive === '' && /^\p{L}$/u.test(piece)) drive = piece;
    else {
      parts.push(drive === '' ? piece : `${drive}:${piece}`);
      drive = '';
    }
  }
  return drive === '' ? parts : [...parts, drive];
}

function shortVolume(spelled: string, node: Node, at: string): Node {
  const parts = partsOf(spelled);
  const { place } = node;
  const make = (value: string | boolean) => scalar(value, place);
  const refuse = (en: string, zh: string) => {
    const what = `${at}: ${JSON.stringify(spelled)}`;
    return invalidAt(place, said(`${what} ${en}`, `${what} ${zh}`));
  };
  if (parts.some((part) => part === '')) {
    throw refuse('has an empty part', '含有空的部分');
  }
  const [first = '', second, asked = '', ...others] = parts;
  if (others.length > 0) {
    throw refuse('has too many colons', '冒号过多');
  }
  if (second === undefined) {
    return fieldsAt(
      { type: make('volume'), target: make(clean(first)), volume: fieldsAt({}, place) },
      place,
    );
  }
  const options = asked.split(',');
  const readOnly = options.findLast((option) => option === 'ro' || option === 'rw') === 'ro';
  const selinux = options.findLast((option) => option === 'z' || option === 'Z');
  const propagation = options.findLast((option) => propagations.test(option));
  const isPath = /^(?:[./~]|\\\\|\p{L}:)/u.test(first);
  const common = {
    type: make(isPath ? 'bind' : 'volume'),
    source: make(first),
    target: make(clean(second)),
    ...(readOnly ? { read_only: make(true) } : {}),
  };
  if (!isPath) {
    const nocopy = options.includes('nocopy') ? { nocopy: make(true) } : {};
    return fieldsAt({ ...common, volume: fieldsAt(nocopy, place) }, place);
  }
  const bind = fieldsAt(
    {
      create_host_path: make(true),
      ...(selinux ? { selinux: make(selinux) } : {}),
      ...(propagation ? { propagation: make(propagation) } : {}),
    },
    place,
  );
  return fieldsAt({ ...common, bind }, place);
}

/** A target in its shortest spelling, by which two are the same; Compose leaves those of the long form as they are. */
const clean = (target: string): string => posix.join(target, '.');
