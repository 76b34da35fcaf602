import { defineManualControl } from '../../core/controls/control.ts';
import { host } from '../../core/subjects/host/host.ts';

export const hostDedicatedToContainers = defineManualControl({
  id: 'host-dedicated-to-containers',
  subject: host,
  rating: ['breach', 'remote'],
  title: {
    en: 'The host runs containers and nothing else',
    zh: '宿主机专用于运行容器',
  },
  failingTitle: {
    en: 'The host runs more than containers',
    zh: '宿主机还运行容器以外的业务',
  },
  rationale: {
    en: 'Whatever else runs on the host, a database or a build server, is in reach of an escape from any container, and brings accounts and packages of its own that attack the containers from below.',
    zh: '宿主机上若还运行数据库、构建服务器等，任何容器逃逸都能触及它们；它们自带的账户和软件包也会从底层威胁容器。',
  },
  remediation: {
    en: 'Move other services to hosts of their own, or into containers. What stays (monitoring, backup, endpoint protection) belongs on a list that somebody approved.',
    zh: '把其他服务迁到独立主机或改为容器运行。确需保留的监控、备份、终端防护等应列入经批准的清单。',
  },
  question: {
    en: 'Which services besides the engine and its agents run on this host, for what purpose, and who approved each? Attach the inventory of services, such as the output of systemctl list-units --type=service --state=running, with the approval.',
    zh: '除引擎及其代理外，该宿主机还运行哪些服务？各有何用途、由谁批准？请附服务清单（如 systemctl list-units --type=service --state=running 的输出）及批准记录。',
  },
  references: ['https://csrc.nist.gov/pubs/sp/800/190/final'],
});
