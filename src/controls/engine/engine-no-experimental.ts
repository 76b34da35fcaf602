import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { daemonOnly } from '../blocks/engine/daemon-only.ts';
import { settingInForce } from '../blocks/engine/setting-in-force.ts';
import { fail } from '../../core/controls/verdict.ts';
import { text } from '../../core/text.ts';

export const engineNoExperimental = defineControl({
  id: 'engine-no-experimental',
  subject: engine,
  rating: ['weakness', 'open'],
  title: {
    en: 'Experimental features are off',
    zh: '未启用实验性功能',
  },
  failingTitle: {
    en: 'Experimental features are on',
    zh: '启用了实验性功能',
  },
  rationale: {
    en: 'Experimental features have seen little review, change without notice and may vanish with the next release. That is more than production should stand on.',
    zh: '实验性功能未经充分评审，可能不经通知就变更，下一版本甚至会移除，不应作为生产环境的依托。',
  },
  remediation: {
    en: 'Remove "experimental": true from /etc/docker/daemon.json and --experimental from ExecStart, then restart: systemctl restart docker.',
    zh: '从 /etc/docker/daemon.json 中删除 "experimental": true，并去掉 ExecStart 中的 --experimental，然后重启：systemctl restart docker。',
  },
  references: ['https://docs.docker.com/reference/cli/dockerd/'],
  applies: daemonOnly,
  check: settingInForce(
    (e) => e.experimental,
    (on) => !on || fail(text('Experimental features are on', '已启用实验性功能')),
  ),
});
