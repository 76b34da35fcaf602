import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { heldToFile } from '../blocks/drift/held-to-file.ts';
import { mountParams, mountsAgree } from '../blocks/drift/mounts.ts';
import { comparedWithFile } from '../blocks/drift/pair.ts';

export const workloadMountsAsIntended = defineControl({
  id: 'workload-mounts-as-intended',
  subject: workload,
  // Usually a directory that was to be looked at once; the socket of an engine is the worse case.
  rating: ['takeover', 'one step'],
  title: {
    en: 'The container’s mounts match its Compose file',
    zh: '容器的挂载与其 Compose 文件一致',
  },
  failingTitle: {
    en: 'The container’s mounts differ from its Compose file',
    zh: '容器的挂载与其 Compose 文件不一致',
  },
  rationale: {
    en: 'A directory of the host, or the socket of the engine, that was mounted by hand to look at something once gives the container what no review allowed; data that is not mounted as planned is in no backup.',
    zh: '为排查问题手工挂载的宿主机目录或引擎套接字，使容器得到评审从未允许的访问；未按计划挂载的数据则不在备份之内。',
  },
  remediation: {
    en: 'Make it anew from the file, docker compose up -d --force-recreate SERVICE, after saving what lies in a mount that is not in it. A mount that is needed goes into volumes of the file.',
    zh: '先保存文件之外的挂载中的数据，再按文件重新创建：docker compose up -d --force-recreate 服务名。确需的挂载写入文件的 volumes。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/compose/up/',
    'https://docs.docker.com/engine/storage/bind-mounts/',
  ],
  params: mountParams,
  applies: comparedWithFile,
  check: heldToFile((pair) => (_, ctx) => mountsAgree(pair, ctx)),
});
