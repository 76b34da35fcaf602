import { each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

export const dockerfileExposesSinglePorts = defineControl({
  id: 'dockerfile-exposes-single-ports',
  subject: dockerfile,
  rating: ['weakness', 'open'],
  title: {
    en: 'EXPOSE names each port by itself',
    zh: 'EXPOSE 逐一写明端口',
  },
  failingTitle: {
    en: 'EXPOSE names a range of ports',
    zh: 'EXPOSE 使用了端口范围',
  },
  rationale: {
    en: 'docker run -P publishes every exposed port. A range opens ports that nothing was reviewed for, and a service that an attacker starts on one of them is reachable at once.',
    zh: 'docker run -P 会发布所有已暴露的端口。端口范围会开放未经评审的端口，攻击者在其中任一端口启动的服务立即可达。',
  },
  remediation: {
    en: 'Name the ports that the service listens on: EXPOSE 8080 8443.',
    zh: '只写服务实际监听的端口：EXPOSE 8080 8443。',
  },
  references: ['https://docs.docker.com/reference/dockerfile/#expose'],
  check: each(
    (d) => d.exposed,
    ({ port }) =>
      !port.includes('-') || fail(text(`${port} is a range of ports`, `${port} 为端口范围`)),
    text('The build file exposes no port', 'Dockerfile 未暴露端口'),
  ),
});
