import type { PlainCheck } from '../../../core/controls/check.ts';
import type { EngineFacts } from '../../../core/subjects/engine.ts';
import { text } from '../../../core/text.ts';
import { notApplicable } from '../../../core/controls/verdict.ts';

/** Applies to engines that are a daemon with settings of its own; Podman has none. */
export const daemonOnly: PlainCheck<EngineFacts> = (e) =>
  e.product !== 'podman' ||
  notApplicable(
    text(
      'Podman has no daemon that this setting could be made on',
      'Podman 没有守护进程，不存在此项设置',
    ),
  );
