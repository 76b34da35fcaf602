import { Node, type Type } from 'ts-morph';
import { text } from '../../../core/text.ts';
import { settle } from '../../source/values.ts';
import type { Found, LintedControl, Rule } from '../rule/rule.ts';
import { nodesIn } from '../rule/walk.ts';

/** What nothing fills is a gap in every snapshot, and no check passes on a gap. */
export const factsCollected: Rule = {
  id: 'facts-collected',
  level: 'error',
  summary: text(
    'A collector fills every fact that a check reads of your own kinds.',
    '检查所读取的自定义类型的每个事实，都有采集器填写。',
  ),
  why: text(
    'A fact that no collector fills is a gap in every snapshot, and no check passes on a gap: the control stays unknown without a visible reason. Built-in collectors fill the built-in kinds. This rule checks kinds that defineSubject makes and the collectors that name them. Where the source does not show what a collector fills, the rule reports nothing.',
    '没有采集器填写的事实在每个快照中都是缺口，而检查不会在缺口上通过：该控制项将永远是“未知”，且无人知其原因。内置类型由内置采集器填写；本规则检查由 defineSubject 定义的类型及声明了该类型的采集器。源代码无法说明采集器填写了哪些事实时，不作提示。',
  ),
  example: {
    wrong: `const registry = defineSubject({
  kind: 'acme-registry',
  label: { en: 'Registry', zh: '镜像仓库' },
  schema: z.object({ tls: z.boolean(), anonymous: z.boolean() }),
});

export const registries = defineCollector({
  id: 'acme-registry:one',
  kinds: [registry],
  description: 'Registry',
  access: 'over HTTPS, anonymously',
  collect: async () => [
    { kind: registry.kind, id: 'one', name: 'one', facts: { tls: true }, sources: {} },
  ],
});

export const registryClosed = defineControl({
  ...words,
  id: 'acme-registry-closed',
  subject: registry,
  check: (r) => r.tls && !r.anonymous,
});`,
    right: `const registry = defineSubject({
  kind: 'acme-registry',
  label: { en: 'Registry', zh: '镜像仓库' },
  schema: z.object({ tls: z.boolean(), anonymous: z.boolean() }),
});

export const registries = defineCollector({
  id: 'acme-registry:one',
  kinds: [registry],
  description: 'Registry',
  access: 'over HTTPS, anonymously',
  collect: async () => [
    {
      kind: registry.kind,
      id: 'one',
      name: 'one',
      facts: { tls: true, anonymous: false },
      sources: {},
    },
  ],
});

export const registryClosed = defineControl({
  ...words,
  id: 'acme-registry-closed',
  subject: registry,
  check: (r) => r.tls && !r.anonymous,
});`,
  },
  *find({ controls, collected, isOwn }): Iterable<Found> {
    const reported = new Set<Node>();
    for (const control of controls) {
      const subject = control.member('subject');
      const facts = subject && collected.get(settle(subject, () => undefined).node);
      if (!facts) continue;
      if (!facts.isFound) {
        const node = subject.element;
        if (reported.has(node) || !isOwn(node)) continue;
        reported.add(node);
        yield {
          node,
          message: text(
            `No collector finds subjects of the kind ${facts.kind}: name it in the kinds of a collector that defineCollector makes.`,
            `没有采集器采集类型 ${facts.kind} 的对象：请在 defineCollector 的 kinds 中列出它。`,
          ),
        };
        continue;
      }
      const { filled } = facts;
      if (!filled) continue;
      for (const { node, name } of factsRead(control)) {
        if (reported.has(node) || filled.has(name)) continue;
        reported.add(node);
        yield {
          node,
          message: text(
            `No collector fills the fact ${name} of the kind ${facts.kind}: this can never pass.`,
            `没有采集器填写类型 ${facts.kind} 的事实 ${name}：此检查不会通过。`,
          ),
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
