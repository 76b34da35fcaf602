import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, unknown } from '../../core/controls/verdict.ts';
import { localLogDrivers, syslogLeaves } from '../../knowledge/log-shipping.ts';

export const workloadCentralLogging = defineControl({
  id: 'workload-central-logging',
  subject: workload,
  rating: ['disruption', 'one step'],
  title: {
    en: 'The container’s log leaves the host',
    zh: '容器日志外发至集中平台',
  },
  failingTitle: {
    en: 'The container’s log stays on the host',
    zh: '容器日志未外发至集中平台',
  },
  rationale: {
    en: 'A container keeps the log driver that it was made with, whatever the engine does for new ones. A log that lies only on the host goes with the container, and an intruder with root there can rewrite it.',
    zh: '容器始终使用创建时的日志驱动，不受引擎后续设置影响。只存于本机的日志会随容器一同消失，取得 root 的入侵者还可以篡改。',
  },
  remediation: {
    en: 'Create it with a driver that ships: --log-driver syslog --log-opt syslog-address=tcp+tls://logs.example.org:6514, in Compose logging with driver and options. Where an agent ships what another driver writes, take that driver out of the parameter local.',
    zh: '创建时使用外发日志的驱动：--log-driver syslog --log-opt syslog-address=tcp+tls://logs.example.org:6514，Compose 中在 logging 下写 driver 与 options。若由代理程序采集其他驱动的日志，将该驱动从参数 local 中移除。',
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
        zh: '日志只留存本机的驱动。若另有程序转发其日志（例如读取 journald 的采集代理），可将该驱动移除。',
      }),
    localSyslogSuffices: z.boolean().default(false).meta({
      en: 'Whether the host’s own syslog will do, because it is known to forward. It does not by default: whether it forwards cannot be seen.',
      zh: '本机 syslog 是否视为外发（已确知其会转发时启用）。默认不视为外发：本机 syslog 是否转发无法得知。',
    }),
  }),
  check: (w, { params }) => {
    const { driver } = w.logging;
    if (driver === '') {
      return unknown(
        text(
          'The log driver is left to the engine that will run it',
          '日志驱动取决于将来运行它的引擎',
        ),
      );
    }
    if (driver === 'none' && params.local.includes(driver)) {
      return fail(text('The log driver none keeps no log at all', '日志驱动 none 不保留任何日志'));
    }
    if (params.local.includes(driver)) {
      return fail(
        text(
          `The log driver ${driver} keeps its log on the host`,
          `日志驱动 ${driver} 只把日志留在本机`,
        ),
      );
    }
    if (driver !== 'syslog' || params.localSyslogSuffices) return true;
    return (
      syslogLeaves(w.logging.options) ||
      unknown(
        text(
          'The log goes to the host’s own syslog; whether that forwards it was not read',
          '日志写入本机 syslog，其是否转发不可见',
        ),
      )
    );
  },
});
