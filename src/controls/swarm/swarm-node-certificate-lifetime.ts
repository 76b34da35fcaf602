import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { swarm } from '../../core/subjects/swarm.ts';
import { text } from '../../core/text.ts';
import { fail, unknown } from '../../core/controls/verdict.ts';

const secondsPerDay = 86_400;

export const swarmNodeCertificateLifetime = defineControl({
  id: 'swarm-node-certificate-lifetime',
  subject: swarm,
  rating: ['breach', 'remote'],
  title: {
    en: 'Node certificates are short-lived',
    zh: '节点证书有效期受限',
  },
  failingTitle: {
    en: 'Node certificates live too long',
    zh: '节点证书有效期过长',
  },
  rationale: {
    en: 'A copied node certificate lets its holder join in as that node until it runs out. Nodes renew theirs by themselves, so a short life costs nothing.',
    zh: '节点证书一旦被复制，在到期前都可冒充该节点接入集群。节点会自动续签，缩短有效期没有额外成本。',
  },
  remediation: {
    en: 'Shorten it: docker swarm update --cert-expiry 720h (30 days).',
    zh: '缩短有效期：docker swarm update --cert-expiry 720h（30 天）。',
  },
  references: [
    'https://docs.docker.com/engine/swarm/how-swarm-mode-works/pki/',
    'https://docs.docker.com/reference/cli/docker/swarm/update/',
  ],
  params: z.object({
    maxDays: z.number().positive().default(90).meta({
      en: 'Days that a node certificate may live. 90 is what Swarm itself starts with.',
      zh: '节点证书的最长有效天数。90 是 Swarm 自身的默认值。',
    }),
  }),
  check: (s, { params }) => {
    if (s.externalAuthorities > 0) {
      return unknown(
        text(
          'An external authority issues the certificates, and it decides how long they live',
          '证书由外部 CA 签发，有效期由该 CA 决定',
        ),
      );
    }
    const days = s.nodeCertificateSeconds / secondsPerDay;
    if (days > 0 && days <= params.maxDays) return true;
    const shown = Math.round(days * 10) / 10;
    return fail(text(`They live ${shown} days`, `有效期为 ${shown} 天`));
  },
});
