import { fieldOf, fieldsAt, list, textOf } from '../node.ts';
import { anything } from './anything.ts';
import { shortOr } from './form.ts';
import { listOf, textOrList } from './lists.ts';
import { fields, mapOf } from './maps.ts';
import { pairs } from './pairs.ts';
import { perhapsExternal } from './perhaps-external.ts';
import { flag, text, textOrNumber } from './single.ts';
import { serviceForm } from './service-form.ts';

const poolForm = fields({ subnet: text, ip_range: text, gateway: text, aux_addresses: anything });

const network = perhapsExternal(
  fields({
    name: text,
    driver: text,
    driver_opts: mapOf(textOrNumber),
    ipam: fields({
      driver: text,
      config: listOf(poolForm, (pool) => textOf(fieldOf(pool, 'subnet'))),
      options: mapOf(textOrNumber),
    }),
    external: flag,
    internal: flag,
    enable_ipv4: flag,
    enable_ipv6: flag,
    attachable: flag,
    labels: pairs(),
  }),
);

const volume = perhapsExternal(
  fields({
    name: text,
    driver: text,
    driver_opts: mapOf(textOrNumber),
    external: flag,
    labels: pairs(),
  }),
);

const stored = perhapsExternal(
  fields({
    name: text,
    environment: text,
    file: text,
    content: text,
    external: flag,
    labels: pairs(),
    driver: text,
    driver_opts: mapOf(textOrNumber),
    template_driver: text,
  }),
);

const included = fields(
  { path: textOrList(listOf(text)), project_directory: text, env_file: textOrList(listOf(text)) },
  { required: ['path'] },
);

const nothing = { allowsNothing: true };

/** The fields of a Compose file. */
export const projectForm = fields({
  version: textOrNumber,
  name: text,
  include: listOf(
    shortOr(included, (node) =>
      node.kind === 'scalar' ? fieldsAt({ path: list([node], node.place) }, node.place) : node,
    ),
  ),
  services: mapOf(serviceForm, nothing),
  networks: mapOf(network, nothing),
  volumes: mapOf(volume, nothing),
  secrets: mapOf(stored),
  configs: mapOf(stored),
  models: anything,
  jobs: anything,
});
