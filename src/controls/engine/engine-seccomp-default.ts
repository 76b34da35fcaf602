import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail, unknown } from '../../core/controls/verdict.ts';

export const engineSeccompDefault = defineControl({
  id: 'engine-seccomp-default',
  subject: engine,
  rating: ['takeover', 'one step'],
  title: {
    en: 'The engine filters system calls by default',
    zh: '引擎默认启用系统调用过滤',
  },
  failingTitle: {
    en: 'The engine does not filter system calls by default',
    zh: '引擎默认未启用系统调用过滤',
  },
  rationale: {
    en: 'The default profile keeps dozens of system calls from containers, among them those that many breakouts began with. Without it every container meets the whole kernel.',
    zh: '默认 seccomp 配置会拦截容器的数十个系统调用，多数逃逸正是由其中某些调用起步。没有它，每个容器都直接面对整个内核。',
  },
  remediation: {
    en: 'Remove "seccomp-profile": "unconfined" from /etc/docker/daemon.json (and --seccomp-profile from ExecStart), restart the engine and check with docker info --format "{{.SecurityOptions}}". A kernel needs CONFIG_SECCOMP.',
    zh: '从 /etc/docker/daemon.json 中删除 "seccomp-profile": "unconfined"（以及 ExecStart 中的 --seccomp-profile），重启引擎，并用 docker info --format "{{.SecurityOptions}}" 核对。内核须启用 CONFIG_SECCOMP。',
  },
  references: ['https://docs.docker.com/engine/security/seccomp/'],
  params: z.object({
    reviewed: z.array(z.string()).default([]).meta({
      en: 'Paths of profiles of your own that were reviewed. The engine tells the path only, not what is in it.',
      zh: '已审核的自定义配置文件路径。引擎只给出路径，不给出内容。',
    }),
  }),
  check: (e, { params }) => {
    const { seccomp } = e.security;
    if (seccomp === '') {
      return fail(text('The engine has no seccomp', '引擎不支持 seccomp'));
    }
    if (seccomp === 'unconfined') {
      return fail(text('The default is no filter at all', '默认不做任何过滤'));
    }
    if (['builtin', 'default', ...params.reviewed].includes(seccomp)) return true;
    return unknown(
      text(
        `The default is the profile ${seccomp}, which is not listed as reviewed`,
        `默认使用配置文件 ${seccomp}，该文件未列入已审查清单`,
      ),
    );
  },
});
