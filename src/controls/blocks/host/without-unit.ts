import { text } from '../../../core/text.ts';
import { fail, type Verdict } from '../../../core/controls/verdict.ts';

/** Why controls on the engine's unit do not apply; a `fail` so that another branch of `any` may outweigh it. */
export const noUnit: Verdict = fail(
  text('No service unit starts an engine on this host', '宿主机上没有启动引擎的服务单元'),
);
