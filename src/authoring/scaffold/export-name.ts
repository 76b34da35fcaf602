/** What the files that are begun import, and what stands in them beside the thing itself. */
const taken = [
  'composeProject',
  'defineControl',
  'defineFramework',
  'defineMapping',
  'imageScan',
  'registryService',
  'swarmNode',
  'testControl',
];

/**
 * An id as the name of a value: `workload-owner-named` is `workloadOwnerNamed`. A single word may mean something
 * already, so that it says what it is: `policy` is `policyFramework`.
 */
export function exportName(id: string, what: 'Control' | 'Framework'): string {
  const name = id.replaceAll(/[^a-z0-9]+([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase());
  return name === id || taken.includes(name) ? name + what : name;
}
