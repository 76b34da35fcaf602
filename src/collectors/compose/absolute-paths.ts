import { list, map, scalar, textOf, type Entry, type MapNode, type Node } from './node.ts';
import { resolvePath } from './project-files.ts';

type Change = (node: Node) => Node;

/** A drive, a share or a pipe of Windows, which no folder can stand before. */
const ofWindows = /^(?:[a-z]:[\\/]|\\\\|\/\/\.\/pipe\/)/i;

/** Makes the paths of a file absolute, since what is merged may come from several folders. */
export function absolutePaths(project: MapNode, folder: string, home: string): MapNode {
  const absolute: Change = (node) => {
    const path = textOf(node);
    if (path === undefined || path === '' || /^[a-z]+:\/\/|^git@|^\$/.test(path)) return node;
    return scalar(resolvePath(folder, path, home), node.place);
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

function within(node: Node, changes: Readonly<Record<string, Change>>): Node {
  if (node.kind !== 'map') return node;
  const entries = new Map<string, Entry>(node.entries);
  for (const [name, change] of Object.entries(changes)) {
    const entry = entries.get(name);
    if (entry && entry.value.tag !== 'reset') {
      entries.set(name, { key: entry.key, value: keepTag(entry.value, change(entry.value)) });
    }
  }
  return keepTag(node, map(entries, node.place));
}

const eachItem = (node: Node, change: Change): Node =>
  node.kind === 'list' ? list(node.items.map(change), node.place) : node;

function eachEntry(node: Node, change: Change): Node {
  if (node.kind !== 'map') return node;
  const entries = new Map<string, Entry>();
  for (const [name, { key, value }] of node.entries) {
    entries.set(name, { key, value: keepTag(value, change(value)) });
  }
  return keepTag(node, map(entries, node.place));
}

const keepTag = (from: Node, to: Node): Node =>
  from.tag === undefined ? to : { ...to, tag: from.tag };
