import { describe, expect, it } from 'vitest';
import { parse } from '../../fixtures/dockerfile.ts';

/** Ports of an image by their texts; `null` for a gap. */
function portsOf(instructions: string): readonly (string | null)[] {
  const exposed = parse(`FROM a\n${instructions}`).facts['exposed'];
  return (exposed as readonly { port?: string }[]).map(({ port = null }) => port);
}

describe('what EXPOSE names', () => {
  it.each([
    ['EXPOSE 80', ['80/tcp']],
    ['EXPOSE 53/UDP 9899/sctp', ['53/udp', '9899/sctp']],
    ['EXPOSE 22/ 0022 00080-080', ['22/tcp', '22/tcp', '80/tcp']],
    ['EXPOSE 1-65535 22-22 8000-8010/udp', ['1-65535/tcp', '22/tcp', '8000-8010/udp']],
    ['EXPOSE 2222:22 80:8080/udp', ['22/tcp', '8080/udp']],
    [
      'EXPOSE 0.0.0.0:1234-1235:3333-3334 [::1]:80:81 ::::82',
      ['3333-3334/tcp', '81/tcp', '82/tcp'],
    ],
    ['ENV P="22 80"\nEXPOSE $P', ['22/tcp', '80/tcp']],
    ['ENV P=" 22\t80 "\nEXPOSE 80$P', ['80/tcp', '22/tcp', '80/tcp']],
    ['ENV P=""\nEXPOSE $P 80', ['80/tcp']],
    ['ARG P=80\nEXPOSE ${P}80/udp', ['8080/udp']],
    ['ARG P\nEXPOSE 80 $P 443', ['80/tcp', null, '443/tcp']],
  ])('is read as BuildKit reads it: %j', (instructions, ports) => {
    expect(portsOf(instructions)).toEqual(ports);
  });
  it.each([
    'http',
    '80,',
    '80-',
    '90-80',
    '65536',
    '80/http',
    '80/tcp/x',
    '8080:',
    '[3000]',
    '1-2-3',
  ])('is a gap where no builder takes it: %s', (word) => {
    expect(portsOf(`EXPOSE ${word}`)).toEqual([null]);
    expect(parse(`FROM a\nEXPOSE ${word}`).gaps).toMatchObject([
      { path: '/exposed/0/port', reason: 'malformed', source: { line: 2 } },
    ]);
  });
});
