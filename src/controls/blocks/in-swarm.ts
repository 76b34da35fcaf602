import type { Check } from '../../core/controls/check.ts';
import type { EngineFacts } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { notApplicable } from '../../core/controls/verdict.ts';

const alone = notApplicable(text('The engine is in no Swarm', '该引擎未加入 Swarm'));

/** Applies to engines that are in a Swarm. */
export const inSwarm: Check<EngineFacts> = (e) => e.swarm.state !== 'inactive' || alone;

/** Applies to engines that manage a Swarm: on a worker the port of managers is not open. */
export const managersOnly: Check<EngineFacts> = (e) => {
  if (e.swarm.state === 'inactive') return alone;
  return e.swarm.manager || notApplicable(text('The engine is a worker', '该引擎是工作节点'));
};
