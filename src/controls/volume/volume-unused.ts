import { defineControl } from '../../core/controls/control.ts';
import { volume } from '../../core/subjects/volume.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

export const volumeUnused = defineControl({
  id: 'volume-unused',
  subject: volume,
  rating: ['weakness', 'open'],
  title: {
    en: 'No volume is left over',
    zh: '没有闲置的卷',
  },
  failingTitle: {
    en: 'The volume is left over',
    zh: '卷处于闲置状态',
  },
  rationale: {
    en: 'Data outlives the container that it was for: a volume that nothing mounts is a copy of a database that nobody backs up, deletes in time or remembers, and any new container may mount it.',
    zh: '数据往往比容器存在得更久：无人挂载的卷可能就是一份数据库副本，既无人备份，也不会按期删除，而任何新容器都能挂载它。',
  },
  remediation: {
    en: 'Look at what is in it, keep what must be kept, and remove it: docker volume rm NAME; of those without a name, docker volume prune.',
    zh: '确认内容并保留所需数据后删除：docker volume rm 卷名；匿名卷可用 docker volume prune 清理。',
  },
  references: [
    'https://docs.docker.com/engine/manage-resources/pruning/#prune-volumes',
    'https://docs.docker.com/reference/cli/docker/volume/prune/',
  ],
  check: (v) =>
    v.usedBy[0] !== undefined ||
    fail(text('No container mounts it, running or stopped', '没有任何容器（含已停止的）挂载该卷')),
});
