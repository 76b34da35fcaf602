import { defineManualControl } from '../../core/controls/control.ts';
import { host } from '../../core/subjects/host/host.ts';

export const hostAdminMultiFactor = defineManualControl({
  id: 'host-admin-multi-factor',
  subject: host,
  // A credential to read, and no more.
  rating: ['takeover', 'one step'],
  title: {
    en: 'Administrators log in to the host with a second factor',
    zh: '管理员登录宿主机须使用第二鉴别因素',
  },
  failingTitle: {
    en: 'Administrators log in to the host without a second factor',
    zh: '管理员登录宿主机时未使用第二鉴别因素',
  },
  rationale: {
    en: 'Anyone who holds an administrator’s password or key file holds every container on the host. A second factor that is asked for where people come in, the bastion included, keeps a stolen one from being enough.',
    zh: '掌握管理员口令或密钥文件者就掌握主机上的全部容器。在登录入口（包括堡垒机）要求第二因素，可使单一凭据失窃不至于失守。',
  },
  remediation: {
    en: 'Ask for a security key or a one-time code at the bastion or in sshd: AuthenticationMethods publickey,keyboard-interactive:pam, or keys made with ssh-keygen -t ed25519-sk -O verify-required.',
    zh: '在堡垒机或 sshd 上要求安全密钥或一次性口令：AuthenticationMethods publickey,keyboard-interactive:pam，或使用 ssh-keygen -t ed25519-sk -O verify-required 生成的密钥。',
  },
  question: {
    en: 'On every way by which administrators reach this host, console, SSH, bastion and remote API, what is asked of them besides a password or key file? Attach the settings of each of these ways and a record of one login that shows both factors.',
    zh: '管理员通过控制台、SSH、堡垒机和远程 API 等各条途径登录该宿主机时，除口令或密钥文件外还须提供什么？请附各途径的配置，以及一次体现双因素的登录记录。',
  },
  references: [
    'https://pages.nist.gov/800-63-4/sp800-63b.html',
    'https://man.openbsd.org/sshd_config',
  ],
});
