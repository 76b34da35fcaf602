import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

export const engineStorageDriver = defineControl({
  id: 'engine-storage-driver',
  subject: engine,
  rating: ['disruption', 'one step'],
  title: {
    en: 'The storage driver is one that is still maintained',
    zh: '存储驱动仍在维护',
  },
  failingTitle: {
    en: 'The storage driver is no longer maintained',
    zh: '存储驱动已停止维护',
  },
  rationale: {
    en: 'Storage drivers that were given up get no fixes, keep the host on old kernels and old engines, and have a record of data loss and kernel crashes.',
    zh: '已弃用的存储驱动不再获得修复，会把主机困在旧内核、旧引擎上，并且有数据丢失和内核崩溃的先例。',
  },
  remediation: {
    en: 'Save what must be kept, set "storage-driver": "overlay2" in /etc/docker/daemon.json (or leave it out: it is the default), restart the engine and pull the images again.',
    zh: '先备份需要保留的数据，在 /etc/docker/daemon.json 中设置 "storage-driver": "overlay2"（或删除该项，使用默认值），重启引擎后重新拉取镜像。',
  },
  references: [
    'https://docs.docker.com/engine/storage/drivers/select-storage-driver/',
    'https://docs.docker.com/engine/deprecated/',
  ],
  params: z.object({
    refused: z.array(z.string()).default(['aufs', 'devicemapper', 'overlay']).meta({
      en: 'Drivers that are refused: those which Docker deprecated and later took out.',
      zh: '不允许使用的存储驱动：Docker 已弃用并随后移除的驱动。',
    }),
  }),
  check: (e, { params }) => {
    const { driver } = e.storage;
    if (!params.refused.includes(driver)) return true;
    return fail(text(`The driver is ${driver}`, `存储驱动为 ${driver}`));
  },
});
