import Docker from 'dockerode';
import { describe, expect, it } from 'vitest';
import type { Modem } from '../../../../src/collectors/engine/client/modem.ts';
import { PlimsollError } from '../../../../src/core/errors.ts';
import {
  readOnly,
  type EngineRequest,
} from '../../../../src/collectors/engine/client/read-only.ts';

const refused = 'engine-refused-method';

/** What the methods of dockerode that ask an engine come to behind the guard: a request that reads, or a refusal. */
async function outcomeOf(call: (docker: Docker) => unknown): Promise<string> {
  const sent: EngineRequest[] = [];
  const docker = readOnly(Docker, (request) => {
    sent.push(request);
    return Promise.resolve('read');
  });
  const outcome = await (async () => await call(docker))().then(
    () => 'resolved',
    (error: unknown) => (error instanceof PlimsollError ? error.code : String(error)),
  );
  const [first] = sent;
  return first ? `${first.method} ${first.endpoint}` : outcome;
}

const docker = new Docker({ socketPath: '/nonexistent' });
/** Everything that dockerode hands out, with its public methods. */
const things = {
  docker: (from: Docker): object => from,
  container: (from: Docker): object => from.getContainer('x'),
  image: (from: Docker): object => from.getImage('x'),
  volume: (from: Docker): object => from.getVolume('x'),
  network: (from: Docker): object => from.getNetwork('x'),
  service: (from: Docker): object => from.getService('x'),
  secret: (from: Docker): object => from.getSecret('x'),
  config: (from: Docker): object => from.getConfig('x'),
  task: (from: Docker): object => from.getTask('x'),
  node: (from: Docker): object => from.getNode('x'),
  plugin: (from: Docker): object => from.getPlugin('x', 'x'),
  exec: (from: Docker): object => from.getExec('x'),
};

const methodsOf = (thing: object): readonly string[] =>
  Object.getOwnPropertyNames(Object.getPrototypeOf(thing)).filter(
    (name) => name !== 'constructor' && typeof Reflect.get(thing, name) === 'function',
  );

const all = Object.entries(things).flatMap(([name, of]) =>
  methodsOf(of(docker)).map((method) => [`${name}.${method}`, of, method] as const),
);

/** What methods are called with; those that are not here are called with `{}`. */
const given: Readonly<Record<string, readonly unknown[]>> = {
  'image.history': [],
  'image.get': [],
  'docker.pull': ['x:1'],
  'docker.pullAll': ['x:1'],
};

/**
 * Methods that ask an engine for nothing: those that name a thing, one that reads a stream which its caller
 * has, and the half of `run` that answers a callback.
 */
const asksNothing = /^docker\.(?:get(?!Images|Events)\w+|followProgress|runCallback)$/;

/** The methods that read, with what they ask for. */
const reading = {
  'docker.listContainers': 'GET /containers/json',
  'docker.listImages': 'GET /images/json',
  'docker.getImages': 'GET /images/get',
  'docker.listServices': 'GET /services',
  'docker.listNodes': 'GET /nodes',
  'docker.listTasks': 'GET /tasks',
  'docker.listSecrets': 'GET /secrets',
  'docker.listConfigs': 'GET /configs',
  'docker.listPlugins': 'GET /plugins',
  'docker.listVolumes': 'GET /volumes',
  'docker.listNetworks': 'GET /networks',
  'docker.searchImages': 'GET /images/search',
  'docker.info': 'GET /info',
  'docker.version': 'GET /version',
  'docker.ping': 'GET /_ping',
  'docker.df': 'GET /system/df',
  'docker.getEvents': 'GET /events',
  'docker.swarmInspect': 'GET /swarm',
  'container.inspect': 'GET /containers/x/json',
  'container.top': 'GET /containers/x/top',
  'container.changes': 'GET /containers/x/changes',
  'container.listCheckpoint': 'GET /containers/x/checkpoints',
  'container.export': 'GET /containers/x/export',
  'container.getArchive': 'GET /containers/x/archive',
  'container.infoArchive': 'HEAD /containers/x/archive',
  'container.logs': 'GET /containers/x/logs',
  'container.stats': 'GET /containers/x/stats',
  'image.inspect': 'GET /images/x/json',
  'image.distribution': 'GET /distribution/x/json',
  'image.history': 'GET /images/x/history',
  'image.get': 'GET /images/x/get',
  'volume.inspect': 'GET /volumes/x',
  'network.inspect': 'GET /networks/x',
  'service.inspect': 'GET /services/x',
  'service.logs': 'GET /services/x/logs',
  'secret.inspect': 'GET /secrets/x',
  'config.inspect': 'GET /configs/x',
  'task.inspect': 'GET /tasks/x',
  'task.logs': 'GET /tasks/x/logs',
  'node.inspect': 'GET /nodes/x',
  'plugin.inspect': 'GET /plugins/x/json',
  'plugin.privileges': 'GET /plugins/privileges?remote=x',
  'exec.inspect': 'GET /exec/x/json',
};

describe('of all methods of dockerode', () => {
  it('finds more than a hundred', () => {
    expect(all.length).toBeGreaterThan(100);
    expect(all.map(([name]) => name)).toEqual(expect.arrayContaining(Object.keys(reading)));
  });

  it.each(all.filter(([name]) => !asksNothing.test(name)))(
    '%s reads, or is refused before anything is sent',
    async (name, of, method) => {
      const outcome = await outcomeOf((guarded) => {
        const thing = of(guarded);
        const ask = Reflect.get(thing, method) as (...all: unknown[]) => unknown;
        return ask.apply(thing, [...(given[name] ?? [{}])]);
      });
      expect(outcome).toBe(Object.hasOwn(reading, name) ? Reflect.get(reading, name) : refused);
    },
  );
});

it.each([['hijack'], ['openStdin'], ['file']])(
  'a GET that could write, by %s, is refused',
  async (key) => {
    const outcome = await outcomeOf(
      ({ modem }) =>
        new Promise((resolve, reject) => {
          const asked = { path: '/x', method: 'GET', statusCodes: {}, [key]: true };
          (modem as Modem).dial(asked, (error, value) => (error ? reject(error) : resolve(value)));
        }),
    );
    expect(outcome).toBe(refused);
  },
);

it('refuses to run a container also where a callback is answered', async () => {
  const outcome = await outcomeOf(
    (docker) =>
      new Promise((resolve, reject) => {
        docker.run('x', [], process.stdout, {}, {}, (error: Error | null) =>
          error ? reject(error) : resolve(undefined),
        );
      }),
  );
  expect(outcome).toBe(refused);
});
