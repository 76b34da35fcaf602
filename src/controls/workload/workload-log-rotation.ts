import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable, unknown } from '../../core/controls/verdict.ts';
import { rotates, rotatesByDefault } from '../../knowledge/log-rotation.ts';

export const workloadLogRotation = defineControl({
  id: 'workload-log-rotation',
  subject: workload,
  rating: ['disruption', 'open'],
  title: {
    en: 'The container’s log on the host is rotated',
    zh: '容器的本机日志已配置轮转',
  },
  failingTitle: {
    en: 'The container’s log on the host is not rotated',
    zh: '容器的本机日志未配置轮转',
  },
  rationale: {
    en: 'The default log driver writes one file for ever. A chatty or attacked container fills the disk of the engine, and then nothing on the host can write, its audit trail included.',
    zh: '默认日志驱动会无限写入同一文件。日志量大或遭受攻击的容器会写满引擎所在磁盘，届时包括审计日志在内的一切写入都将失败。',
  },
  remediation: {
    en: 'Start it with --log-opt max-size=10m --log-opt max-file=5, in Compose logging.options, or for new containers "log-opts": {"max-size": "10m", "max-file": "5"} in daemon.json; or use --log-driver local, which rotates by itself.',
    zh: '启动时加 --log-opt max-size=10m --log-opt max-file=5，Compose 中写在 logging.options，或在 daemon.json 中写 "log-opts": {"max-size": "10m", "max-file": "5"}（仅对新建容器生效）；也可改用自带轮转的 --log-driver local。',
  },
  references: [
    'https://docs.docker.com/engine/logging/drivers/json-file/',
    'https://docs.docker.com/engine/logging/drivers/local/',
  ],
  applies: (w) => {
    const { driver } = w.logging;
    return (
      driver === '' ||
      rotatesByDefault.has(driver) ||
      notApplicable(
        text(
          `The log driver ${driver} keeps no file of its own on this host`,
          `日志驱动 ${driver} 不在本机保留需要轮转的日志文件`,
        ),
      )
    );
  },
  check: (w) => {
    const { driver, options } = w.logging;
    if (driver === '') {
      return unknown(
        text(
          'The log driver and its options are left to the engine that will run it',
          '日志驱动及其选项取决于将来运行它的引擎',
        ),
      );
    }
    const size = options['max-size'];
    if (rotates(driver, size)) return true;
    return fail(
      size === undefined
        ? text(
            `The log driver ${driver} has no max-size, so its file grows without end`,
            `日志驱动 ${driver} 未设置 max-size，日志文件会无限增长`,
          )
        : text(`max-size is ${size}, which is no limit`, `max-size 为 ${size}，不构成限制`),
    );
  },
});
