/** A plugin of Vite, as much of it as is needed here. */
interface SourcePlugin {
  readonly name: string;
  readonly enforce: 'pre';
  readonly transform: (code: string, id: string) => string | undefined;
}

/** What stands in the dialog of VitePress, and what belongs there: the first is a button around everything. */
const repairs: readonly (readonly [found: RegExp, instead: string])[] = [
  [
    /role="button"\s+:aria-owns="[^"]*"\s+aria-expanded="true"\s+aria-haspopup="listbox"/g,
    'role="dialog" aria-modal="true"',
  ],
  [
    /aria-autocomplete="both"/g,
    `role="combobox" aria-autocomplete="list" aria-haspopup="listbox" :aria-expanded="results?.length ? 'true' : 'false'"`,
  ],
  // A link is focused by itself, so that it is the option and not what an option holds.
  [/:id="'localsearch-item-' \+ index"\s+:aria-selected="[^"]*"\s+role="option"/g, 'role="none"'],
  [
    /:aria-label="\[\.\.\.p\.titles, p\.title\]\.join\(' > '\)"/g,
    `:id="'localsearch-item-' + index" :aria-selected="selectedIndex === index ? 'true' : 'false'" role="option"`,
  ],
  // A key that is drawn has a name as a picture alone.
  [/<kbd :aria-label/g, '<kbd role="img" :aria-label'],
];

/**
 * Gives the parts of the search dialog the roles that they have, so that no barrier of WCAG is left in it.
 *
 * @throws Error while building, where the dialog is another than this was written for
 */
export const searchDialogRoles: SourcePlugin = {
  name: 'search-dialog-roles',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/VPLocalSearchBox.vue')) return undefined;
    return repairs.reduce((source, [found, instead]) => {
      const repaired = source.replaceAll(found, instead);
      if (repaired !== source) return repaired;
      throw new Error(`The search dialog has no ${found.source} any more.`);
    }, code);
  },
};
