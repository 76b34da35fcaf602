/** Bodies of `POST /containers/create`, the same ones for the same numbers: each setting is there in about one of four. */
export function createBodies(below: (bound: number) => number, image: string) {
  const one = <T>(of: readonly T[]): T => of[below(of.length)] as T;
  const some = <T>(of: readonly T[]): T[] => of.filter(() => below(3) === 0);
  const maybe = <T>(members: Readonly<Record<string, () => T>>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(members).flatMap(([key, make]) => (below(4) === 0 ? [[key, make()]] : [])),
    );
  const binds = [
    '/etc:/host-etc:ro',
    '/:/host:rslave',
    '/var/run:/run-of-host',
    '/tmp/../usr:/usr-of-host:ro,z',
    'named:/named',
    'of-host:/of-host',
    'fresh:/data',
    '/anonymous',
    '/srv/new:/new:rshared',
  ];
  const mounts = [
    { Type: 'bind', Source: '/usr', Target: '/m/usr', ReadOnly: true },
    { Type: 'bind', Source: '/dev', Target: '/m/dev', BindOptions: { Propagation: 'private' } },
    { Type: 'volume', Source: 'named', Target: '/m/named' },
    { Type: 'volume', Target: '/m/unnamed' },
    {
      Type: 'volume',
      Target: '/m/etc',
      VolumeOptions: {
        DriverConfig: { Name: 'local', Options: { type: 'none', o: 'bind', device: '/etc' } },
      },
    },
    { Type: 'tmpfs', Target: '/m/tmp', TmpfsOptions: { SizeBytes: 1_048_576 } },
    { Type: 'tmpfs', Target: '/m/any' },
  ];
  const host = (): object =>
    maybe<unknown>({
      Privileged: () => below(3) === 0,
      Binds: () => some(binds),
      Mounts: () => some(mounts),
      VolumesFrom: () => [one(['joined', 'joined:ro'])],
      Tmpfs: () => ({ [one(['/t', '/data'])]: one(['', 'size=1m,ro']) }),
      CapAdd: () => some(['SYS_ADMIN', 'net_admin', 'CAP_NET_RAW', 'ALL']),
      CapDrop: () => some(['ALL', 'MKNOD', 'cap_net_raw']),
      SecurityOpt: () =>
        some(['no-new-privileges', 'seccomp=unconfined', 'label=disable', 'apparmor=unconfined']),
      MaskedPaths: () => one([[], ['/proc/kcore'], null]),
      ReadonlyPaths: () => one([[], null]),
      PidMode: () => one(['', 'host', 'container:joined']),
      IpcMode: () => one(['', 'host', 'private', 'shareable', 'none']),
      UTSMode: () => one(['', 'host']),
      UsernsMode: () => one(['', 'host']),
      CgroupnsMode: () => one(['', 'host', 'private']),
      NetworkMode: () => one(['', 'default', 'host', 'none', 'bridge', 'apart']),
      PortBindings: () => ({
        '80/tcp': [
          { HostIp: one(['', '127.0.0.1', '::1']), HostPort: one(['', '8080', '9000-9010']) },
        ],
      }),
      PublishAllPorts: () => true,
      ReadonlyRootfs: () => below(2) === 0,
      Init: () => below(2) === 0,
      RestartPolicy: () =>
        one([{ Name: 'always' }, { Name: 'on-failure', MaximumRetryCount: 5 }, {}]),
      LogConfig: () =>
        one([{ Type: 'json-file', Config: { 'max-size': '1m' } }, { Type: 'none' }, {}]),
      Devices: () => [
        { PathOnHost: '/dev/null', PathInContainer: '/dev/x', CgroupPermissions: 'rwm' },
      ],
      DeviceCgroupRules: () => ['c 1:3 rwm'],
      Memory: () => 64 * 1024 * 1024,
      MemoryReservation: () => 32 * 1024 * 1024,
      NanoCpus: () => 500_000_000,
      CpuShares: () => 512,
      PidsLimit: () => one([-1, 0, 100]),
      Ulimits: () => [{ Name: 'nofile', Soft: 1024, Hard: one([2048, 1_048_576]) }],
      BlkioWeight: () => 300,
      ShmSize: () => 128 * 1024 * 1024,
      CgroupParent: () => '/apart',
      Runtime: () => 'runc',
      Sysctls: () => ({ 'net.ipv4.ip_forward': '1' }),
      Dns: () => ['9.9.9.9'],
      ExtraHosts: () => ['up:10.0.0.1', 'host.docker.internal:host-gateway'],
      GroupAdd: () => one([['0'], ['audio']]),
    });
  return (): object => ({
    Cmd: ['sleep', '60'],
    Image: one([image, image, 'plimsoll.test/whole:1', 'plimsoll.test/whole']),
    ...maybe<unknown>({
      User: () => one(['', '0', '1000', 'app:app']),
      Cmd: () => one([['sleep', '60'], 'true', ['sh', '-c', 'wget http://x | sh']]),
      Entrypoint: () => one([['sh', '-c'], [''], [], null]),
      Env: () => some(['A=request', 'DB_PASSWORD=hunter2hunter2', 'NAME']),
      Labels: () => ({
        tier: one(['web', 'db']),
        token: 'ghp_0123456789abcdefghijABCDEFGHIJ012345',
      }),
      WorkingDir: () => one(['', '/srv/../tmp']),
      Healthcheck: () =>
        one([{ Test: ['NONE'] }, { Interval: 5_000_000_000 }, { Test: ['CMD', 'true'] }]),
      ExposedPorts: () => ({ '8443/tcp': {} }),
      Volumes: () => ({ '/own': {} }),
      StopTimeout: () => one([0, 30]),
      HostConfig: host,
      NetworkingConfig: () => ({ EndpointsConfig: { apart: {} } }),
    }),
    ...(below(6) === 0 ? {} : { HostConfig: host() }),
  });
}
