import { defineControl } from '../../core/controls/control.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { registryService } from '../../core/subjects/registry-service.ts';
import { text } from '../../core/text.ts';

export const registryCatalogClosed = defineControl({
  id: 'registry-catalog-closed',
  subject: registryService,
  // A list of names, from which further steps follow.
  rating: ['weakness', 'remote'],
  title: {
    en: 'The registry lists its repositories for known accounts only',
    zh: '镜像仓库仅向已知账户列出仓库目录',
  },
  failingTitle: {
    en: 'The registry lists its repositories for anyone',
    zh: '镜像仓库向任何人列出仓库目录',
  },
  rationale: {
    en: 'The catalog names every project, customer and component that you have an image of, unreleased ones among them. It tells an intruder what to pull and search for passwords, and under which names a forged image would be taken.',
    zh: '目录会暴露您的每个项目、客户和组件，包括尚未发布的。入侵者据此得知应拉取哪些镜像来搜寻口令，以及伪造镜像用何名称会被采用。',
  },
  remediation: {
    en: 'Have the registry ask for an account (auth in its config.yml), or refuse /v2/_catalog in the proxy before it: location = /v2/_catalog { deny all; } in nginx. Engines do not need it.',
    zh: '让仓库要求账户（config.yml 中的 auth），或在前端代理上拒绝 /v2/_catalog：nginx 中写 location = /v2/_catalog { deny all; }。引擎不需要该接口。',
  },
  references: [
    'https://distribution.github.io/distribution/spec/api/#catalog',
    'https://distribution.github.io/distribution/about/configuration/#auth',
  ],
  applies: ({ catalog }) =>
    catalog !== 'empty' || notApplicable(text('It lists no repository', '其目录中没有仓库')),
  check: ({ catalog }) =>
    catalog === 'refused' ||
    fail(
      text('It lists its repositories without asking for an account', '未要求账户即列出全部仓库'),
    ),
});
