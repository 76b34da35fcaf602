import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { foundInForce, unrecorded } from '../blocks/host/audit-watch.ts';
import { notRead } from '../blocks/host/not-read.ts';
import { defineControl } from '../../core/controls/control.ts';

/** Reading the logs gives what is in them away; writing and attributes are changes of them. */
const asked = ['r', 'w', 'a'];

/** The folder that holds those of all containers, of which new ones come and go below it. */
const folderOf = (log: string): string =>
  log.replace(/\/[0-9a-f]{64}\/(?:local-logs\/)?[^/]+$/, '');

export const hostAuditContainerLogs = defineControl({
  id: 'host-audit-container-logs',
  subject: host,
  rating: ['weakness', 'one step'],
  title: {
    en: 'Access to the logs of containers is audited',
    zh: '审计对容器日志的访问',
  },
  failingTitle: {
    en: 'Access to the logs of containers is not audited',
    zh: '对容器日志的访问未被审计',
  },
  rationale: {
    en: 'The logs hold what programs print: names, requests, tokens that were meant for nobody. Modes decide who may open them; only an audit rule shows afterwards which administrator did, or took lines out.',
    zh: '容器日志含有程序输出的姓名、请求和本不应外传的令牌。权限位决定谁能打开日志，而只有审计规则能事后表明哪位管理员看过或删改过。',
  },
  remediation: {
    en: 'Write “-a always,exit -F dir=/var/lib/docker/containers -F perm=rwa -F auid>=1000 -F auid!=unset -k container-log” into /etc/audit/rules.d/container-log.rules and load it: augenrules --load. The engine itself, which has no login, is not recorded so.',
    zh: '在 /etc/audit/rules.d/container-log.rules 中写入“-a always,exit -F dir=/var/lib/docker/containers -F perm=rwa -F auid>=1000 -F auid!=unset -k container-log”，并加载：augenrules --load。引擎自身没有登录会话，不会被记录。',
  },
  references: [
    'https://man7.org/linux/man-pages/man8/auditctl.8.html',
    'https://docs.docker.com/engine/logging/drivers/json-file/',
  ],
  applies: ({ containerLogs }) => {
    if (containerLogs === undefined) return notRead;
    return (
      containerLogs.length > 0 ||
      notApplicable(
        text('The engine keeps no logs of containers in files', '引擎未以文件保存容器日志'),
      )
    );
  },
  check: (h) => {
    const folders = new Set((h.containerLogs ?? []).map(({ path }) => folderOf(path)));
    const open = [...folders].flatMap((path) => unrecorded(h.audit.watches, path, asked));
    if (open.length === 0) return foundInForce(h);
    return fail(
      text(
        `No audit rule records who reads and changes ${open.join(', ')}`,
        `没有审计规则记录对 ${open.join('、')} 的读取与更改`,
      ),
    );
  },
});
