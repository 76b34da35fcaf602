import { z } from 'zod';
import type { CheckContext } from '../../core/controls/check.ts';
import { engine } from '../../core/subjects/engine.ts';
import type { WorkloadFacts } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { notApplicable } from '../../core/controls/verdict.ts';

/**
 * Labels that tell whose a container is. Rancher sets the first three, of an environment, a project and a
 * stack; the last is Compose's. Compose's is no default: one owner's projects stand side by side everywhere.
 */
export const tenantLabels = {
  rancherEnvironment: 'io.rancher.environment.uuid',
  rancherProject: 'io.rancher.project.name',
  rancherStack: 'io.rancher.stack.name',
  composeProject: 'com.docker.compose.project',
} as const;

/** The parameter of every control over tenants. */
export const tenantParams = z.object({
  labels: z
    .array(z.string())
    .default([
      tenantLabels.rancherEnvironment,
      tenantLabels.rancherProject,
      tenantLabels.rancherStack,
    ])
    .meta({
      en: "Labels whose value names the tenant, the most telling first; of these, the first that is in use on the engine counts. The defaults are Rancher's environment, project and stack. Name your own, or com.docker.compose.project where each project is another tenant's.",
      zh: '其值代表租户的标签，越能区分租户的越靠前；以引擎上首个在用的标签为准。默认为 Rancher 的环境、项目和应用栈。可改用自有标签，或在每个 Compose 项目各属一个租户时使用 com.docker.compose.project。',
    }),
});

/** The parameters of a control over tenants. */
export interface TenantParams {
  readonly labels: readonly string[];
}

/** Said where no label is in use. */
export const noTenants = notApplicable(
  text('No tenant label is in use on this engine', '该引擎上未使用任何租户标签'),
);

/** The label that tells tenants apart on the engines of this machine; `undefined` when none is in use. */
export const tenantLabel = ({ all, params }: CheckContext<TenantParams>): string | undefined => {
  const engines = all(engine);
  // Each engine is asked once, whatever the number of labels.
  const names: (readonly string[])[] = [];
  return params.labels.find((label) =>
    engines.some((each, at) => (names[at] ??= each.labelNames).includes(label)),
  );
};

/** Whose a workload is by a label; `undefined` when it does not say. */
export const tenantOf = (w: WorkloadFacts, label: string): string | undefined =>
  w.labels[label] || undefined;
