import { dirname } from 'node:path';
import { invalidAt } from './compose-error.ts';
import { settleTags } from './forms/settle-tags.ts';
import { projectForm } from './forms/project-form.ts';
import { serviceForm } from './forms/service-form.ts';
import {
  entriesOf,
  fieldOf,
  map,
  textOf,
  type Entry,
  type MapNode,
  type Node,
  type Place,
} from './node.ts';
import { absolutePaths } from './absolute-paths.ts';
import { resolvePath, type ProjectFiles } from './project-files.ts';
import { interpolate } from './reading/interpolate.ts';
import { readNodes, type ReadFile } from './reading/read-nodes.ts';

/** What all files of one project share. */
export interface Loading {
  readonly files: ProjectFiles;
  readonly variables: ReadonlyMap<string, string>;
  readonly home: string;
  /** The files that were read, by how they are called. */
  readonly read: Map<string, ReadFile>;
  /** Services that are being extended just now, as `file#service`. */
  readonly extending: readonly string[];
}

/** Reads one file's documents, and keeps it. */
async function readFile(path: string, loading: Loading, asked?: Place): Promise<readonly Node[]> {
  const name = loading.files.nameOf(path);
  const read = await readNodes(await loading.files.read(path, asked), name);
  loading.read.set(name, read);
  return read.nodes;
}

/** Reads one file: its documents one over the other, variables put in, `extends` followed, paths made absolute. */
export async function loadFile(
  path: string,
  folder: string,
  loading: Loading,
  asked?: Place,
): Promise<MapNode> {
  const { files } = loading;
  const name = files.nameOf(path);
  const documents = await readFile(path, loading, asked);
  const [first, ...others] = documents.map((document) =>
    projectForm.normalise(interpolate(document, loading.variables), ''),
  );
  const merged = others.reduce<Node | undefined>(
    (base, over) => (base ? projectForm.merge(base, over) : over),
    first,
  );
  if (merged?.kind !== 'map') {
    const place = asked ?? { file: { name, lineAt: () => ({ line: 1, col: 1 }) }, offset: 0 };
    throw invalidAt(place, `${name} holds nothing`);
  }
  return await extendServices(absolutePaths(merged, folder, loading.home), path, folder, loading);
}

async function extendServices(
  project: MapNode,
  path: string,
  folder: string,
  loading: Loading,
): Promise<MapNode> {
  const services = project.entries.get('services');
  if (services?.value.kind !== 'map') return project;
  if (entriesOf(services.value).every(([, { value }]) => !fieldOf(value, 'extends'))) {
    return project;
  }
  const entries = new Map<string, Entry>();
  for (const [name, { key, value }] of services.value.entries) {
    const extended = await extend(name, value, { project, path, folder }, loading);
    entries.set(name, { key, value: extended });
  }
  const made = map(entries, services.value.place);
  return map(
    new Map(project.entries).set('services', { key: services.key, value: made }),
    project.place,
  );
}

interface Origin {
  readonly project: MapNode;
  readonly path: string;
  readonly folder: string;
}

async function extend(
  name: string,
  service: Node,
  origin: Origin,
  loading: Loading,
): Promise<Node> {
  const asked = fieldOf(service, 'extends');
  if (!asked || service.kind !== 'map') return service;
  const mark = `${origin.path}#${name}`;
  if (loading.extending.includes(mark)) {
    const chain = [...loading.extending, mark].map((each) => each.slice(each.lastIndexOf('#') + 1));
    throw invalidAt(asked.place, `services extend one another in a circle: ${chain.join(' → ')}`);
  }
  const deeper = { ...loading, extending: [...loading.extending, mark] };
  const wanted = asked.kind === 'scalar' ? textOf(asked) : textOf(fieldOf(asked, 'service'));
  if (wanted === undefined) throw invalidAt(asked.place, 'extends names no service');
  const file = asked.kind === 'map' ? fieldOf(asked, 'file') : undefined;
  const named = textOf(file);
  const path = named === undefined ? origin.path : resolvePath(origin.folder, named, loading.home);
  const place = file?.place ?? asked.place;
  const base =
    path === origin.path
      ? origin
      : { project: await loadRaw(path, loading, place), path, folder: dirname(path) };
  const found = fieldOf(base.project, 'services', wanted);
  if (!found) {
    throw invalidAt(asked.place, `${loading.files.nameOf(path)} has no service ${wanted}`);
  }
  const whole = await extend(wanted, found, base, deeper);
  const rest = new Map(service.entries);
  rest.delete('extends');
  const merged = serviceForm.merge(settleTags(whole), map(rest, service.place));
  // It is this service, wherever most of it is written.
  return { ...merged, place: service.place };
}

/** A file of which one service is wanted: the others need not be whole. */
async function loadRaw(path: string, loading: Loading, asked: Place): Promise<MapNode> {
  const { files } = loading;
  const [document] = await readFile(path, loading, asked);
  if (!document) throw invalidAt(asked, `${files.nameOf(path)} holds nothing`);
  const made = projectForm.normalise(interpolate(document, loading.variables), '');
  if (made.kind !== 'map') throw invalidAt(asked, `${files.nameOf(path)} holds nothing`);
  return absolutePaths(made, dirname(path), loading.home);
}
