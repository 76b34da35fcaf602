/**
 * Names that products give to the contexts that they add to the docker command line.
 *
 * @see https://docs.docker.com/desktop/setup/install/linux/#context
 * @see https://docs.orbstack.dev/docker/#docker-context
 * @see https://github.com/abiosoft/colima/blob/main/docs/FAQ.md
 */
export const contextProducts: readonly (readonly [pattern: RegExp, product: string])[] = [
  [/^desktop-(?:linux|windows)$/, 'Docker Desktop'],
  [/^orbstack$/, 'OrbStack'],
  [/^colima(?:-.+)?$/, 'Colima'],
  [/^rancher-desktop$/, 'Rancher Desktop'],
];
