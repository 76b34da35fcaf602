import type { Catalog } from '../../core/controls/catalog.ts';
import type { AnyControl } from '../../core/controls/control.ts';
import type { Severity } from '../../core/controls/severity.ts';
import { frameworkKey } from '../../core/frameworks/framework-key.ts';
import type { FrameworkSelection } from '../../core/frameworks/selection.ts';
import type { Text } from '../../core/text.ts';

/** What controls and requirements are called: the store knows their ids alone. */
export interface Book {
  readonly control: (id: string) => (AnyControl & { readonly severity: Severity }) | undefined;
  readonly frameworks: readonly { readonly key: string; readonly title: Text }[];
  /** The title of `FRAMEWORK ID`; `undefined` where it is not known. */
  readonly requirement: (item: string) => Text | undefined;
}

/** Makes a book of what the hub judges by. */
export function createBook(catalog: Catalog, frameworks: readonly FrameworkSelection[]): Book {
  const controls = new Map(
    catalog.controls.map((each) => [
      each.id,
      { ...each, severity: catalog.severities[each.id] ?? each.severity },
    ]),
  );
  const keyed = frameworks.map(({ framework, level = framework.defaultLevel }) => ({
    key: frameworkKey({ id: framework.id, level }),
    framework,
  }));
  const requirements = new Map<string, Text>(
    keyed.flatMap(({ key, framework }) =>
      framework.requirements.map(({ id, title }) => [`${key} ${id}`, title] as const),
    ),
  );
  return {
    control: (id) => controls.get(id),
    frameworks: keyed.map(({ key, framework: { title } }) => ({ key, title })),
    requirement: (item) => requirements.get(item),
  };
}
