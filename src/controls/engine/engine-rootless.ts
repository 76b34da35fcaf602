import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';

export const engineRootless = defineControl({
  id: 'engine-rootless',
  subject: engine,
  rating: ['takeover', 'remote'],
  title: {
    en: 'The engine itself runs without root',
    zh: '引擎以无根模式运行',
  },
  failingTitle: {
    en: 'The engine itself runs as root',
    zh: '引擎以 root 身份运行',
  },
  rationale: {
    en: 'An engine that runs as root hands root to anyone who takes it over, by a flaw of its own or by its socket. A rootless one is worth no more than the account it runs under.',
    zh: '以 root 运行的引擎一旦因自身漏洞或套接字被接管，对方就得到宿主机 root。无根模式下，最多失去其所属账户的权限。',
  },
  remediation: {
    en: 'Install the rootless engine under an account of its own: dockerd-rootless-setuptool.sh install, then loginctl enable-linger ACCOUNT; stop the one that runs as root with systemctl disable --now docker.service docker.socket.',
    zh: '用专用账户安装无根引擎：dockerd-rootless-setuptool.sh install，再执行 loginctl enable-linger 账户；随后停用 root 引擎：systemctl disable --now docker.service docker.socket。',
  },
  references: ['https://docs.docker.com/engine/security/rootless/'],
  applies: (e) =>
    e.swarm.state === 'inactive' ||
    notApplicable(
      text(
        'The engine belongs to a Swarm, whose overlay networks a rootless engine does not support',
        '引擎已加入 Swarm，而无根模式不支持其 overlay 网络',
      ),
    ),
  check: (e) => e.rootless || fail(text('Runs as root of its host', '引擎以宿主机 root 身份运行')),
});
