import type { SyntaxProblem } from '../../../syntax/problem.ts';
import { text } from '../../../core/text.ts';
import { dirname } from 'node:path';
import { invalidAt } from '../../../syntax/compose/tree/invalid-at.ts';
import { settleTags } from '../../../syntax/compose/forms/settle-tags.ts';
import { projectForm } from '../../../syntax/compose/forms/project-form.ts';
import { serviceForm } from '../../../syntax/compose/forms/service-form.ts';
import {
  entriesOf,
  fieldOf,
  map,
  tagged,
  textOf,
  type Entry,
  type MapNode,
  type Node,
  type Place,
} from '../../../syntax/compose/tree/nodes.ts';
import { absolutePaths } from './absolute-paths.ts';
import { isAbsent, refuseRemote, unlessAbsent, type Refusal } from './elsewhere.ts';
import { resolvePath, type ProjectFiles } from './project-files.ts';
import { interpolate } from '../../../syntax/compose/reading/interpolate.ts';
import { readNodes, type ReadFile } from '../../../syntax/compose/reading/read-nodes.ts';

/** What all files of one project share. */
export interface Loading {
  readonly files: ProjectFiles;
  readonly variables: ReadonlyMap<string, string>;
  readonly home: string;
  /** The files that were read, by how they are called. */
  readonly read: Map<string, ReadFile>;
  /** What of the project could not be read, while the rest was. */
  readonly unread: Refusal[];
  /** Services with a part that could not be read, by name, and why; `''` stands for all of them. */
  readonly open: Map<string, Refusal>;
  /** Services that are being extended just now, as `file#service`. */
  readonly extending: readonly string[];
}

/** Reads one file's documents, once, and keeps it. */
export async function readFile(
  path: string,
  loading: Loading,
  asked?: Place,
): Promise<readonly Node[]> {
  const name = loading.files.nameOf(path);
  const known = loading.read.get(name);
  if (known) return known.nodes;
  const read = await readNodes(await loading.files.read(path, asked), name);
  loading.read.set(name, read);
  return read.nodes;
}

/**
 * Reads one file: its documents one over the other, variables put in, `extends` followed, paths made absolute;
 * `undefined` for a file that holds nothing.
 */
export async function loadFile(
  path: string,
  folder: string,
  loading: Loading,
  asked?: Place,
): Promise<MapNode | undefined> {
  const merged = mergeDocuments(await readFile(path, loading, asked), folder, loading);
  return merged && (await extendServices(merged, path, folder, loading));
}

function mergeDocuments(
  documents: readonly Node[],
  folder: string,
  { variables, home }: Loading,
): MapNode | undefined {
  let merged: Node | undefined;
  for (const document of documents) {
    const next = projectForm.normalise(interpolate(document, variables, { home, folder }), '');
    merged = merged ? projectForm.merge(merged, next) : next;
  }
  return merged?.kind === 'map' ? absolutePaths(merged, folder, home) : undefined;
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
  const service = (name: string) => fieldOf(project, 'services', name);
  const origin: Origin = { service, path, folder, extended: new Map(), bases: new Map() };
  const entries = new Map<string, Entry>();
  for (const [name, { key, value }] of services.value.entries) {
    const extended = await unlessAbsent(loading, () => extend(name, value, origin, loading));
    // Nobody knows what it would be.
    if (!extended) continue;
    entries.set(name, { key, value: extended.node });
    if (extended.open) loading.open.set(name, extended.open);
  }
  const made = map(entries, services.value.place);
  return map(
    new Map(project.entries).set('services', { key: services.key, value: made }),
    project.place,
  );
}

/** Where a service that is extended is looked for. */
interface Origin {
  readonly service: (name: string) => Node | undefined;
  readonly path: string;
  readonly folder: string;
  /** The services that were extended in it, by name: many may extend one. */
  readonly extended: Map<string, Extended>;
  /** The other files that were come by, by their paths. */
  readonly bases: Map<string, Origin>;
}

/** A service with all that it extends. */
interface Extended {
  readonly node: Node;
  /** How many services one after the other it extends. */
  readonly length: number;
  /** Why one of them could not be read; what is laid over it is known. */
  readonly open?: Refusal;
}

/** Services that extend one another in a row; nobody writes as many by hand. */
const longestChain = 100;

