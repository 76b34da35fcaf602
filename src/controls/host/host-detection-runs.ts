import { defineControl } from '../../core/controls/control.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { noneRuns, whereDefenceIsRead } from '../blocks/host/defence.ts';

export const hostDetectionRuns = defineControl({
  id: 'host-detection-runs',
  subject: host,
  rating: ['weakness', 'open'],
  title: {
    en: 'A sensor on the host watches what programs in containers do',
    zh: '宿主机运行着监控容器内程序行为的探针',
  },
  failingTitle: {
    en: 'No sensor on the host watches what programs in containers do',
    zh: '宿主机未运行监控容器内程序行为的探针',
  },
  rationale: {
    en: 'Only the kernel of the host sees every system call of every container. A shell that starts in a web server, or a read of the token of a service, leaves no other trace at the time.',
    zh: '只有宿主机内核能看到每个容器的每次系统调用。Web 服务器里启动 shell、读取服务令牌之类的行为，当时不会留下其他痕迹。',
  },
  remediation: {
    en: 'Run Falco or Tetragon as a service of the host (systemctl enable --now falco-modern-bpf), and send what it reports to where somebody is on duty. A sensor in a container is not recognised: what a container calls its programs proves nothing.',
    zh: '将 Falco 或 Tetragon 作为宿主机服务运行（systemctl enable --now falco-modern-bpf），并将其告警发送至有人值守处。运行在容器中的探针不予识别，因为容器内的程序名不足为凭。',
  },
  references: ['https://falco.org/docs/', 'https://tetragon.io/docs/'],
  applies: whereDefenceIsRead,
  check: ({ defence }) => {
    if (defence === undefined) return false;
    const { running } = defence.detection;
    if (running.length > 0) return true;
    return noneRuns(
      defence.detection.inContainers,
      text('No sensor runs on the host', '宿主机未运行探针'),
    );
  },
});
