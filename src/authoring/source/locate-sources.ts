import type { ControlSources } from '../../core/controls/control-sources.ts';

/**
 * Finds where the controls that a configuration imports are defined, by reading its TypeScript: in its own files, and
 * in npm packages that name Plimsoll among what they need. A control whose id is written nowhere, since a loop makes
 * it, is not among them.
 *
 * @param path the configuration, or any file that imports controls; files are named from its folder
 * @param extended the configurations that it extends
 */
export async function locateSources(
  path: string,
  extended: readonly string[] = [],
): Promise<ControlSources> {
  const { locateControls } = await import('./locate-controls.ts');
  return locateControls([path, ...extended]);
}
