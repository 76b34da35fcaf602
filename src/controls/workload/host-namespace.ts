import type { Check } from '../../core/check.ts';
import type { WorkloadFacts } from '../../core/subjects/workload.ts';
import { text, type Text } from '../../core/text.ts';
import { fail } from '../../core/verdict.ts';

/**
 * Passes unless the namespace is the host's, by whatever path: asked for, or joined through a container
 * that has it.
 */
export function notHostNamespace(
  kind: keyof WorkloadFacts['namespaces'],
  name: Text,
): Check<WorkloadFacts> {
  return (w) => {
    const namespace = w.namespaces[kind];
    if (namespace.resolved !== 'host') return true;
    const joined = namespace.chain.join(' → ');
    if (joined === '') {
      return fail(text(`It uses the host's ${name.en}`, `使用宿主机的${name.zh}`));
    }
    return fail(
      text(
        `It reaches the host's ${name.en} through the container ${joined}`,
        `经由容器 ${joined} 使用宿主机的${name.zh}`,
      ),
    );
  };
}
