import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { exposureParts } from '../blocks/drift/exposure.ts';
import { comparedWithFile } from '../blocks/drift/pair.ts';
import { agreesWithFile, ignoring } from '../blocks/drift/part.ts';

export const workloadExposureAsIntended = defineControl({
  id: 'workload-exposure-as-intended',
  subject: workload,
  // What listens there has an access control of its own.
  rating: ['breach', 'remote'],
  title: {
    en: 'The container’s ports, networks and names match its Compose file',
    zh: '容器的端口、网络与名称解析与其 Compose 文件一致',
  },
  failingTitle: {
    en: 'The container’s ports, networks or names differ from its Compose file',
    zh: '容器的端口、网络或名称解析与其 Compose 文件不一致',
  },
  rationale: {
    en: 'A port that was published for an hour of testing, or a network that was joined to look at a database, is a way in that no file shows and no review will ever find; a name that leads to another machine sends what was meant for one to anyone who answers there.',
    zh: '为临时测试发布的端口、为查看数据库接入的网络，都是文件中看不到、评审也无从发现的入口；而被改指到别处的主机名，会把数据送给另一台机器。',
  },
  remediation: {
    en: 'Make it anew from the file, docker compose up -d --force-recreate SERVICE, and take it off what it does not belong to: docker network disconnect NETWORK CONTAINER. What is needed goes into ports, networks, extra_hosts or dns of the file.',
    zh: '按文件重新创建：docker compose up -d --force-recreate 服务名；断开不应接入的网络：docker network disconnect 网络名 容器名。确需的端口与网络写入文件的 ports、networks、extra_hosts、dns。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/compose/up/',
    'https://docs.docker.com/engine/network/port-publishing/',
  ],
  params: ignoring(['ports', 'networks', 'names']),
  applies: comparedWithFile,
  check: agreesWithFile(exposureParts),
});
