import { sha256 } from '../../src/syntax/json/canonical-json.ts';
import { openSpool } from '../../src/fleet/agent/spool.ts';

// Writes readings in parts without end, and says each that was kept.
const spool = openSpool(process.argv[2] ?? '');
for (;;) {
  const seq = spool.state().end.seq + 1;
  const parts = [0, 1, 2].map((part) => Buffer.alloc(20_000, `${seq}.${part};`));
  if (!spool.append({ seq, hash: sha256(String(seq)) }, parts)) break;
  process.stdout.write(`${seq}\n`);
}
