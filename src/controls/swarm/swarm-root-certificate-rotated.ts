import { z } from 'zod';
import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { swarm } from '../../core/subjects/swarm.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { daysBetween } from '../blocks/days.ts';

export const swarmRootCertificateRotated = defineControl({
  id: 'swarm-root-certificate-rotated',
  subject: swarm,
  rating: ['breach', 'remote'],
  title: {
    en: 'The Swarm’s root certificate was rotated in due time',
    zh: '集群根证书按期轮换',
  },
  failingTitle: {
    en: 'The Swarm’s root certificate was not rotated in due time',
    zh: '集群根证书未按期轮换',
  },
  rationale: {
    en: 'Managers hold the root’s key. Every backup and every retired disk of a manager has a copy, and anyone who has one makes certificates of nodes until the root is another: by default twenty years.',
    zh: '根证书私钥保存在管理节点上，其每份备份、每块退役磁盘都有副本。持有副本者可一直签发节点证书，直至根证书更换，而默认有效期长达二十年。',
  },
  remediation: {
    en: 'Rotate with docker swarm ca --rotate, and check that it ends: docker node ls shows the nodes that hold it up.',
    zh: '用 docker swarm ca --rotate 轮换并确认完成：docker node ls 可查看阻碍轮换的节点。',
  },
  references: [
    'https://docs.docker.com/engine/swarm/how-swarm-mode-works/pki/#rotating-the-ca-certificate',
    'https://csrc.nist.gov/pubs/sp/800/57/pt1/r5/final',
  ],
  params: z.object({
    maxDays: z.number().positive().default(1095).meta({
      en: 'Days that a root certificate may serve. 1095 are three years, the longest that NIST SP 800-57 recommends for a private key that signs.',
      zh: '根证书的最长使用天数。1095 天即三年，为 NIST SP 800-57 对签名私钥建议的最长使用期。',
    }),
  }),
  check: all(
    (s, { params, collectedAt }) => {
      const days = daysBetween(s.rootCertificate.notBefore, collectedAt);
      if (days <= params.maxDays) return true;
      const whole = Math.floor(days);
      return fail(text(`In use for ${whole} days`, `已使用 ${whole} 天`));
    },
    (s) =>
      !s.rootRotationInProgress ||
      fail(
        text(
          'The rotation has not ended, so the old one still counts',
          '轮换尚未完成，旧根证书仍然有效',
        ),
      ),
  ),
});
