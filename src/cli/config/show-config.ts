import { openSources, placeInConfig } from '../../authoring.ts';
import type { LoadedConfig } from '../../config.ts';
import { formatFile, formatPlace } from '../../scanning/config/format-place.ts';
import { configKeys } from '../../core/config/merge-configs.ts';
import { builtin, text, type Catalog, type Language, type PlimsollConfig } from '../../index.ts';
import type { Page } from '../terminal/page.ts';
import { show } from '../terminal/print-text.ts';

/** One value that is in force. */
export interface ConfigValue {
  /** `failOn`, `frameworks[0]`, `branding.accent`. */
  readonly path: string;
  readonly value: unknown;
  /** Where it was set, `file:line:column`; empty for a default. Of a catalog, each layer that set one. */
  readonly from: readonly string[];
}

/** What is in force where nobody says anything. */
const defaults = {
  targets: ['the local engine and this host'],
  catalog: builtin,
  language: 'en',
  failOn: 'high',
  strict: false,
} as const satisfies PlimsollConfig;

/** Every value of a configuration that is in force, with the place where it was said. */
export function configValues(config: LoadedConfig): readonly ConfigValue[] {
  const sources = openSources(config.folder);
  return configKeys.flatMap((key): readonly ConfigValue[] => {
    const paths = [...config.origins.keys()].filter((path) => path.split('/')[0] === key);
    if (paths.length === 0) {
      const value: unknown = Object.hasOwn(defaults, key) ? Reflect.get(defaults, key) : undefined;
      return value === undefined ? [] : [{ path: key, value: plainly(value), from: [] }];
    }
    return paths.map((path) => {
      const origins = config.origins.get(path) ?? [];
      const from = origins.flatMap((origin) => {
        const layer = config.layers[origin.layer];
        return layer
          ? [formatPlace(placeInConfig(layer.file, [...layer.within, ...origin.path], sources))]
          : [];
      });
      return { path: spell(path), value: plainly(valueAt(path, config)), from };
    });
  });
}

const spell = (path: string): string => path.replaceAll(/\/(\d+)/g, '[$1]').replaceAll('/', '.');

/** A value as it was said: a logo is the name of its file and not the picture. */
function valueAt(path: string, config: LoadedConfig): unknown {
  const [origin, ...others] = config.origins.get(path) ?? [];
  const layer = origin && config.layers[origin.layer];
  if (!layer || others.length > 0) return Reflect.get(config, path);
  return origin.path.reduce<unknown>(
    (value, key) => Reflect.get(value as object, key),
    layer.config,
  );
}

/** A value as data: of what is made of functions, what it is called and what it changes. */
function plainly(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if ('lineage' in value) return describe(value as Catalog);
  if ('framework' in value && 'mappings' in value) {
    const { framework, level } = value as { framework: { id: string }; level?: string };
    return { framework: framework.id, ...(level === undefined ? {} : { level }) };
  }
  // What is made of functions is known by its id.
  const isMade = Object.values(value).some((each) => typeof each === 'function');
  if (isMade && 'id' in value) return { id: value.id };
  return value;
}

function describe(catalog: Catalog) {
  const known = new Set<string>(builtin.controls.map(({ id }) => id));
  return {
    id: catalog.id,
    version: catalog.version,
    controls: catalog.controls.length,
    added: catalog.controls.map(({ id }) => id).filter((id) => !known.has(id)),
    changes: catalog.lineage,
    parameters: catalog.parameters,
    severities: catalog.severities,
  };
}

const words = {
  none: text('There is no plimsoll.config.ts', '没有 plimsoll.config.ts'),
  defaults: text(
    'The defaults are in force. Create one with: plimsoll init',
    '当前使用默认设置。创建配置：plimsoll init',
  ),
  settings: text('Settings in force, and where each was set', '当前生效的设置及其出处'),
  extends: text('Extends, lowest first', '继承（由低到高）'),
  values: text('Values', '设置'),
  usual: text('default', '默认'),
  added: text('Controls added', '新增的控制项'),
  changed: text('Controls changed', '更改的控制项'),
  controls: text('controls', '个控制项'),
  targets: text('the local engine and this host', '本机引擎与本机'),
};

/** The configuration in force as a page. */
export function configPage(config: LoadedConfig, language: Language): Page {
  const values = configValues(config);
  const own = config.layers.at(-1);
  const layers = config.layers.map(({ file, chain }) => ({ file: formatFile(file), chain }));
  const extended = layers.filter(({ chain }) => chain.length > 0);
  const catalog = config.catalog && describe(config.catalog);
  return {
    data: { file: own === undefined ? null : formatFile(own.file), layers, values },
    title: own === undefined ? words.none[language] : formatFile(own.file),
    subtitle: own === undefined ? words.defaults[language] : words.settings[language],
    sections: [
      {
        heading: words.extends[language],
        table: {
          head: ['name', 'file'],
          rows: extended.map(({ file, chain }) => [chain.join(' → '), file]),
        },
      },
      {
        heading: words.values[language],
        table: {
          head: ['what', 'value', 'from'],
          rows: values.map(({ path, value, from }) => [
            path,
            show(
              path === 'targets' && from.length === 0
                ? words.targets[language]
                : sayValue(value, language),
            ),
            from.length === 0 ? words.usual[language] : from.join(', '),
          ]),
        },
      },
      { heading: words.added[language], lines: catalog?.added ?? [] },
      {
        heading: words.changed[language],
        table: {
          head: ['control', 'change', 'catalog', 'by', 'reason'],
          rows: (catalog?.changes ?? []).map(({ control, change, catalog: where, by, reason }) => [
            control,
            `${change}${saySettings(catalog?.parameters[control])}`,
            where,
            show(by),
            show(reason),
          ]),
        },
      },
    ],
  };
}

const saySettings = (params: object | undefined): string =>
  params === undefined ? '' : ` ${JSON.stringify(params)}`;

function sayValue(value: unknown, language: Language): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.map((each) => sayValue(each, language)).join(', ');
  if ('changes' in value && 'added' in value) {
    const { id, version, controls } = value as ReturnType<typeof describe>;
    return `${id} ${version}, ${controls} ${words.controls[language]}`;
  }
  const said = JSON.stringify(value);
  return said.length > 60 ? `${said.slice(0, 59)}…` : said;
}
