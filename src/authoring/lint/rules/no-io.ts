import { Node } from 'ts-morph';
import { text } from '../../../core/text.ts';
import type { Found, Rule } from '../rule/rule.ts';
import { builtinOf, isGlobal, nodesIn } from '../rule/walk.ts';

const globals = new Set([
  'Bun',
  'Deno',
  'EventSource',
  'WebSocket',
  'XMLHttpRequest',
  'alert',
  'console',
  'eval',
  'fetch',
  'globalThis',
  'localStorage',
  'process',
  'queueMicrotask',
  'require',
  'setImmediate',
  'setInterval',
  'setTimeout',
]);

/** A check reads facts, and nothing else. */
export const noIo: Rule = {
  id: 'no-io',
  level: 'error',
  summary: text(
    'A check reads no file, uses no network, starts no process and prints nothing.',
    '检查不读文件、不访问网络、不启动程序、也不输出内容。',
  ),
  why: text(
    'Evidence is what the check read from the snapshot. Data that it fetches elsewhere is in no report, is not signed, and may differ when the bundle is replayed. Read such data in a collector (defineCollector), as a fact with its source. A value that is the same for everybody is a parameter.',
    '证据就是检查从快照中读取的内容。从别处取得的内容不会出现在报告中，没有签名，重放证据包时也可能已经改变。应在采集器（defineCollector）中把它读为带来源的事实；对所有对象都相同的内容应作为参数。',
  ),
  example: {
    wrong: `import { readFileSync } from 'node:fs';

const allowed = (): readonly string[] => readFileSync('allowed.txt', 'utf8').split('\\n');

export const allowedImage = defineControl({
  ...words,
  id: 'acme-allowed-image',
  subject: workload,
  check: (w) => allowed().includes(w.image.reference),
});`,
    right: `export const allowedImage = defineControl({
  ...words,
  id: 'acme-allowed-image',
  subject: workload,
  params: z.object({ allowed: z.array(z.string()).default([]) }),
  check: (w, { params }) => params.allowed.includes(w.image.reference),
});`,
  },
  *find({ parts, isOwn }): Iterable<Found> {
    for (const node of nodesIn(parts)) {
      if (Node.isCallExpression(node) && Node.isImportExpression(node.getExpression())) {
        yield {
          node,
          message: text(
            'A check loads nothing while it judges. Import it at the top.',
            '检查在判定时不加载任何内容。请在文件开头导入。',
          ),
        };
      }
      if (!Node.isIdentifier(node)) continue;
      const module = builtinOf(node);
      if (module !== undefined) {
        yield {
          node,
          message: text(
            `Imported from ${module}: a check has facts and nothing of Node.`,
            `它来自 ${module}：检查只有事实，没有 Node 的任何东西。`,
          ),
        };
      } else if (globals.has(node.getText()) && isGlobal(node, isOwn)) {
        yield {
          node,
          message: text(
            `${node.getText()} reaches outside the check: the verdict would depend on more than the snapshot.`,
            `${node.getText()} 触及检查之外：判定将不再只取决于快照。`,
          ),
        };
      }
    }
  },
};
