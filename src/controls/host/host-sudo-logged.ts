import { all, any } from '../../core/controls/combinators.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostSudoLogged = defineControl({
  id: 'host-sudo-logged',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'What is run by sudo is logged',
    zh: '通过 sudo 运行的命令均留有日志',
  },
  failingTitle: {
    en: 'Commands run by sudo are not logged',
    zh: '通过 sudo 运行的命令未留有日志',
  },
  rationale: {
    en: 'Anyone who runs docker by sudo is root, and the log is the only place that says which person it was. It is lost where sudo was set to keep silent, or to leave out the commands that it allows.',
    zh: '用 sudo 运行 docker 就等同于 root，只有日志能说明是哪个人。若 sudo 被设为不记录，或不记录已放行的命令，这条线索就断了。',
  },
  remediation: {
    en: 'With visudo, remove “Defaults !syslog” and “Defaults !log_allowed”; add “Defaults logfile=/var/log/sudo.log” where no syslog is shipped, and “Defaults log_output” to record what the commands print.',
    zh: '用 visudo 删除“Defaults !syslog”和“Defaults !log_allowed”；未外发 syslog 的主机加上“Defaults logfile=/var/log/sudo.log”，需要记录命令输出时加上“Defaults log_output”。',
  },
  references: ['https://www.sudo.ws/docs/man/sudoers.man/'],
  applies: (h) =>
    h.sudo.rules.some(() => true) ||
    notApplicable(text('No sudo rule exists on this host', '宿主机上没有 sudo 规则')),
  check: all(
    (h) =>
      !h.sudo.allowedUnlogged ||
      fail(text('sudo leaves out the commands that it allows', 'sudo 不记录已放行的命令')),
    any(
      (h) => !h.sudo.syslogDisabled || fail(text('sudo writes no log', 'sudo 不记录日志')),
      (h) => h.sudo.logFile !== '',
      (h) => h.sudo.outputLogged,
    ),
  ),
});
