import { isMissing, type Missing } from '../../../gathering/partial-facts.ts';

/** How Compose names a network or a volume, by Compose's own labels; nothing when Compose did not make it. */
export function composePartOf(
  labels: Readonly<Record<string, string>> | Missing,
  kind: 'network' | 'volume',
): { readonly compose?: { readonly project: string; readonly name: string } | Missing } {
  if (isMissing(labels)) return { compose: labels };
  const project = labels['com.docker.compose.project'];
  const name = labels[`com.docker.compose.${kind}`];
  return project && name ? { compose: { project, name } } : {};
}
