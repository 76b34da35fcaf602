import { z } from 'zod';
import { combinator, evaluate } from '../../core/controls/check.ts';
import { each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { fail } from '../../core/controls/verdict.ts';
import {
  registryService,
  type RegistryServiceFacts,
} from '../../core/subjects/registry-service.ts';
import { text } from '../../core/text.ts';

type Repository = RegistryServiceFacts['repositories'][number];

/** No repository is open that was not published on purpose. */
const closed = each<RegistryServiceFacts, Repository, { readonly public: readonly string[] }>(
  (r) => r.repositories,
  ({ name, open }, { params }) =>
    !open ||
    params.public.includes(name) ||
    fail(text(`Anyone may pull ${name}`, `任何人均可拉取 ${name}`)),
  text('It has no repositories', '其中没有仓库'),
);

export const registryAccountRequired = defineControl({
  id: 'registry-account-required',
  subject: registryService,
  rating: ['breach', 'remote'],
  title: {
    en: 'The registry gives images to known accounts only',
    zh: '镜像仓库仅向已知账户提供镜像',
  },
  failingTitle: {
    en: 'The registry gives images to anyone',
    zh: '镜像仓库向任何人提供镜像',
  },
  rationale: {
    en: 'Images hold your code, its configuration and often more than was meant. A registry that asks for no account gives them to everyone who reaches its port, and one that asks nobody anything usually takes pushes from them as well.',
    zh: '镜像中有您的代码、配置，往往还有并不打算公开的内容。不要求账户的仓库会将其交给任何能访问其端口的人；完全不作鉴别的仓库通常也接受任何人的推送。',
  },
  remediation: {
    en: 'Set auth in the registry’s config.yml (htpasswd or token), or make the projects private in Harbor, Nexus or whichever product it is; then give each engine an account that may pull and no more.',
    zh: '在仓库的 config.yml 中设置 auth（htpasswd 或 token），或在 Harbor、Nexus 等产品中将项目设为私有；再为每个引擎分配仅可拉取的账户。',
  },
  references: [
    'https://distribution.github.io/distribution/about/configuration/#auth',
    'https://csrc.nist.gov/pubs/sp/800/190/final',
  ],
  params: z.object({
    public: z.array(z.string()).default([]).meta({
      en: 'Repositories that anyone may pull, as `team/app`. Empty: none; name those that you decided to publish.',
      zh: '允许任何人拉取的仓库，写作 `team/app`。留空：没有；请列出经决定公开的仓库。',
    }),
  }),
  check: combinator((r, ctx) =>
    r.asksForAccount
      ? evaluate(closed, r, ctx)
      : fail(text('It asks for no account', '不要求任何账户')),
  ),
});
