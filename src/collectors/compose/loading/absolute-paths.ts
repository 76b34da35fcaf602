import systemPath, { posix } from 'node:path';
import {
  eachEntry,
  eachItem,
  within,
  type Change,
} from '../../../syntax/compose/tree/change-fields.ts';
import {
  fieldOf,
  map,
  pathAt,
  textOf,
  type Base,
  type MapNode,
} from '../../../syntax/compose/tree/nodes.ts';
import { slashed, type PathRules } from '../../../syntax/paths/system-paths.ts';
import { entryAt } from '../../../syntax/compose/forms/form.ts';
import { resolvePath } from './project-files.ts';

/** A drive, a share or a pipe of Windows, which no folder can stand before. */
const ofWindows = /^(?:[a-z]:[\\/]|\\\\|\/\/\.\/pipe\/)/i;

/** What another machine holds, and what begins with a lone dollar. */
const elsewhere = /^[a-z]+:\/\/|^git@|^github\.com\/|^\$/;

/** A path in its shortest spelling. */
const plain = (path: string): string => posix.normalize(path).replace(/\/+$/, '');

const stepsUp = (path: string): number => path.split('/').filter((step) => step === '..').length;

/** A drive stands above its folders, as a root does. */
const depthOf = (folder: string): number =>
  folder.split('/').filter((step) => step !== '' && !step.endsWith(':')).length;

/** From where a path is written; `undefined` of one that leads out of a home, or up to the root of the host. */
function baseOf(path: string, folder: string): Base | undefined {
  if (posix.isAbsolute(path)) return undefined;
  if (path !== '~' && !path.startsWith('~/')) {
    const from = plain(path);
    return stepsUp(from) >= depthOf(folder) ? undefined : { base: 'project', path: from };
  }
  const below = plain(`.${path.slice(1)}`);
  return /^\.\.(?:\/|$)/.test(below) ? undefined : { base: 'home', path: below };
}

/** Makes the paths of a file absolute, since what is merged may come from several folders. */
export function absolutePaths(
  project: MapNode,
  folder: string,
  home: string,
  rules: PathRules = systemPath,
): MapNode {
  const absolute: Change = (node) => {
    const path = textOf(node);
    if (path === undefined || path === '' || elsewhere.test(path)) return node;
    return pathAt(
      resolvePath(folder, path, home, rules),
      node.place,
      baseOf(slashed(path, rules), slashed(folder, rules)),
    );
  };
  const mounted: Change = (node) => (ofWindows.test(textOf(node) ?? '') ? node : absolute(node));
  const volume: Change = (node) =>
    node.kind === 'map' && textOf(node.entries.get('type')?.value) === 'bind'
      ? within(node, { source: mounted })
      : node;
  const service: Change = (node) =>
    within(node, {
      build: (build) => within(build, { context: absolute }),
      env_file: (files) => eachItem(files, (file) => within(file, { path: absolute })),
      label_file: (files) => eachItem(files, absolute),
      volumes: (volumes) => eachItem(volumes, volume),
    });
  const stored: Change = (node) => within(node, { file: absolute });
  const made = within(project, {
    services: (services) => eachEntry(services, service),
    secrets: (secrets) => eachEntry(secrets, stored),
    configs: (configs) => eachEntry(configs, stored),
  });
  return made.kind === 'map' ? made : project;
}

/** Gives each build that names no context the folder of its project, before that becomes part of another. */
export function buildsIn(project: MapNode, folder: string): MapNode {
  const build: Change = (node) =>
    node.kind === 'map' && fieldOf(node, 'context') === undefined
      ? map(
          new Map(node.entries).set('context', entryAt(pathAt(folder, node.place, undefined))),
          node.place,
        )
      : node;
  const made = within(project, {
    services: (services) => eachEntry(services, (service) => within(service, { build })),
  });
  return made.kind === 'map' ? made : project;
}
