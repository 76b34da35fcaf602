import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { settingInForce } from '../blocks/engine/setting-in-force.ts';

export const engineLiveRestore = defineControl({
  id: 'engine-live-restore',
  subject: engine,
  // The engine must crash, or somebody must restart it.
  rating: ['disruption', 'remote'],
  title: {
    en: 'Containers outlive a restart of the engine',
    zh: '引擎重启时容器不中断',
  },
  failingTitle: {
    en: 'Containers stop when the engine restarts',
    zh: '引擎重启时容器会中断',
  },
  rationale: {
    en: 'When a restart of the engine stops every container, patches for it are put off, and a crash of the engine becomes an outage of all services on the host.',
    zh: '如果重启引擎会停掉全部容器，引擎补丁就会被一再推迟；引擎一旦崩溃，整台主机上的业务也随之中断。',
  },
  remediation: {
    en: 'Write "live-restore": true into /etc/docker/daemon.json and reload: systemctl reload docker.',
    zh: '在 /etc/docker/daemon.json 中写入 "live-restore": true，然后重新加载：systemctl reload docker。',
  },
  references: ['https://docs.docker.com/engine/daemon/live-restore/'],
  applies: (e) => {
    if (e.product === 'podman') {
      return notApplicable(
        text('Podman’s containers do not depend on a daemon', 'Podman 的容器不依赖守护进程'),
      );
    }
    return (
      e.swarm.state === 'inactive' ||
      notApplicable(
        text(
          'The engine belongs to a Swarm, and Swarm mode excludes live restore',
          '引擎已加入 Swarm，而 Swarm 模式与 live-restore 互斥',
        ),
      )
    );
  },
  check: settingInForce(
    (e) => e.liveRestore,
    (on) =>
      on ||
      fail(
        text(
          'Containers end with the engine: live restore is off',
          '未启用 live-restore，引擎停止时容器随之停止',
        ),
      ),
  ),
});
