import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { daemonOnly } from '../blocks/engine/daemon-only.ts';
import { settingInForce } from '../blocks/engine/setting-in-force.ts';
import { fail } from '../../core/controls/verdict.ts';
import { text } from '../../core/text.ts';

export const engineDebugOff = defineControl({
  id: 'engine-debug-off',
  subject: engine,
  rating: ['weakness', 'open'],
  title: {
    en: 'Debugging is switched off',
    zh: '调试模式已关闭',
  },
  failingTitle: {
    en: 'Debugging is switched on',
    zh: '调试模式已开启',
  },
  rationale: {
    en: 'In debug mode the engine offers its profiler and internals over the API, writes the contents of requests to its log, and buries in them what an audit looks for.',
    zh: '调试模式下，引擎会通过 API 暴露性能分析与内部状态接口，并将请求内容写入日志，审计所需的信息被淹没其中。',
  },
  remediation: {
    en: 'Set "debug": false in /etc/docker/daemon.json or take it out, remove -D and --debug from ExecStart, and reload: systemctl reload docker.',
    zh: '在 /etc/docker/daemon.json 中设置 "debug": false 或删除该项，从 ExecStart 中去掉 -D 与 --debug，然后重新加载：systemctl reload docker。',
  },
  references: [
    'https://docs.docker.com/engine/daemon/logs/#enable-debugging',
    'https://docs.docker.com/reference/cli/dockerd/',
  ],
  applies: daemonOnly,
  check: settingInForce(
    (e) => e.debug,
    (on) => !on || fail(text('Debug mode is on', '调试模式已开启')),
  ),
});
