import type { PlimsollConfig } from './config.ts';
import type { ConfigPath } from './parse-config.ts';
import { layerCatalogs } from '../controls/layer-catalogs.ts';

/** Where a value of a merged configuration was said: in which of the layers, and where in it. */
export interface ConfigOrigin {
  /** Counted from 0, the lowest layer. */
  readonly layer: number;
  readonly path: ConfigPath;
}

/** One configuration made of several. */
export interface MergedConfig {
  readonly config: PlimsollConfig;
  /**
   * Which layer set what, by path with slashes: `failOn`, `frameworks/0`, `branding/accent`. A catalog has one origin
   * for each layer that has one, lowest first; everything else has one.
   */
  readonly origins: ReadonlyMap<string, readonly ConfigOrigin[]>;
}

type Key = Exclude<keyof PlimsollConfig, 'extends'>;

/** What is said, and where. */
interface Said<T> {
  readonly value: T;
  readonly origin: ConfigOrigin;
}

type Rule = (
  said: readonly Said<unknown>[],
  key: Key,
) => { readonly value: unknown; readonly origins: readonly [string, readonly ConfigOrigin[]][] };

/** The last layer that says anything decides. */
const last: Rule = (said, key) => {
  const found = said.at(-1);
  return { value: found?.value, origins: found ? [[key, [found.origin]]] : [] };
};

/** Field by field, the last layer that says it. */
const byField: Rule = (said, key) => {
  const fields = new Map<string, Said<unknown>>();
  for (const { value, origin } of said) {
    // The schema made sure of the object.
    for (const [name, each] of Object.entries(value as object)) {
      if (each === undefined) continue;
      fields.set(name, { value: each, origin: { ...origin, path: [...origin.path, name] } });
    }
  }
  return {
    value: Object.fromEntries([...fields].map(([name, each]) => [name, each.value])),
    origins: [...fields].map(([name, { origin }]) => [`${key}/${name}`, [origin]]),
  };
};

/** All items of all layers. Those of one name in a later layer take the place of those in the earlier ones. */
const union =
  (nameOf: (item: unknown) => unknown): Rule =>
  (said, key) => {
    let items: readonly Said<unknown>[] = [];
    for (const { value, origin } of said) {
      // The schema made sure of the list.
      const own = (value as readonly unknown[]).map((item, at) => ({
        value: item,
        origin: { ...origin, path: [...origin.path, at] },
      }));
      const names = new Set(own.map((each) => nameOf(each.value)));
      items = [...items.filter((each) => !names.has(nameOf(each.value))), ...own];
    }
    return {
      value: items.map((each) => each.value),
      origins: items.map(({ origin }, at) => [`${key}/${at}`, [origin]]),
    };
  };

/** Every item of every layer; the very same one stands once. */
const all = union((item) => item);

/** A standard is itself at whatever level it is asked for. */
function frameworkName(item: unknown): unknown {
  if (typeof item === 'string') return item.replace(/@[^@/]*$/, '');
  return Reflect.get(Reflect.get(item as object, 'framework') as object, 'id');
}

/** What is read in one place may be added to several kinds. */
function collectorName(item: unknown): string {
  const { id, kind } = item as { readonly id: string; readonly kind?: string };
  return JSON.stringify([id, kind]);
}

const layered: Rule = (said, key) => {
  const [first, ...above] = said.map(
    ({ value }) => value as NonNullable<PlimsollConfig['catalog']>,
  );
  return {
    value: first && above.reduce(layerCatalogs, first),
    origins: [[key, said.map(({ origin }) => origin)]],
  };
};

/** How each part of a configuration is merged; docs/configuration.md says the same. */
const rules = {
  targets: last,
  collectors: union(collectorName),
  malware: last,
  imageKeys: last,
  catalog: layered,
  frameworks: union(frameworkName),
  waivers: all,
  waiverLimits: byField,
  attestations: all,
  system: last,
  notApplicable: all,
  language: last,
  failOn: last,
  strict: last,
  ledger: last,
  reports: union((report) => Reflect.get(report as object, 'id')),
  locales: union((locale) => Reflect.get(locale as object, 'id')),
  branding: byField,
} as const satisfies Record<Key, Rule>;

/** The parts of a configuration, in the order in which they are shown. */
export const configKeys = Object.keys(rules) as readonly Key[];

/**
 * Merges configurations, the lowest first: a catalog is laid over the one below, lists are united, and of
 * everything else the last word holds. Each must have been read by {@link parseConfig}; what they extend is
 * not looked at.
 *
 * @throws PlimsollError what {@link layerCatalogs} throws
 */
export function mergeConfigs(layers: readonly PlimsollConfig[]): MergedConfig {
  const config: Partial<Record<Key, unknown>> = {};
  const origins = new Map<string, readonly ConfigOrigin[]>();
  for (const key of configKeys) {
    const said = layers.flatMap((each, layer) =>
      each[key] === undefined ? [] : [{ value: each[key], origin: { layer, path: [key] } }],
    );
    if (said.length === 0) continue;
    const merged = rules[key](said, key);
    config[key] = merged.value;
    for (const [path, from] of merged.origins) origins.set(path, from);
  }
  // Each part is what the rule of its key made of parts of the same type.
  return { config: config as PlimsollConfig, origins };
}
