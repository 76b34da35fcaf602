import { z } from 'zod';
import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { daemonOnly } from '../blocks/engine/daemon-only.ts';
import { settingInForce } from '../blocks/engine/setting-in-force.ts';

export const engineLogLevel = defineControl({
  id: 'engine-log-level',
  subject: engine,
  rating: ['weakness', 'open'],
  title: {
    en: 'The engine logs what an audit needs, and no more',
    zh: '引擎日志级别适当',
  },
  failingTitle: {
    en: 'The engine logs too little or too much',
    zh: '引擎日志级别不当',
  },
  rationale: {
    en: 'Above info the traces of normal use are missing when something must be reconstructed. At debug the log holds request bodies, secrets among them, and drowns what matters.',
    zh: '级别高于 info 时，事后追溯缺少正常操作的痕迹；debug 级别则会记录请求内容（其中可能含有敏感信息），并淹没真正重要的日志。',
  },
  remediation: {
    en: 'Set "log-level": "info" and "debug": false in /etc/docker/daemon.json, remove -D and --log-level from ExecStart, and restart: systemctl restart docker.',
    zh: '在 /etc/docker/daemon.json 中设置 "log-level": "info"、"debug": false，从 ExecStart 中去掉 -D 和 --log-level，然后重启：systemctl restart docker。',
  },
  references: [
    'https://docs.docker.com/reference/cli/dockerd/',
    'https://docs.docker.com/engine/daemon/logs/',
  ],
  params: z.object({
    allowed: z
      .array(z.enum(['debug', 'info', 'warn', 'error', 'fatal']))
      .default(['info'])
      .meta({
        en: 'Levels that are right. Info records what is done, without the contents of requests.',
        zh: '允许的日志级别。info 记录执行了哪些操作，但不含请求内容。',
      }),
  }),
  applies: daemonOnly,
  check: all(
    settingInForce(
      (e) => e.debug,
      (on, { params }) =>
        !on ||
        params.allowed.includes('debug') ||
        fail(text('Debugging is switched on', '调试模式已开启')),
    ),
    settingInForce(
      (e) => e.logLevel,
      (level, { params }) =>
        params.allowed.some((allowed) => allowed === level) ||
        fail(text(`The level is ${level}`, `日志级别为 ${level}`)),
    ),
  ),
});
