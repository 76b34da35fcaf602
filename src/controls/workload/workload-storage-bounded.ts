import { defineControl } from '../../core/controls/control.ts';
import { engine, type EngineFacts } from '../../core/subjects/engine.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable, unknown } from '../../core/controls/verdict.ts';
import { isDescribedByFile } from '../blocks/workload/described-by-file.ts';

/** Drivers that give each container a size of its own. */
const sizing: ReadonlySet<string> = new Set(['btrfs', 'devicemapper', 'windowsfilter', 'zfs']);

/** Whether an engine can limit a writable layer; overlay2 and vfs can on XFS, whose quotas they use. */
function limitsStorage({ storage }: EngineFacts): boolean {
  if (sizing.has(storage.driver)) return true;
  if (storage.driver !== 'overlay2' && storage.driver !== 'vfs') return false;
  return storage.status.some(
    ({ name, value }) => name === 'Backing Filesystem' && value.toLowerCase() === 'xfs',
  );
}

export const workloadStorageBounded = defineControl({
  id: 'workload-storage-bounded',
  subject: workload,
  rating: ['disruption', 'open'],
  title: {
    en: 'The container’s own layer has a size limit',
    zh: '容器的可写层容量受限',
  },
  failingTitle: {
    en: 'The container’s own layer has no size limit',
    zh: '容器的可写层容量不受限',
  },
  rationale: {
    en: 'A container writes its own layer into the store of the engine. One that writes without end fills it, and then no container on the host can write, and none can start.',
    zh: '容器的可写层位于引擎的数据目录。无限写入会将其占满，届时本机所有容器都无法写入，也无法启动新容器。',
  },
  remediation: {
    en: 'Make the root filesystem read-only and give what must be written a volume or a sized tmpfs: --read-only --tmpfs /tmp:size=64m; in Compose read_only: true. Where the driver can, give a size: --storage-opt size=10G (in Compose storage_opt: {size: 10G}); overlay2 needs XFS mounted with pquota.',
    zh: '将根文件系统设为只读，需要写入的目录使用卷或限定大小的 tmpfs：--read-only --tmpfs /tmp:size=64m，Compose 中写 read_only: true。存储驱动支持时可设定容量：--storage-opt size=10G（Compose 中为 storage_opt: {size: 10G}）；overlay2 需要以 pquota 选项挂载的 XFS。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/container/run/#storage-opt',
    'https://docs.docker.com/engine/storage/drivers/overlayfs-driver/',
  ],
  check: (w, ctx) => {
    if (w.readOnlyRootFilesystem || w.resources.storageBytes > 0) return true;
    if (isDescribedByFile(w)) {
      return unknown(
        text(
          'Whether its layer can be given a size is left to the engine that will run it',
          '可写层能否限定容量取决于将来运行它的引擎',
        ),
      );
    }
    const unable = ctx.all(engine).find((one) => !limitsStorage(one));
    if (unable) {
      const { driver } = unable.storage;
      return notApplicable(
        text(
          `The storage driver ${driver} cannot limit a layer here; workload-read-only-root judges the other way`,
          `存储驱动 ${driver} 在此无法限定可写层容量；另一途径由 workload-read-only-root 判定`,
        ),
      );
    }
    return fail(
      text(
        'The writable layer has no size limit, though the engine could set one',
        '可写层未限定容量，而引擎支持该限制',
      ),
    );
  },
});
