import { beside } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { daemonOnly } from '../blocks/engine/daemon-only.ts';
import { fail } from '../../core/controls/verdict.ts';
import { text } from '../../core/text.ts';

export const engineAuthorizationPlugin = defineControl({
  id: 'engine-authorization-plugin',
  subject: engine,
  // A caller who was let in must abuse it, or lose what let him in.
  rating: ['takeover', 'remote'],
  title: {
    en: 'An authorization plugin decides on each API request',
    zh: '由授权插件对每个 API 请求作出裁决',
  },
  failingTitle: {
    en: 'No authorization plugin decides on API requests',
    zh: '没有授权插件对 API 请求作出裁决',
  },
  rationale: {
    en: 'By itself the engine knows only all or nothing: anyone who may list containers may also start a privileged one. A plugin is the one place where a least privilege can be set for each caller.',
    zh: '引擎自身只有“全有或全无”的权限：能列出容器的人，也能启动特权容器。只有授权插件能按调用者落实最小权限。',
  },
  remediation: {
    en: 'Install an authorization plugin, for example Open Policy Agent’s opa-docker-authz, name it under "authorization-plugins" in /etc/docker/daemon.json and restart the engine.',
    zh: '安装授权插件（如 Open Policy Agent 的 opa-docker-authz），在 /etc/docker/daemon.json 的 "authorization-plugins" 中写上其名称，然后重启引擎。',
  },
  references: [
    'https://docs.docker.com/engine/extend/plugins_authorization/',
    'https://docs.docker.com/reference/cli/dockerd/',
  ],
  applies: daemonOnly,
  check: beside(
    (e) =>
      e.plugins.authorization.length > 0 ||
      fail(text('No authorization plugin is in use', '未启用授权插件')),
    (e) => e.configured.authorizationPlugins,
  ),
});
