import { describe, expect, it } from 'vitest';
import { parseNftables } from '../../../src/syntax/nftables/parse-nftables.ts';

const table = (chain: string): string => `#!/usr/sbin/nft -f
flush ruleset
table inet filter {
	set open {
		type inet_service; elements = { 22, 443 }
	}
	chain input {
${chain}
	}
	chain forward { type filter hook forward priority filter; }
}
`;

describe('a ruleset of nft', () => {
  it.each([
    [
      'a policy',
      'type filter hook input priority 0; policy drop;\ntcp dport { 22,\n 443 } accept',
      false,
    ],
    [
      'a policy on a line of its own',
      'type filter hook input priority filter\npolicy drop\niif lo accept',
      false,
    ],
    ['a last rule', 'type filter hook input priority 0;\niif lo accept\ncounter drop', false],
    [
      'a last rule that says so',
      'type filter hook input priority 0;\nlog prefix "no; }" reject',
      false,
    ],
    [
      'the policy that it has by itself',
      'type filter hook input priority 0;\ntcp dport 22 accept',
      true,
    ],
    ['a policy that accepts', 'type filter hook input priority 0; policy accept;', true],
    ['a policy that is a comment', 'type filter hook input priority 0;\n# policy drop;', true],
    ['a rule for some', 'type filter hook input priority 0;\nip saddr 10.0.0.1 drop', true],
  ])('refuses or lets through by %s', (_, chain, lets) => {
    const { tree, problems } = parseNftables(table(chain));
    expect(problems).toEqual([]);
    expect(tree.map((each) => [each.hook, each.lets])).toEqual([
      ['input', lets],
      ['forward', true],
    ]);
  });

  it('has chains that the kernel hands nothing to', () => {
    expect(parseNftables('table ip a { chain b { drop; } }')).toEqual({ tree: [], problems: [] });
  });

  it('has chains of address translation, which refuse nothing', () => {
    const text = 'table ip nat { chain in { type nat hook input priority 0; policy drop; } }';
    expect(parseNftables(text).tree).toEqual([]);
  });

  it.each([
    ['include "/etc/nftables.d/*.nft"\n', 'elsewhere'],
    ['define lan = 10.0.0.0/8\n', 'elsewhere'],
    ['table inet filter {\n', 'unbalanced'],
    ['}\n', 'unbalanced'],
  ] as const)('is not all there with %j', (text, code) => {
    expect(parseNftables(text).problems).toEqual([expect.objectContaining({ code })]);
  });
});
