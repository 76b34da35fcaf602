import { said } from '../../problem.ts';
import { invalidAt } from '../tree/invalid-at.ts';
import { fieldOf, fieldsAt, list, textOf, type Entry, type Node } from '../tree/nodes.ts';
import { anything } from './any-value.ts';
import { shortOr, type Form } from './form.ts';
import { listOf, textOrList } from './lists.ts';
import { fields, mapOf } from './maps.ts';
import { pairs } from './pairs.ts';
import { perhapsExternal } from './external-resource.ts';
import { flag, text, textOrNumber } from './scalars.ts';
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

const whole = fields({
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

/** The first service of a file of the very first format, in which they stood at the top; `undefined` in any other. */
function serviceAtTop(file: Node) {
  if (file.kind !== 'map' || file.entries.has('services')) return undefined;
  const isService = ({ value }: Entry) =>
    ['image', 'build'].some((field) => fieldOf(value, field) !== undefined);
  return [...file.entries].find(([name, entry]) => !name.startsWith('x-') && isService(entry));
}

/** The fields of a Compose file. */
export const projectForm: Form = {
  ...whole,
  normalise: (node, at) => {
    const [name, entry] = serviceAtTop(node) ?? [];
    if (!entry) return whole.normalise(node, at);
    throw invalidAt(
      entry.key,
      said(
        `${name}: outside of services, as in the first format of Compose files, which Compose no longer reads`,
        `${name}：写在 services 之外，属于 Compose 文件的第 1 版格式，Compose 已不再支持`,
      ),
      'Put the services below services:, each unchanged.',
    );
  },
};
