import { fieldsAt } from '../tree/nodes.ts';
import { anything } from './any-value.ts';
import { shortOr } from './form.ts';
import { hosts } from './hosts.ts';
import { labels } from './labels.ts';
import { fields, mapOf } from './maps.ts';
import { pairs } from './pairs.ts';
import { oneOrSet, set, texts } from './sets.ts';
import { flag, text } from './scalars.ts';
import { size } from './sizes.ts';
import { mounted } from './stored-files.ts';
import { ulimit } from './ulimit.ts';

/** How the image is built; a text alone is its context. */
export const build = shortOr(
  fields({
    context: text,
    dockerfile: text,
    dockerfile_inline: text,
    entitlements: set,
    args: pairs(),
    ssh: pairs(),
    labels,
    cache_from: texts,
    cache_to: texts,
    no_cache: flag,
    no_cache_filter: oneOrSet,
    additional_contexts: pairs(),
    network: text,
    pull: flag,
    target: text,
    shm_size: size,
    extra_hosts: hosts,
    isolation: text,
    privileged: flag,
    provenance: anything,
    sbom: anything,
    secrets: mounted(''),
    tags: set,
    ulimits: mapOf(ulimit),
    platforms: set,
  }),
  (node) => (node.kind === 'scalar' ? fieldsAt({ context: node }, node.place) : node),
);
