import type { RawContainer } from '../../api-schemas/container.ts';
import type { FindContainer } from './namespaces.ts';

/** Finds containers as the engine does: by id, by name, then by the beginning of an id if only one begins so. */
export function createContainerLookup(containers: readonly RawContainer[]): FindContainer {
  const byId = new Map(containers.map((container) => [container.Id, container]));
  const byName = new Map(
    containers.map((container) => [container.Name.replace(/^\//, ''), container]),
  );
  return (reference) => {
    const known = byId.get(reference) ?? byName.get(reference.replace(/^\//, ''));
    if (known || !/^[0-9a-f]+$/.test(reference)) return known;
    const begun = containers.filter(({ Id }) => Id.startsWith(reference));
    return begun.length === 1 ? begun[0] : undefined;
  };
}
