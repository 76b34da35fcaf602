/** How Compose names a network or a volume, by Compose's own labels; nothing when Compose did not make it. */
export function composePartOf(
  labels: Readonly<Record<string, string>>,
  kind: 'network' | 'volume',
): { readonly compose?: { readonly project: string; readonly name: string } } {
  const project = labels['com.docker.compose.project'];
  const name = labels[`com.docker.compose.${kind}`];
  return project && name ? { compose: { project, name } } : {};
}
