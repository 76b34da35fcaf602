import { mkdirSync, symlinkSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factsOf, gapsOf, hostRoot } from '../../support/host-root.ts';

const wants = (unit: string): Readonly<Record<string, string>> => ({
  [`/etc/systemd/system/multi-user.target.wants/${unit}.service`]: '',
});

const firewall = async (files: Readonly<Record<string, string>>) => {
  const { defence } = await factsOf(hostRoot(files));
  return defence?.firewall.map(({ service, incoming }) => `${service} ${incoming}`);
};

const nftables = 'table inet f { chain i { type filter hook input priority 0; policy drop; } }\n';
const saved = (policy: string, ...rules: readonly string[]): string =>
  ['*filter', `:INPUT ${policy} [0:0]`, ...rules, 'COMMIT', ''].join('\n');

describe('the packet filter of a host', () => {
  it.each([
    ['nftables', { '/etc/nftables.conf': nftables }, 'refused'],
    ['nftables', { '/etc/nftables.conf': nftables.replace('drop', 'accept') }, 'let-through'],
    ['nftables', {}, 'not-filtered'],
    [
      'ufw',
      {
        '/etc/ufw/ufw.conf': 'ENABLED=yes\n',
        '/etc/default/ufw': 'DEFAULT_INPUT_POLICY="DROP"\n',
      },
      'refused',
    ],
    ['ufw', { '/etc/ufw/ufw.conf': 'ENABLED=no\n' }, 'not-filtered'],
    [
      'ufw',
      {
        '/etc/ufw/ufw.conf': 'ENABLED=yes\n',
        '/etc/default/ufw': 'DEFAULT_INPUT_POLICY="ACCEPT"\n',
      },
      'let-through',
    ],
    [
      'firewalld',
      { '/usr/lib/firewalld/zones/public.xml': '<?xml version="1.0"?>\n<zone>\n</zone>\n' },
      'refused',
    ],
    [
      'firewalld',
      {
        '/etc/firewalld/firewalld.conf': 'DefaultZone=trusted\n',
        '/usr/lib/firewalld/zones/trusted.xml': '<zone target="ACCEPT">\n</zone>\n',
      },
      'let-through',
    ],
    ['netfilter-persistent', { '/etc/iptables/rules.v4': saved('DROP') }, 'refused'],
    [
      'netfilter-persistent',
      { '/etc/iptables/rules.v4': saved('ACCEPT', '-A INPUT -i lo -j ACCEPT', '-A INPUT -j DROP') },
      'refused',
    ],
    ['iptables', { '/etc/sysconfig/iptables': saved('ACCEPT') }, 'let-through'],
    ['iptables', {}, 'not-filtered'],
  ])('is as the files of %s have it: %j', async (service, files, incoming) => {
    expect(await firewall({ ...wants(service), ...files })).toEqual([`${service} ${incoming}`]);
  });

  it('is none where no service starts with the host', async () => {
    expect(await firewall({ '/etc/nftables.conf': nftables })).toEqual([]);
  });

  it.each([
    ['nftables', { '/etc/nftables.conf': 'include "/etc/nftables.d/*"\n' }],
    ['nftables', { '/etc/nftables.conf': `${nftables}table inet g {\n` }],
    ['ufw', { '/etc/ufw/ufw.conf': 'ENABLED=yes\n' }],
    ['firewalld', {}],
  ])('is a gap where %s has it elsewhere', async (service, files) => {
    expect(await gapsOf(hostRoot({ ...wants(service), ...files }))).toContain(
      '/defence/firewall/0 not-understood',
    );
  });
});

/** A host on which a process runs whose program and root are these. */
function running(program: string, ownRoot: (root: string) => string): string {
  const root = hostRoot({ [program]: '', '/srv/other/etc/passwd': '' });
  const folder = join(root, 'proc/41');
  mkdirSync(folder, { recursive: true });
  symlinkSync(program, join(folder, 'exe'));
  symlinkSync(ownRoot(root), join(folder, 'root'));
  return root;
}

describe('programs', () => {
  it('that run on the host are found, and those in containers are named apart', async () => {
    const own = await factsOf(running('/usr/bin/falco', (root) => root));
    expect(own.defence?.detection).toEqual({ running: ['/usr/bin/falco'], inContainers: [] });
    const other = await factsOf(running('/usr/bin/falco', (root) => join(root, 'srv/other')));
    expect(other.defence?.detection).toEqual({ running: [], inContainers: ['falco'] });
  });
});

describe('what is compared and scanned', () => {
  const aged = (files: Readonly<Record<string, string>>, at: string): string => {
    const root = hostRoot(files);
    for (const path of Object.keys(files)) utimesSync(join(root, path), new Date(at), new Date(at));
    mkdirSync(dirname(join(root, 'proc/1/x')), { recursive: true });
    return root;
  };

  it('is dated by the report of AIDE and by the signatures of ClamAV', async () => {
    const at = '2026-11-20T04:00:00Z';
    const { defence } = await factsOf(
      aged(
        {
          '/etc/aide/aide.conf': 'database_in=file:/var/lib/aide/aide.db\n',
          '/var/log/aide/aide.log': '',
          '/var/lib/clamav/daily.cld': '',
          '/var/lib/clamav/main.cvd': '',
        },
        at,
      ),
    );
    expect(defence?.integrity).toMatchObject({ aide: true, lastCheck: '2026-11-20T04:00:00.000Z' });
    expect(defence?.malware.signaturesAt).toBe('2026-11-20T04:00:00.000Z');
  });

  it('has no date where there is nothing', async () => {
    const { defence } = await factsOf(hostRoot());
    expect(defence?.integrity).toMatchObject({ aide: false, lastCheck: null });
    expect(defence?.malware).toEqual({ running: [], inContainers: [], signaturesAt: null });
  });
});
