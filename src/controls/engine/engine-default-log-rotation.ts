import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { beside } from '../../core/controls/combinators.ts';
import { rotates, rotatesByDefault } from '../../knowledge/log-rotation.ts';

export const engineDefaultLogRotation = defineControl({
  id: 'engine-default-log-rotation',
  subject: engine,
  rating: ['disruption', 'open'],
  title: {
    en: 'Logs of new containers are rotated by default',
    zh: '新建容器的日志默认轮转',
  },
  failingTitle: {
    en: 'Logs of new containers grow without rotation by default',
    zh: '新建容器的日志默认不轮转',
  },
  rationale: {
    en: 'The default driver writes one file for each container, without end. Anyone who starts a container without thinking of it fills the disk of the engine, sooner or later.',
    zh: '默认日志驱动为每个容器无限写入一个文件。只要启动容器时未加留意，引擎所在磁盘迟早会被写满。',
  },
  remediation: {
    en: 'Write "log-opts": {"max-size": "10m", "max-file": "5"} into /etc/docker/daemon.json, or "log-driver": "local", which rotates by itself; restart the engine and create the containers again.',
    zh: '在 /etc/docker/daemon.json 中写入 "log-opts": {"max-size": "10m", "max-file": "5"}，或改用自带轮转的 "log-driver": "local"；重启引擎并重建容器。',
  },
  references: [
    'https://docs.docker.com/engine/logging/configure/',
    'https://docs.docker.com/engine/logging/drivers/json-file/',
  ],
  applies: (e) => {
    const driver = e.logDriver.effective;
    return (
      rotatesByDefault.has(driver) ||
      notApplicable(
        text(
          `The log driver ${driver} keeps no file of its own on this host`,
          `日志驱动 ${driver} 不在本机保留需要轮转的日志文件`,
        ),
      )
    );
  },
  check: beside(
    (e) => {
      const driver = e.logDriver.effective;
      // What rotates by itself needs no option, but an option can switch that off.
      const options = e.logOptions.effective;
      return (
        rotates(driver, options['max-size']) ||
        fail(
          text(
            `By default ${driver} writes without end: max-size is ${options['max-size'] ?? 'not set'}`,
            `默认驱动 ${driver} 会无限写入：max-size ${options['max-size'] === undefined ? '未设置' : `为 ${options['max-size']}`}`,
          ),
        )
      );
    },
    (e) => e.logOptions.configured?.['max-size'],
  ),
});
