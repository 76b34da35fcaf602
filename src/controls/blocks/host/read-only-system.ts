import type { HostFacts } from '../../../core/subjects/host/host.ts';
import { text, type Text } from '../../../core/text.ts';
import { mountOf } from './mount-of.ts';

/**
 * Whether a file is part of a container OS that is mounted read-only: it is never changed, only replaced
 * together with the whole system, and there is no change to it that could be recorded.
 */
export const sealed = (h: HostFacts, path: string): boolean =>
  h.os.containerOs && (mountOf(h.mounts, path)?.options.includes('ro') ?? false);

/** Why a control on changes does not apply to what is {@link sealed}. */
export const sealedReason: Text = text(
  'Part of a container OS that is mounted read-only and replaced as a whole',
  '该文件属于只读挂载的容器专用操作系统，随系统整体更新',
);
