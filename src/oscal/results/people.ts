import { waiversIn } from './accepted.ts';
import type { Json, Scene } from './results-context.ts';
import { oneLine } from '../one-line.ts';
import { words } from './words.ts';

const roles = ['owner', 'approver', 'attester'] as const;

/** What a person does in a document. */
export type Role = (typeof roles)[number];

/** The UUID of a person; people are distinguished by name alone. */
export const partyUuid = (name: string, scene: Scene): string =>
  scene.uuid('party', oneLine(scene.voice.name(name)));

/** Roles and people for the head of a document; nothing where nobody accepted or stated anything. */
export function peopleOf(scene: Scene): Json {
  const { voice } = scene;
  const names = new Map<Role, string[]>();
  const add = (role: Role, name: string): unknown =>
    names.set(role, [...(names.get(role) ?? []), oneLine(voice.name(name))]);
  for (const { waiver } of waiversIn(scene)) {
    add('owner', waiver.owner);
    add('approver', waiver.approver);
  }
  for (const { attestation } of scene.cases) if (attestation) add('attester', attestation.person);
  const all = [...new Set([...names.values()].flat())];
  if (all.length === 0) return {};
  return {
    roles: roles
      .filter((role) => names.has(role))
      .map((role) => ({ id: role, title: words[role][voice.language] })),
    parties: all.map((name) => ({ uuid: scene.uuid('party', name), type: 'person', name })),
  };
}
