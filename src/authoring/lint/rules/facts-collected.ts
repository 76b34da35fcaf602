import { Node, type Type } from 'ts-morph';
import { settle } from '../../source/values.ts';
import type { Found, LintedControl, Rule } from '../rule.ts';
import { nodesIn } from '../walk.ts';

/** What nothing fills is a gap in every snapshot, and no check passes on a gap. */
export const factsCollected: Rule = {
  id: 'facts-collected',
  level: 'error',
  summary: 'Every fact that a check reads of a kind of one’s own is filled by a collector.',
  *find({ controls, collected, isOwn }): Iterable<Found> {
    const told = new Set<Node>();
    for (const control of controls) {
      const subject = control.member('subject');
      const facts = subject && collected.get(settle(subject, () => undefined).node);
      if (!facts) continue;
      if (!facts.isFound) {
        const node = subject.element;
        if (told.has(node) || !isOwn(node)) continue;
        told.add(node);
        yield {
          node,
          message: `No collector finds subjects of the kind ${facts.kind}: name it in the kinds of one that defineCollector makes.`,
        };
        continue;
      }
      const { filled } = facts;
      if (!filled) continue;
      for (const { node, name } of factsRead(control)) {
        if (told.has(node) || filled.has(name)) continue;
        told.add(node);
        yield {
          node,
          message: `No collector fills the fact ${name} of the kind ${facts.kind}: this can never pass.`,
        };
      }
    }
  },
};

/** What is taken straight out of the facts that the control is given. */
function* factsRead({ parts, member }: LintedControl): Iterable<{ node: Node; name: string }> {
  const subject = member('subject')?.node;
  if (!subject) return;
  const memberType = (type: Type | undefined, name: string): Type | undefined =>
    type?.getProperty(name)?.getTypeAtLocation(subject);
  const facts = memberType(memberType(subject.getType(), 'schema'), '_output');
  const names = new Set(facts?.getProperties().map((each) => each.getName()));
  if (names.size === 0) return;
  for (const node of nodesIn(parts)) {
    if (Node.isPropertyAccessExpression(node) && isFacts(node.getExpression().getType(), names)) {
      yield { node, name: node.getName() };
    } else if (Node.isObjectBindingPattern(node) && isFacts(node.getType(), names)) {
      for (const each of node.getElements()) {
        if (each.getDotDotDotToken()) continue;
        yield { node: each, name: each.getPropertyNameNode()?.getText() ?? each.getName() };
      }
    }
  }
}

/** Facts of a kind are an object with all of its names, and no other. */
function isFacts(type: Type, names: ReadonlySet<string>): boolean {
  const all = type.getProperties();
  return type.isObject() && all.length === names.size && all.every((it) => names.has(it.getName()));
}
