import { z } from 'zod';
import { noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text, type Text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { rangeOf } from '../blocks/port-list.ts';

const isOne = (port: string): Text => text(`${port} is a privileged port`, `${port} 为特权端口`);

const hasOne = (range: string, port: number): Text =>
  text(`${range} has the privileged port ${port} in it`, `${range} 包含特权端口 ${port}`);

export const dockerfileNoPrivilegedPorts = defineControl({
  id: 'dockerfile-no-privileged-ports',
  subject: dockerfile,
  rating: ['weakness', 'open'],
  title: {
    en: 'The image listens on no privileged port',
    zh: '镜像不监听特权端口',
  },
  failingTitle: {
    en: 'The image listens on a privileged port',
    zh: '镜像监听特权端口',
  },
  rationale: {
    en: 'A process needs root or a capability of its own to open a low port, and keeps it afterwards.',
    zh: '监听低位端口需要 root 或额外权能，且此后一直保有。',
  },
  remediation: {
    en: 'Listen on a port from 1024 on, EXPOSE 8080, and publish it on whatever port is wanted.',
    zh: '改为监听 1024 及以上端口：EXPOSE 8080，再按需发布到任意端口。',
  },
  references: ['https://docs.docker.com/reference/dockerfile/#expose'],
  params: z.object({
    threshold: z.number().int().min(0).max(65_536).default(1024).meta({
      en: "First port that is not privileged; 1024 is the kernel's default.",
      zh: '首个非特权端口的编号；1024 为内核默认值。',
    }),
    allowed: z.array(z.number().int().min(1).max(65_535)).default([]).meta({
      en: 'Privileged ports that may be exposed all the same; none by default.',
      zh: '仍允许暴露的特权端口；默认为空。',
    }),
  }),
  check: noneFails(
    (d) => d.exposed,
    ({ port }, { params }) => {
      const { from, to } = rangeOf(port);
      const last = Math.min(to, params.threshold - 1);
      for (let low = from; low <= last; low += 1) {
        if (params.allowed.includes(low)) continue;
        return fail(from === to ? isOne(port) : hasOne(port, low));
      }
      return true;
    },
  ),
});
