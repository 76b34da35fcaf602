import { openParts } from '../gathering/partial-facts.ts';
import type { OpenField } from './service-builder.ts';

type Facts = Readonly<Record<string, unknown>>;

/** The facts that a field of a service decides; a field that is not here decides any. */
const factsOf: Readonly<Record<string, readonly string[]>> = {
  build: ['build'],
  cap_add: ['capabilities'],
  cap_drop: ['capabilities'],
  device_cgroup_rules: ['deviceRules'],
  devices: ['devices'],
  environment: ['environment'],
  env_file: ['environment'],
  gpus: ['deviceRequests'],
  mem_limit: ['resources'],
  network_mode: ['namespaces', 'networks', 'ports'],
  ports: ['ports'],
  post_start: ['hooks'],
  privileged: ['privileged', 'capabilities', 'security'],
  read_only: ['readOnlyRootFilesystem'],
  security_opt: ['security'],
  tmpfs: ['mounts'],
  ulimits: ['resources'],
  use_api_socket: ['mounts'],
  volumes: ['mounts'],
  volumes_from: ['mounts'],
};

/** What of a fact does not come from the file, and so is known whatever else is asked for. */
const known: ReadonlySet<string> = new Set(['origin', 'state', 'createdAt', 'compose', 'service']);

/**
 * Facts of which not all is known: what is asked for stays, what is not asked for may be all the same, and a list may go on.
 */
export function openFacts(facts: Facts, open: readonly OpenField[]): Facts {
  let made = facts;
  const opened = new Set<string>();
  for (const { field, why } of open) {
    for (const name of factsOf[field] ?? Object.keys(made)) {
      // Once is enough: the first reason is said.
      if (opened.has(name) || known.has(name)) continue;
      opened.add(name);
      // Commands beside its own that are not known are none that is there.
      const fact = made[name] ?? (name === 'hooks' ? [] : undefined);
      if (fact !== undefined) made = { ...made, ...openParts({ [name]: fact }, why) };
    }
  }
  return made;
}
