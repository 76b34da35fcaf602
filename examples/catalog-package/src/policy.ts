import { defineFramework, defineMapping } from 'plimsoll';
import { catalog } from './catalog.ts';

const requirement = {
  parent: null,
  nature: 'technical',
  levels: [],
  confidence: 'verified',
} as const;

const framework = defineFramework({
  id: 'acme-policy',
  title: { en: 'Acme container policy', zh: 'Acme 容器安全制度' },
  edition: {
    version: '7',
    publisher: 'Acme',
    published: '2026-03',
    status: 'in-force',
    source: 'The handbook, chapter 4',
  },
  requirements: [
    {
      ...requirement,
      id: '4.1',
      title: { en: 'Every service has an owner', zh: '每项服务均有责任人' },
    },
    { ...requirement, id: '4.2', title: { en: 'Images are our own', zh: '使用自有镜像' } },
    {
      ...requirement,
      id: '4.3',
      title: { en: 'No service takes more than its share', zh: '任何服务不得超额占用资源' },
    },
  ],
});

const mapping = defineMapping(framework, catalog, [
  {
    control: 'acme-owner-named',
    requirement: '4.1',
    shows: 'all',
    breaks: 'breaks',
    reason: { en: 'The label is what the policy asks for.', zh: '该标签即制度所要求者。' },
  },
  {
    control: 'acme-own-registry',
    requirement: '4.2',
    shows: 'all',
    breaks: 'breaks',
    reason: { en: 'It names the registries of the policy.', zh: '其中列出了制度规定的仓库。' },
  },
  {
    control: 'workload-pids-limit',
    requirement: '4.3',
    shows: 'part',
    breaks: 'breaks',
    reason: { en: 'Processes are one of the shares.', zh: '进程数是资源份额之一。' },
  },
]);

/** The policy with what gives evidence for it. */
export const policy = { framework, mappings: [mapping] };
