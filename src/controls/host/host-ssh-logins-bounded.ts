import { z } from 'zod';
import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { fail } from '../../core/controls/verdict.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { forEachScope, inScope, whereSshServes } from '../blocks/host/ssh.ts';

export const hostSshLoginsBounded = defineControl({
  id: 'host-ssh-logins-bounded',
  subject: host,
  rating: ['weakness', 'remote'],
  title: {
    en: 'SSH bounds the tries and the time of a login',
    zh: 'SSH 限制登录的尝试次数与时长',
  },
  failingTitle: {
    en: 'SSH leaves a login too many tries or too much time',
    zh: 'SSH 登录允许的尝试次数过多或时间过长',
  },
  rationale: {
    en: 'Each connection that may try again and again, or stay open without a login, makes guessing cheap and takes a place from people who have work to do.',
    zh: '连接若可反复尝试，或不登录也可长时间保持，猜测口令的成本就会降低，还会占用正常用户的连接名额。',
  },
  remediation: {
    en: 'Write MaxAuthTries 4 and LoginGraceTime 60 into a file of /etc/ssh/sshd_config.d, see sshd -T, and systemctl reload ssh.',
    zh: '在 /etc/ssh/sshd_config.d 的文件中写入 MaxAuthTries 4 和 LoginGraceTime 60，用 sshd -T 核对，并执行 systemctl reload ssh。',
  },
  references: ['https://man.openbsd.org/sshd_config#MaxAuthTries'],
  params: z.object({
    maxTries: z.number().int().positive().default(4).meta({
      en: 'Tries on one connection at most. 4: sshd’s own 6 is more than people need.',
      zh: '单个连接最多尝试次数。4：sshd 默认的 6 次超出正常需要。',
    }),
    maxSeconds: z.number().positive().default(60).meta({
      en: 'Seconds in which a login must succeed. 60: sshd’s own are 120.',
      zh: '登录须在多少秒内完成。60：sshd 默认为 120 秒。',
    }),
  }),
  applies: whereSshServes,
  check: forEachScope(
    all(
      (scope, { params }) =>
        scope.triesAtMost <= params.maxTries ||
        fail(
          inScope(
            scope,
            text(
              `${scope.triesAtMost} tries on a connection`,
              `单个连接可尝试 ${scope.triesAtMost} 次`,
            ),
          ),
        ),
      (scope, { params }) =>
        (scope.graceSeconds > 0 && scope.graceSeconds <= params.maxSeconds) ||
        fail(
          inScope(
            scope,
            scope.graceSeconds === 0
              ? text('A login may take any time', '登录时长不限')
              : text(
                  `A login may take ${scope.graceSeconds} seconds`,
                  `登录可长达 ${scope.graceSeconds} 秒`,
                ),
          ),
        ),
    ),
  ),
});
