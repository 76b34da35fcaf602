import { z } from 'zod';
import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail, unknown } from '../../core/controls/verdict.ts';
import { localLogDrivers, syslogLeaves } from '../../knowledge/log-shipping.ts';
import { settingInForce } from '../blocks/engine/setting-in-force.ts';

export const engineCentralLogging = defineControl({
  id: 'engine-central-logging',
  subject: engine,
  rating: ['disruption', 'one step'],
  title: {
    en: 'Container logs leave the host by default',
    zh: '容器日志默认集中外发',
  },
  failingTitle: {
    en: 'Container logs stay on the host by default',
    zh: '容器日志默认未集中外发',
  },
  rationale: {
    en: 'Logs that lie only on the host go when the container or the host goes, and an intruder with root there can rewrite them.',
    zh: '日志若只存于本机，容器或主机一旦销毁即告丢失；取得 root 的入侵者还可以篡改日志。',
  },
  remediation: {
    en: 'Set a driver that ships logs in /etc/docker/daemon.json, for example "log-driver": "syslog", "log-opts": {"syslog-address": "tcp+tls://logs.example.org:6514"}, restart the engine and create the containers again.',
    zh: '在 /etc/docker/daemon.json 中设置外发日志的驱动，例如 "log-driver": "syslog"、"log-opts": {"syslog-address": "tcp+tls://logs.example.org:6514"}，重启引擎并重建容器。',
  },
  references: [
    'https://docs.docker.com/engine/logging/configure/',
    'https://docs.docker.com/engine/logging/drivers/syslog/',
  ],
  params: z.object({
    local: z
      .array(z.string())
      .default([...localLogDrivers])
      .meta({
        en: 'Drivers whose logs stay on the host. Take one out where something else ships its logs, such as an agent that reads the journal.',
        zh: '日志只留在本机的驱动。如另有采集手段（例如读取 journald 的代理），可将对应驱动移出列表。',
      }),
    localSyslogSuffices: z.boolean().default(false).meta({
      en: 'Whether the host’s own syslog will do, because it is known to forward. It does not by default: whether it forwards cannot be seen.',
      zh: '本机 syslog 是否视为外发（已确知其会转发时启用）。默认不视为外发：本机 syslog 是否转发无法得知。',
    }),
  }),
  check: all(
    settingInForce(
      (e) => e.logDriver,
      (driver, { params }) =>
        !params.local.includes(driver) ||
        fail(
          text(
            `The driver ${driver} keeps the logs on the host`,
            `日志驱动 ${driver} 只把日志留在本机`,
          ),
        ),
    ),
    (e, { params }) => {
      if (e.logDriver.effective !== 'syslog' || params.localSyslogSuffices) return true;
      return (
        syslogLeaves(e.logOptions.effective) ||
        unknown(
          text(
            'The logs go to the host’s own syslog; whether that forwards them was not read',
            '日志写入本机 syslog，其是否转发不可见',
          ),
        )
      );
    },
  ),
});
