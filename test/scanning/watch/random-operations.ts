import type { TestEngine } from '../../support/docker-engine.ts';

/** Makes numbers below a bound, the same ones for the same seed. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) & 0x7f_ff_ff_ff;
    // The low bits of such a generator hardly change.
    return (state >> 8) % below;
  };
}

/** Does things to an engine that people do, at random; what the engine refuses is one of them. */
export function createOperations(
  { docker, image }: TestEngine,
  below: (bound: number) => number,
): () => Promise<string> {
  const names: string[] = [];
  let made = 0;
  const attempt = (...words: readonly string[]): Promise<unknown> =>
    docker(...words).catch(() => '');
  const any = (): string => names[below(names.length)] ?? 'nobody';
  const make = async (how: readonly string[], ...options: readonly string[]): Promise<void> => {
    const name = `c${(made += 1)}`;
    names.push(name);
    await attempt(...how, '--name', name, ...options, image, 'sleep', '1000');
  };
  const some = (...words: readonly string[]): readonly string[] => (below(3) === 0 ? words : []);
  const operations: Readonly<Record<string, () => Promise<unknown>>> = {
    run: () =>
      make(
        ['run', '-d'],
        ...some('-e', `API_TOKEN=s3cr3tvalue${below(3)}`),
        ...some('--privileged'),
        ...some('--health-cmd', 'true', '--health-interval', '1s'),
        ...some('-v', `v${below(3)}:/data`),
      ),
    create: () => make(['create']),
    start: () => attempt('start', any()),
    stop: () => attempt('stop', '-t', '0', any()),
    kill: () => attempt('kill', any()),
    restart: () => attempt('restart', '-t', '0', any()),
    pause: () => attempt('pause', any()),
    unpause: () => attempt('unpause', any()),
    rename: async () => {
      const at = below(names.length);
      const name = `c${(made += 1)}`;
      const isDone = await docker('rename', names[at] ?? '', name).then(
        () => true,
        () => false,
      );
      if (isDone) names[at] = name;
    },
    exec: () => attempt('exec', any(), 'id'),
    'exec that stays': () => attempt('exec', '-d', '--privileged', any(), 'sleep', '100'),
    'change a file': () => attempt('exec', any(), 'touch', `/tmp/x${below(9)}`),
    update: () => attempt('update', '--memory', '64m', '--memory-swap', '64m', any()),
    remove: async () => {
      if (names.length <= 6) return;
      await attempt('rm', '-f', names.splice(below(names.length), 1)[0] ?? '');
    },
    'make a network': () => attempt('network', 'create', `n${below(4)}`),
    'remove a network': () => attempt('network', 'rm', `n${below(4)}`),
    connect: () => attempt('network', 'connect', `n${below(4)}`, any()),
    disconnect: () => attempt('network', 'disconnect', `n${below(4)}`, any()),
    'make a volume': () => attempt('volume', 'create', `v${below(6)}`),
    'remove a volume': () => attempt('volume', 'rm', `v${below(6)}`),
    tag: () => attempt('tag', image, `t${below(4)}:1`),
    untag: () => attempt('rmi', `t${below(4)}:1`),
    commit: () => attempt('commit', any(), `k${below(3)}:1`),
    'remove an image': () => attempt('rmi', '-f', `k${below(3)}:1`),
    'make a service': () =>
      attempt(
        'service',
        'create',
        '-d',
        '--name',
        `s${below(3)}`,
        '--network',
        'host',
        image,
        'sleep',
        '1000',
      ),
    'update a service': () =>
      attempt('service', 'update', '-d', '--env-add', `A=${below(9)}`, `s${below(3)}`),
    'remove a service': () => attempt('service', 'rm', `s${below(3)}`),
    'make a config': () => attempt('config', 'create', `q${below(3)}`, '/etc/hostname'),
    'remove a config': () => attempt('config', 'rm', `q${below(3)}`),
    'label a node': () => attempt('node', 'update', '--label-add', `a=b${below(5)}`, 'self'),
  };
  const kinds = Object.keys(operations);
  return async () => {
    const kind = names.length < 4 ? 'run' : (kinds[below(kinds.length)] ?? 'run');
    await operations[kind]?.();
    return kind;
  };
}
