import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { network } from '../../core/subjects/network.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { tiersOn } from '../blocks/network-tiers.ts';

export const networkTiersSeparate = defineControl({
  id: 'network-tiers-separate',
  subject: network,
  rating: ['breach', 'remote'],
  title: {
    en: 'The network joins only tiers that may talk to one another',
    zh: '网络仅连接允许互访的业务分层',
  },
  failingTitle: {
    en: 'The network joins tiers that must not talk to one another',
    zh: '网络连接了不允许互访的业务分层',
  },
  rationale: {
    en: 'Tiers keep an attacker who takes over the web server away from the database. One network for all tiers puts every tier one connection away from the internet.',
    zh: '业务分层的意义在于：攻陷 Web 服务器并不等于触及数据库。所有业务分层共用一个网络，则每一业务分层距离互联网都只有一次连接。',
  },
  remediation: {
    en: 'Label workloads with their tier (--label tier=web), make a network for each pair that must talk, docker network create web-app and docker network create --internal app-data, and connect each workload only to those that it needs.',
    zh: '为工作负载标明所属业务分层（--label tier=web），为每对需要互访的业务分层建立网络：docker network create web-app、docker network create --internal app-data，各工作负载只接入所需网络。',
  },
  references: [
    'https://docs.docker.com/compose/how-tos/networking/#specify-custom-networks',
    'https://docs.docker.com/engine/network/',
  ],
  params: z.object({
    label: z.string().default('tier').meta({
      en: 'The label that names a workload’s tier.',
      zh: '标明工作负载所属业务分层的标签。',
    }),
    allowed: z
      .array(z.tuple([z.string(), z.string()]))
      .default([
        ['web', 'app'],
        ['app', 'data'],
      ])
      .meta({
        en: 'Pairs of tiers that may be on one network, in lower case. The default is the classic three tiers, where only neighbours communicate.',
        zh: '允许处于同一网络的业务分层（小写，成对列出）。默认为经典三层结构，仅相邻层可互访。',
      }),
  }),
  applies: (n, ctx) =>
    tiersOn(n, ctx, ctx.params.label).length > 0 ||
    notApplicable(
      text(
        `Nothing on it bears the label ${ctx.params.label}`,
        `网络上没有带 ${ctx.params.label} 标签的工作负载`,
      ),
    ),
  check: (n, ctx) => {
    const { allowed, label } = ctx.params;
    const tiers = tiersOn(n, ctx, label);
    const may = (one: string, other: string): boolean =>
      allowed.some(([a, b]) => (a === one && b === other) || (a === other && b === one));
    const wrong = tiers.flatMap((one, at) =>
      tiers.slice(at + 1).flatMap((other) => (may(one, other) ? [] : [`${one}–${other}`])),
    );
    if (wrong.length === 0) return true;
    return fail(
      text(
        `Joins tiers that must not meet: ${wrong.join(', ')}`,
        `连接了不应互访的业务分层：${wrong.join('、')}`,
      ),
    );
  },
});
