import {
  all,
  builtin,
  defineControl,
  definePlimsollConfig,
  each,
  extendCatalog,
  not,
  workload,
} from 'plimsoll';

const reachesEtc = (hostPath: string | null): boolean =>
  hostPath === '/' || hostPath === '/etc' || hostPath?.startsWith('/etc/') === true;

export const hostConfigurationIsReadOnly = defineControl({
  id: 'acme-host-configuration-read-only',
  subject: workload,
  severity: 'high',
  title: { en: 'It cannot write to /etc of the host', zh: '不能写入宿主机的 /etc' },
  rationale: {
    en: 'Whoever writes to /etc adds users and services to the host.',
    zh: '能写入 /etc 者即可在宿主机上添加用户和服务。',
  },
  remediation: { en: 'Mount single files, read-only.', zh: '仅以只读方式挂载所需的单个文件。' },
  references: ['https://docs.docker.com/engine/storage/bind-mounts/'],
  check: all(
    not((w) => w.privileged),
    each(
      (w) => w.mounts,
      (mount) => mount.readOnly || !reachesEtc(mount.hostPath),
    ),
  ),
});

export default definePlimsollConfig({
  catalog: extendCatalog(builtin, {
    id: 'acme',
    add: [hostConfigurationIsReadOnly],
    tailor: {
      'workload-pids-limit': { params: { max: 256 }, reason: 'Small services', by: 'J. Doe' },
    },
  }),
  frameworks: ['cis-docker-1.8.0@1'],
  failOn: 'high',
});
