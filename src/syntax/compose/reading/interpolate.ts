import {
  fieldOf,
  list,
  map,
  scalar,
  tagged,
  textOf,
  type Entry,
  type Node,
  type ScalarNode,
} from '../tree/nodes.ts';
import { isSecretName } from '../../secrets/secret-names.ts';
import { orRefused } from '../forms/form.ts';
import { fillName } from './fill-image-name.ts';
import { refuse, standIn, standUnset } from './required-variables.ts';
import { substitute, type Variables } from './substitute.ts';

/**
 * Fields of a service in which each text stands for itself, as its image does: one that is not known leaves all others
 * as they are.
 */
const apart: ReadonlySet<string> = new Set(['environment', 'labels']);

/**
 * Fields in which each value, or each item, decides nothing but itself: the rest of the project is judged without it.
 */
const decideThemselves: ReadonlySet<string> = new Set([
  'cpus',
  'mem_limit',
  'mem_reservation',
  'memswap_limit',
  'pids_limit',
  'ports',
  'scale',
  'shm_size',
]);

/** The same of fields within one, as the labels that a Swarm gives a service are. */
const apartWithin: ReadonlyMap<string, string> = new Map([
  ['build', 'args'],
  ['deploy', 'labels'],
]);

/** Folders that variables of the environment name as well. */
export interface Places {
  /** The home of the user who starts Compose, as `HOME` names it. */
  readonly home: string;
  /** The folder of the project, as `PWD` names it for who stands in it. */
  readonly folder: string;
}

/**
 * Puts the values of variables into every text of a file, names of fields excepted. Where one that must be set is not,
 * a text that stands for itself says so, and any other is refused.
 *
 * @throws SyntaxProblem
 */
export const interpolate = (document: Node, variables: Variables, places: Places): Node =>
  eachField(document, (top, node) =>
    top === 'services'
      ? eachField(node, (_, service) =>
          eachField(service, (field, value) => fillField(field, value, variables, places)),
        )
      : top === 'volumes'
        ? eachField(node, (_, volume) => fillVolume(volume, variables))
        : fill(node, variables, top.startsWith('x-')),
  );

/** A volume, in whose options a variable without a value may stand for a password. */
function fillVolume(volume: Node, variables: Variables): Node {
  if (volume.kind !== 'map') return fill(volume, variables, false);
  return eachField(volume, (field, value) =>
    field === 'driver_opts' && value.kind === 'map'
      ? eachField(value, (name, option) => {
          const open = maySecretStand(name, textOf(option)) ? standUnset : undefined;
          return fill(option, variables, false, open);
        })
      : fill(value, variables, false),
  );
}

const maySecretStand = (name: string, given = ''): boolean =>
  name === 'o' ? /(?:^|,)\s*pass[^=,]*=[^,]*\$/i.test(given) : isSecretName(name);

/** A path that is written from one of the folders that {@link Places} names. */
const fromPlace = /^\$(?:\{(?<braced>HOME|PWD)\}|(?<bare>HOME|PWD))(?=[/:]|$)/;

/**
 * Writes what is mounted from one of them, in either form, as Compose itself spells it, so that it is known to be no path of
 * this machine's.
 */
function spellPlaces(node: Node, variables: Variables, { home, folder }: Places): Node {
  const spell = (path: string): string =>
    path.replace(fromPlace, (written: string, braced?: string, bare?: string) => {
      const [place, spelled] = (braced ?? bare) === 'HOME' ? [home, '~'] : [folder, '.'];
      return variables.get(braced ?? bare ?? '') === place ? spelled : written;
    });
  const change = (volume: Node): Node =>
    volume.kind === 'scalar'
      ? fillText(volume, spell)
      : eachField(volume, (name, value) =>
          name === 'source' && value.kind === 'scalar' ? fillText(value, spell) : value,
        );
  const begins = (volume: Node): boolean =>
    fromPlace.test(textOf(volume.kind === 'map' ? fieldOf(volume, 'source') : volume) ?? '');
  if (node.kind !== 'list' || !node.items.some(begins)) return node;
  return tagged(list(node.items.map(change), node.place), node.tag);
}

function fillField(field: string, value: Node, variables: Variables, places: Places): Node {
  if (field === 'volumes') return fillAlone(spellPlaces(value, variables, places), variables);
  if (decideThemselves.has(field)) return fillAlone(value, variables);
  const within = apartWithin.get(field);
  if (within !== undefined && value.kind === 'map') {
    return eachField(value, (name, part) => fill(part, variables, name === within));
  }
  if (field === 'environment') return fill(value, variables, true, standUnset);
  if (field === 'user') return fill(value, variables, true, standUnset);
  return field === 'image' && value.kind === 'scalar'
    ? fillText(value, (text) => fillName(text, variables, value.place))
    : fill(value, variables, apart.has(field));
}

/** When a missing variable makes Compose refuse a project, only one value or one item of a list is affected. */
function fillAlone(node: Node, variables: Variables): Node {
  if (node.kind !== 'list') return orRefused(node, () => fill(node, variables, false));
  return tagged(
    list(
      node.items.map((item) => fillAlone(item, variables)),
      node.place,
    ),
    node.tag,
  );
}

function eachField(node: Node, next: (name: string, value: Node) => Node): Node {
  if (node.kind !== 'map') return node;
  const entries = new Map<string, Entry>();
  for (const [name, { key, value }] of node.entries) {
    entries.set(name, { key, value: next(name, value) });
  }
  return tagged(map(entries, node.place), node.tag);
}

/**
 * @param mayLack whether a text may say that it needs a variable
 * @param open what stands for a variable without a value; absent where nothing does
 */
function fill(node: Node, variables: Variables, mayLack: boolean, open?: typeof standUnset): Node {
  if (node.kind === 'map') {
    return eachField(node, (_, value) => fill(value, variables, mayLack, open));
  }
  if (node.kind === 'list') {
    const items = node.items.map((item) =>
      // Of `NAME=value` the name must be known.
      /^[^$]*=/.test(textOf(item) ?? '')
        ? fill(item, variables, mayLack, open)
        : fill(item, variables, false),
    );
    return tagged(list(items, node.place), node.tag);
  }
  const lacking = { needed: mayLack ? standIn : refuse, ...(open ? { open } : {}) };
  return fillText(node, (text) => substitute(text, variables, node.place, lacking));
}

const fillText = (node: ScalarNode, put: (text: string) => string): Node =>
  typeof node.value === 'string' && node.value.includes('$')
    ? tagged(scalar(put(node.value), node.place), node.tag)
    : node;
