import type { Node } from 'ts-morph';
import { findDefinitions, type Definition } from '../source/find-definitions.ts';
import { reachOf } from '../source/reach.ts';
import { collectedKinds } from './rule/collected-facts.ts';
import type { Linted } from './open-linted.ts';
import type { Scene } from './rule/rule.ts';

/** Finds the controls of files, and what each of them runs. */
export function setScene({ files, isOwn }: Linted): Scene {
  const { known, unclear } = findDefinitions({ files });
  const controls = known.map((definition) => ({
    ...definition,
    parts: partsOf(definition, isOwn),
  }));
  return {
    controls,
    unclear,
    parts: new Set(controls.flatMap(({ parts }) => [...parts])),
    isOwn,
    collected: collectedKinds(files, isOwn),
  };
}

/** What the check of a control runs, and what says whether it applies. */
function partsOf(
  { bindings, member }: Definition,
  isOwn: (declaration: Node) => boolean,
): ReadonlySet<Node> {
  const members = ['check', 'applies'].flatMap((name) => member(name) ?? []);
  const all = new Map([...bindings, ...members.flatMap((each) => [...each.bindings])]);
  const starts = members.map(({ element }) => element).filter(isOwn);
  return reachOf(starts, all, (declaration) => !isOwn(declaration));
}
