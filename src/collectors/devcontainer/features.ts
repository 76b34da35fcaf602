import { knownFeatures, type KnownFeature } from '../../knowledge/dev-container-features.ts';
import { said } from '../../syntax/problem.ts';
import { entriesOf, scalar, type Node } from '../../syntax/compose/tree/nodes.ts';
import { sourceAt } from '../compose/loading/source-at.ts';
import type { ServiceBuilder } from './service-builder.ts';

/** What a feature or the label of an image may ask for beside the file. */
const besideFile = [
  'privileged',
  'cap_add',
  'security_opt',
  'volumes',
  'environment',
  'post_start',
];

/** What is known of the features, and that each may ask for more; without any, what the label of the image may ask for. */
export function addFeatures(to: ServiceBuilder, features: Node | undefined): void {
  const named = entriesOf(features);
  for (const [name, { key }] of named) {
    addKnown(to, knownFeatures.get(name.replace(/(?:@.*|:[^/:]*)$/, '')), key);
  }
  const [[first, { key }] = ['', { key: undefined }]] = named;
  if (!key) return;
  const all = named.length > 1 ? `${first}, …` : first;
  const detail = said(
    `what the feature asks for beside the file was not read: ${all}`,
    `feature 在文件之外所要求的内容未读取：${all}`,
  );
  const why = { reason: 'not-understood', detail, source: sourceAt(key) } as const;
  for (const field of besideFile) to.leaveOpenBy(field, why);
}

function addKnown(to: ServiceBuilder, known: KnownFeature | undefined, at: Node['place']): void {
  if (known?.privileged) to.set('privileged', scalar(true, at));
  for (const field of ['cap_add', 'security_opt', 'volumes'] as const) {
    for (const item of known?.[field] ?? []) to.add(field, scalar(item, at));
  }
}

/** What every image may ask for by its label `devcontainer.metadata`. */
export function leaveOpenByImage(to: ServiceBuilder, at: Node): void {
  const detail = said(
    'the image may ask for it in its label devcontainer.metadata, which was not read',
    '镜像可通过其标签 devcontainer.metadata 要求此项，而该标签未读取',
  );
  for (const field of besideFile) {
    to.leaveOpenBy(field, { reason: 'unavailable', detail, source: sourceAt(at.place) });
  }
}
