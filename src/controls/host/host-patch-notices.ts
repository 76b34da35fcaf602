import { defineManualControl } from '../../core/controls/control.ts';
import { host } from '../../core/subjects/host/host.ts';

export const hostPatchNotices = defineManualControl({
  id: 'host-patch-notices',
  subject: host,
  rating: ['takeover', 'remote'],
  title: {
    en: 'Somebody follows notices of flaws in host and engine, and acts in time',
    zh: '有人跟踪宿主机和引擎的漏洞公告并及时处置',
  },
  failingTitle: {
    en: 'Nobody follows notices of flaws in host and engine, or acts in time',
    zh: '宿主机和引擎的漏洞公告无人跟踪或未及时处置',
  },
  rationale: {
    en: 'Flaws in the kernel, runc and the engine become public together with ways to use them. Only who reads the notices knows that a restart is due tonight, and not with the next release.',
    zh: '内核、runc 和引擎的漏洞公开时，利用方法往往同时出现。只有跟踪公告的人才知道今晚就该重启，而不是等下个版本。',
  },
  remediation: {
    en: 'Subscribe to the security notices of the distribution, Docker, containerd and runc; rank each by your own rules; patch critical ones within the days that policy sets, and record it.',
    zh: '订阅发行版、Docker、containerd 和 runc 的安全公告，按自身规则评级，在制度规定的天数内修补严重漏洞并留存记录。',
  },
  question: {
    en: 'Who receives the security notices for this host’s kernel, engine, containerd and runc, by when must a critical flaw be patched, and was that kept the last three times? Attach the subscriptions, the policy and the records of the last three patches with their dates.',
    zh: '由谁接收该宿主机内核、引擎、containerd 和 runc 的安全公告？严重漏洞须在多长时间内修补？最近三次是否做到？请附订阅记录、制度条款和最近三次注明日期的修补记录。',
  },
  references: [
    'https://docs.docker.com/security/security-announcements/',
    'https://github.com/opencontainers/runc/security/advisories',
    'https://csrc.nist.gov/pubs/sp/800/40/r4/final',
  ],
});
