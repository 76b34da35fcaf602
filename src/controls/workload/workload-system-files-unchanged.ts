import { z } from 'zod';
import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload, type WorkloadFacts } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, unknown } from '../../core/controls/verdict.ts';
import { findExposed, findHolder } from '../../syntax/paths/listed-paths.ts';
import { whileRunning } from '../blocks/workload/while-running.ts';

type Change = NonNullable<WorkloadFacts['changes']>[number];

interface Params {
  readonly paths: readonly string[];
  readonly allowed: readonly string[];
}

/** Every directory above the changed paths: each is listed as modified for what is below it. */
function parentsOf(changes: readonly Change[]): ReadonlySet<string> {
  const parents = new Set<string>();
  for (const { path } of changes) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const parent = path.slice(0, end);
      // What is above a known parent is known as well.
      if (parents.has(parent)) break;
      parents.add(parent);
    }
  }
  return parents;
}

/** Where an engine mounts its init: the first of these that was added, where `/sbin` is a link to another. */
const initPlaces = ['/sbin/docker-init', '/usr/sbin/docker-init', '/usr/bin/docker-init'];

/** The place that was made for an engine's init, if there was one; `undefined` where there surely was none. */
const initPlace = (changes: readonly Change[]): string | undefined =>
  initPlaces.find((place) =>
    changes.some(({ path, change }) => path === place && change === 'added'),
  );

/** A change that nothing explains, unless the engine's init does, about which nothing is known. */
interface Unexplained extends Change {
  readonly unlessInit: boolean;
}

function unexplained(w: WorkloadFacts, params: Params): readonly Unexplained[] {
  const changes = w.changes ?? [];
  const parents = parentsOf(changes);
  const init = initPlace(changes);
  // A fact that no place depends on is not asked for: it may be missing.
  const started = init === undefined || w.init === undefined ? false : w.init;
  const forInit = (path: string): boolean => init !== undefined && leadsTo(path, init);
  const mountPoints = w.mounts.map(({ target }) => target);
  return changes
    .filter(({ path, change }) => {
      if (findHolder(path, params.paths) === undefined) return false;
      if (change === 'modified' && (parents.has(path) || params.paths.includes(path))) return false;
      if (findHolder(path, params.allowed) !== undefined) return false;
      // The engine makes the places that something is mounted on, and the directories above them.
      if (change !== 'added') return true;
      return !mountPoints.some((point) => leadsTo(path, point)) && !(started && forInit(path));
    })
    .map((change) => ({
      ...change,
      unlessInit: started === null && change.change === 'added' && forInit(change.path),
    }));
}

const leadsTo = (path: string, target: string): boolean =>
  target === path || target.startsWith(`${path}/`);

const changeWords = {
  added: text('was added', '为新增'),
  modified: text('was modified', '已被修改'),
  deleted: text('was deleted', '已被删除'),
} satisfies Record<Change['change'], unknown>;

/** What decides who may log in and with which rights, which only the image should bring. */
const accountFiles = [
  ...['/etc/passwd', '/etc/shadow', '/etc/group', '/etc/gshadow', '/etc/sudoers', '/etc/sudoers.d'],
  ...['/etc/doas.conf', '/etc/pam.conf', '/etc/pam.d', '/etc/security', '/etc/nsswitch.conf'],
  ...['/etc/subuid', '/etc/subgid', '/etc/ld.so.preload'],
];

/** A mount hides the file of the image, and no list of changes has it. */
const hidesNoAccounts = noneFails<WorkloadFacts, WorkloadFacts['mounts'][number], Params>(
  (w) => w.mounts,
  ({ target }, { params }) => {
    const hidden = findExposed(target, accountFiles);
    if (hidden === undefined || findHolder(target, params.allowed) !== undefined) return true;
    return fail(
      text(`Another ${hidden} is mounted at ${target}`, `${target} 处挂载了另一份 ${hidden}`),
    );
  },
);

export const workloadSystemFilesUnchanged = defineControl({
  id: 'workload-system-files-unchanged',
  subject: workload,
  rating: ['breach', 'one step'],
  title: {
    en: 'The container’s system files are those of its image',
    zh: '容器的系统文件与镜像保持一致',
  },
  failingTitle: {
    en: 'The container’s system files differ from those of its image',
    zh: '容器的系统文件与镜像不一致',
  },
  rationale: {
    en: 'Nobody installs or edits programs in a container that was deployed from an image. A changed program or configuration is therefore the mark of an intruder, or of work that is lost at the next start.',
    zh: '由镜像部署的容器不应再安装或改动程序。系统文件一旦变化，要么是入侵痕迹，要么是下次重建即丢失的手工操作，二者都应查明。',
  },
  remediation: {
    en: 'Look at docker diff NAME, keep what you need for the investigation, and start the container anew from its image. Make changes in the image, and start it with --read-only (read_only: true in Compose) so that there can be none.',
    zh: '用 docker diff 容器名 查看变更，固定取证所需材料后，由镜像重新创建容器。需要的改动应做进镜像，并以 --read-only（Compose 中为 read_only: true）启动，从根本上杜绝改动。',
  },
  references: ['https://docs.docker.com/reference/cli/docker/container/diff/'],
  params: z.object({
    paths: z
      .array(z.string())
      .default(['/bin', '/boot', '/etc', '/lib', '/lib32', '/lib64', '/libx32', '/sbin', '/usr'])
      .meta({
        en: 'Where programs, libraries and configuration live: nothing at or below these may change.',
        zh: '存放程序、库和配置的位置：其自身及下级内容均不得改变。',
      }),
    allowed: z
      .array(z.string())
      .default(['/etc/hostname', '/etc/hosts', '/etc/mtab', '/etc/resolv.conf'])
      .meta({
        en: 'Paths below those that may change. The defaults are the files that engines write at each start.',
        zh: '上述路径之下允许改变的路径。默认值为引擎每次启动时写入的文件。',
      }),
  }),
  applies: whileRunning('changes'),
  check: all(
    hidesNoAccounts,
    noneFails(
      (w, { params }) => unexplained(w, params),
      ({ path, change, unlessInit }) =>
        unlessInit
          ? unknown(
              text(
                `${path} was added, by the engine if it starts an init here, which is not known`,
                `${path} 为新增；若引擎在此启动 init 则由其创建，但无从得知`,
              ),
            )
          : fail(text(`${path} ${changeWords[change].en}`, `${path} ${changeWords[change].zh}`)),
    ),
  ),
});