async function extend(
  name: string,
  service: Node,
  origin: Origin,
  loading: Loading,
): Promise<Extended> {
  const known = origin.extended.get(name);
  const made = known ?? (await extendAnew(name, service, origin, loading));
  origin.extended.set(name, made);
  if (loading.extending.length + made.length > longestChain) throw tooLong(service.place);
  return made;
}

const tooLong = (place: Place): SyntaxProblem =>
  invalidAt(
    place,
    text(
      `more than ${longestChain} services extend one another in a row`,
      `逐级 extends 的服务超过 ${longestChain} 个`,
    ),
  );

async function extendAnew(
  name: string,
  service: Node,
  origin: Origin,
  loading: Loading,
): Promise<Extended> {
  const asked = fieldOf(service, 'extends');
  if (!asked || service.kind !== 'map') return { node: service, length: 0 };
  if (loading.extending.length >= longestChain) throw tooLong(asked.place);
  const mark = `${origin.path}#${name}`;
  if (loading.extending.includes(mark)) {
    const chain = [...loading.extending, mark].map((each) => each.slice(each.lastIndexOf('#') + 1));
    throw invalidAt(
      asked.place,
      text(
        `services extend one another in a circle: ${chain.join(' → ')}`,
        `服务之间的 extends 形成循环：${chain.join(' → ')}`,
      ),
    );
  }
  const deeper = { ...loading, extending: [...loading.extending, mark] };
  const wanted = asked.kind === 'scalar' ? textOf(asked) : textOf(fieldOf(asked, 'service'));
  if (wanted === undefined) {
    throw invalidAt(asked.place, text('extends names no service', 'extends 未指明服务'));
  }
  const file = asked.kind === 'map' ? fieldOf(asked, 'file') : undefined;
  const named = textOf(file);
  const place = file?.place ?? asked.place;
  const rest = new Map(service.entries);
  rest.delete('extends');
  const own = map(rest, service.place);
  let base: Origin;
  try {
    if (named !== undefined) refuseRemote(named, place);
    const path =
      named === undefined ? origin.path : resolvePath(origin.folder, named, loading.home);
    base = path === origin.path ? origin : await baseAt(path, origin, loading, place);
  } catch (error) {
    if (!isAbsent(error)) throw error;
    loading.unread.push(error);
    return { node: own, length: 1, open: error };
  }
  const found = base.service(wanted);
  if (!found) {
    throw invalidAt(
      asked.place,
      text(
        `${loading.files.nameOf(base.path)} has no service ${wanted}`,
        `${loading.files.nameOf(base.path)} 中没有服务 ${wanted}`,
      ),
    );
  }
  const { node: whole, length, open } = await extend(wanted, found, base, deeper);
  const merged = serviceForm.merge(settleTags(whole), own);
  // It is this service, wherever most of it is written.
  return {
    node: { ...merged, place: service.place },
    length: length + 1,
    ...(open ? { open } : {}),
  };
}

async function baseAt(
  path: string,
  { bases }: Origin,
  loading: Loading,
  asked: Place,
): Promise<Origin> {
  const base = bases.get(path) ?? (await loadBase(path, bases, loading, asked));
  bases.set(path, base);
  return base;
}

/** A file from which only single services are wanted: the rest of it need not be right. */
async function loadBase(
  path: string,
  bases: Origin['bases'],
  loading: Loading,
  asked: Place,
): Promise<Origin> {
  const documents = await readFile(path, loading, asked);
  const folder = dirname(path);
  const service = (name: string): Node | undefined => {
    const alone = documents.map((document) => onlyService(document, name));
    return fieldOf(mergeDocuments(alone, folder, loading), 'services', name);
  };
  return { service, path, folder, extended: new Map(), bases };
}

/** A document with nothing in it but one of its services. */
function onlyService(document: Node, name: string): Node {
  const services = document.kind === 'map' ? document.entries.get('services') : undefined;
  const service = services?.value.kind === 'map' ? services.value.entries.get(name) : undefined;
  if (!services || !service) return map(new Map(), document.place);
  const value = tagged(map(new Map([[name, service]]), services.value.place), services.value.tag);
  return map(new Map([['services', { key: services.key, value }]]), document.place);
}
