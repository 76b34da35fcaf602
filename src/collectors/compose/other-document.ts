import { text, type Text } from '../../core/text.ts';

/** What a YAML text is, by the keys at its left edge, where these are surely no Compose file's; `undefined` otherwise. */
export function otherDocument(content: string): Text | undefined {
  const has = (key: string): boolean =>
    new RegExp(`^\\uFEFF?["']?${key}["']?[ \\t]*:`, 'm').test(content);
  if (has('services') || has('include')) return undefined;
  if (has('apiVersion') && has('kind')) return text('a Kubernetes manifest', 'Kubernetes 清单');
  if (has('jobs') && has('on')) return text('a GitHub workflow', 'GitHub 工作流');
  return undefined;
}
