/** What a document names, and what it points to. */
interface Names {
  readonly uuids: string[];
  readonly ids: string[];
  readonly resources: string[];
  readonly fragments: string[];
  readonly controlIds: string[];
  readonly statementIds: string[];
  readonly empty: string[];
  /** What is defined by a UUID elsewhere in the document, by the name of the reference. */
  readonly references: (readonly [string, string])[];
  readonly roles: string[];
  readonly objectives: string[];
  readonly files: string[];
  readonly hashes: (readonly [string, string])[];
  readonly times: string[];
}

function walk(value: unknown, names: Names, at: string): void {
  if (typeof value !== 'object' || value === null) return;
  const entries: readonly [string, unknown][] = Object.entries(value);
  if (Array.isArray(value) && entries.length === 0) names.empty.push(at);
  for (const [key, each] of entries) {
    if (typeof each === 'string') noteText(key, each, names);
    if (key === 'with-ids' && Array.isArray(each)) names.controlIds.push(...each.map(String));
    if (key === 'statement-ids' && Array.isArray(each)) {
      names.statementIds.push(...each.map(String));
    }
    if (key === 'rlinks' && Array.isArray(each)) names.files.push(...each.map(hrefIn));
    if (key === 'resources' && Array.isArray(each)) names.resources.push(...each.map(uuidIn));
    if (key === 'party-uuids' && Array.isArray(each)) {
      names.references.push(...each.map((uuid): [string, string] => [key, String(uuid)]));
    }
    walk(each, names, `${at}/${key}`);
  }
  const { algorithm, value: hash } = value as { algorithm?: unknown; value?: unknown };
  const { type, 'target-id': target } = value as { type?: unknown; 'target-id'?: unknown };
  if (typeof target === 'string') {
    (type === 'statement-id' ? names.statementIds : names.objectives).push(target);
  }
  if (typeof algorithm === 'string') names.hashes.push([algorithm, String(hash)]);
}

function noteText(key: string, text: string, names: Names): void {
  if (key === 'uuid') names.uuids.push(text);
  if (key === 'id') names.ids.push(text);
  if ((key === 'href' || key === 'source') && text.startsWith('#')) {
    names.fragments.push(text.slice(1));
  }
  if (key === 'control-id' || key === 'id-ref') names.controlIds.push(text);
  if (key.endsWith('-uuid')) names.references.push([key, text]);
  if (key === 'role-id') names.roles.push(text);
  if (key === 'objective-id') names.objectives.push(text);
  if (['collected', 'expires', 'start', 'end', 'deadline', 'last-modified'].includes(key)) {
    names.times.push(text);
  }
  if (key === 'statement-id') names.statementIds.push(text);
}

const hrefIn = (link: unknown): string =>
  typeof link === 'object' && link !== null ? String(Reflect.get(link, 'href')) : '';

const uuidIn = (resource: unknown): string =>
  typeof resource === 'object' && resource !== null ? String(Reflect.get(resource, 'uuid')) : '';

const namesIn = (document: object): Names => {
  const names: Names = {
    uuids: [],
    ids: [],
    resources: [],
    fragments: [],
    controlIds: [],
    statementIds: [],
    empty: [],
    references: [],
    roles: [],
    objectives: [],
    files: [],
    hashes: [],
    times: [],
  };
  walk(JSON.parse(JSON.stringify(document)), names, '');
  return names;
};

function twice(all: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return all.filter((each) => seen.has(each) || !seen.add(each));
}

/** Hexadecimal digits of a hash, by its algorithm. */
const hashLengths: Readonly<Record<string, number>> = {
  'SHA-256': 64,
  'SHA-384': 96,
  'SHA-512': 128,
};

/**
 * What the schemas of OSCAL do not see: ids and UUIDs that stand twice, empty lists, UUIDs that are neither
 * of version 4 nor 5, hashes of a wrong length, times without a zone, and references to what is not there. `catalogs` are the documents that it may refer to,
 * and `files` the names under which something is found.
 */
export function brokenLinks(
  document: object,
  catalogs: readonly object[] = [],
  files?: ReadonlySet<string>,
): readonly string[] {
  const own = namesIn(document);
  const uuids = new Set(own.uuids);
  const resources = new Set(own.resources);
  const fragments = new Set(own.fragments);
  const ownIds = new Set(own.ids);
  const ids = new Set(catalogs.flatMap((catalog) => namesIn(catalog).ids));
  const tell = (what: string, which: readonly string[]) => which.map((each) => `${what}: ${each}`);
  return [
    ...tell('uuid stands twice', twice(own.uuids)),
    ...tell('id stands twice', twice(own.ids)),
    ...tell(
      'no UUID of version 4 or 5',
      own.uuids.filter(
        (uuid) =>
          !/^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(uuid),
      ),
    ),
    ...tell('empty list', own.empty),
    ...tell(
      'no resource',
      own.fragments.filter((each) => !resources.has(each)),
    ),
    ...tell(
      'resource that nothing points to',
      own.resources.filter((each) => !fragments.has(each)),
    ),
    ...tell(
      'no control',
      own.controlIds.filter((each) => !ids.has(each)),
    ),
    ...tell(
      'no file',
      own.files.filter((each) => files?.has(each) === false),
    ),
    ...tell(
      'no such uuid',
      own.references.filter(([, uuid]) => !uuids.has(uuid)).map((each) => each.join(' ')),
    ),
    ...tell(
      'no role',
      own.roles.filter((each) => !ownIds.has(each)),
    ),
    ...tell(
      'no objective',
      own.objectives.filter((each) => !ownIds.has(each) && !ids.has(each)),
    ),
    ...tell(
      'no hash',
      own.hashes
        .filter(([kind, hash]) => !/^[0-9a-f]+$/.test(hash) || hash.length !== hashLengths[kind])
        .map((each) => each.join(' ')),
    ),
    ...tell(
      'no instant',
      own.times.filter((each) => Number.isNaN(Date.parse(each)) || !each.endsWith('Z')),
    ),
    ...tell(
      'no statement',
      own.statementIds.filter((each) => !ids.has(each)),
    ),
  ];
}
