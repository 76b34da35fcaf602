import { spawnSync } from 'node:child_process';
import type { Project } from '../../src/collectors/compose/loading/load-project.ts';
import { toPlain } from '../../src/syntax/compose/tree/nodes.ts';
import { readServiceFiles } from '../../src/collectors/compose/loading/service-files.ts';
import { secondsOf } from '../../src/syntax/compose/forms/sizes.ts';

type Fields = Record<string, unknown>;

/** How a case of the corpus is read. */
export interface Arguments {
  readonly files?: readonly string[];
  readonly profiles?: readonly string[];
  /** Set beside what a program needs to be found. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What Compose itself makes of a project. */
export function composeConfig(
  folder: string,
  { files = ['compose.yaml'], profiles = [], env = {} }: Arguments,
): Fields {
  const { status, stdout, stderr } = spawnSync(
    'docker-compose',
    [
      ...files.flatMap((file) => ['-f', file]),
      ...profiles.flatMap((profile) => ['--profile', profile]),
      'config',
      '--format',
      'json',
    ],
    { cwd: folder, encoding: 'utf8', env: { ...env, PATH: process.env['PATH'], HOME: '/root' } },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout.replaceAll('$$', '$')) as Fields;
}

/** The services of a project as Compose would print them. */
export async function printedServices(project: Project): Promise<Fields> {
  const services: Fields = {};
  for (const [name, { value }] of project.services) {
    const { environment, labels } = await readServiceFiles(value, project);
    const plain = toPlain(value) as Fields;
    delete plain['env_file'];
    delete plain['label_file'];
    plain['labels'] = { ...labels, ...(plain['labels'] as Fields | undefined) };
    const own = (plain['environment'] ?? {}) as Fields;
    const all = Object.fromEntries([...environment].map(([key, held]) => [key, held.value]));
    for (const [key, held] of Object.entries(own)) {
      if (held === null && !project.variables.has(key)) all[key] = null as never;
    }
    if (Object.keys(all).length > 0) plain['environment'] = all;
    // Compose prints no fields of the user's own inside a service.
    for (const key of Object.keys(plain)) if (key.startsWith('x-')) delete plain[key];
    services[name] = plain;
  }
  return services;
}

const durations = new Set([
  'interval',
  'timeout',
  'start_period',
  'delay',
  'monitor',
  'window',
  'stop_grace_period',
]);

/** One form for what the two write differently, and nothing for what says nothing. */
export function oneForm(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => oneForm(item));
    return items.length === 0 ? undefined : items;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).flatMap(([name, held]) => {
      const made = oneForm(held, name);
      return made === undefined ? [] : [[name.toLowerCase(), made] as const];
    });
    return entries.length === 0
      ? undefined
      : Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
  if (value === null) return undefined;
  if (typeof value === 'string' && durations.has(key)) return secondsOf(value);
  // Numbers and their spellings are one: sizes are printed as text, limits of processors as numbers.
  if (typeof value === 'number') return String(value);
  return key === 'cpus' ? String(Number(value)) : value === false ? undefined : value;
}

/** What Compose adds, or leaves out, when it prints. */
export function withoutPrinting(service: Fields): Fields {
  const copy = structuredClone(service);
  const build = copy['build'] as Fields | undefined;
  if (build?.['dockerfile'] === 'Dockerfile') delete build['dockerfile'];
  const { networks, depends_on: depends, secrets } = copy;
  if (networks && Object.keys(networks).join() === 'default') delete copy['networks'];
  else if (networks) {
    copy['networks'] = Object.fromEntries(
      Object.entries(networks).map(([name, held]) => [
        name,
        { on: true, ...(held as Fields | null) },
      ]),
    );
  }
  for (const name of Object.values(copy).flatMap(
    (held) => /^service:(.+)$/.exec(String(held))?.[1] ?? [],
  )) {
    if (depends) delete (depends as Fields)[name];
  }
  if (secrets) {
    copy['secrets'] = (secrets as Fields[]).map((each) => {
      const target = String(each['target'] ?? each['source']);
      return { ...each, target: target.startsWith('/') ? target : `/run/secrets/${target}` };
    });
  }
  for (const at of [copy, build]) {
    const hosts = at?.['extra_hosts'];
    if (at && Array.isArray(hosts)) at['extra_hosts'] = hosts.map(String).toSorted();
  }
  return copy;
}
