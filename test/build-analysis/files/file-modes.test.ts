import { describe, expect, it } from 'vitest';
import {
  givesIdentity,
  givesWrite,
  modesIn,
} from '../../../src/build-analysis/files/file-modes.ts';

describe('the modes that a script gives', () => {
  it.each([
    ['chmod 777 /srv', ['777']],
    ['/bin/chmod -R a+w /srv', ['a+w']],
    ['busybox chmod -R 777 /srv', ['777']],
    ['find / -type f -exec chmod 777 {} +', ['777']],
    ['sh -ec "busybox chmod 777 /q"', ['777']],
    ['su app -c "chmod 777 /x"', ['777']],
    ['ls | xargs -0 chmod 0777', ['0777']],
    ['for f in a b; do chmod 777 $f; done', ['777']],
    ['gosu root chmod 777 /x', ['777']],
    ['chroot /mnt chmod 777 /x', ['777']],
    ['timeout 5 chmod 777 /x', ['777']],
    ['umask 000 && mkdir -p -m 770 /x', ['777', '770']],
    ['umask 027; umask; umask -S; mkdir /x', ['750']],
    ['umask u=rwx,g=rx,o= && make install', ['750']],
    ['mkdir -pm777 /x && mkdir --mode 700 /y && mkfifo -m 622 /z', ['777', '700', '622']],
    ['install -o root -dm 2 /x && install --mod=4755 a /b', ['2', '4755']],
    [
      'setfacl -R -m u:app:rwx,d:o::rwx,o:2 /x && setfacl --set=u::rw,o::- /y',
      ['o=rwx', 'o=w', 'o='],
    ],
    ['rsync -a --chmod=D2775,Fo=rw a/ /b', ['2775', 'o=rw']],
    ['tar --mode=a+rwX -xf a.tar', ['a+rwX']],
    ['dpkg-statoverride --update --add root root 4755 /x', ['4755']],
    ['dpkg-statoverride --remove /x && dpkg-statoverride --list', []],
    ['cp -p /bin/su /x && cp -a /usr/bin/sudo /usr/sbin/visudo /y', ['4755', '4755']],
    ['cp /bin/su /x && cp -a /src/su . && cp -r /bin /y', []],
    ['cp --preserve=mode,ownership /usr/bin/passwd /x', ['4755']],
    [
      'tar -xpf a.tar && tar xzpf b.tgz && tar --extract --same-permissions -f c',
      [undefined, undefined, undefined],
    ],
    ['tar -xzf a.tgz -C /opt && tar cpf b.tar /opt', []],
    ['chmod --reference=/a /b; setfacl -M acl /x', [undefined, undefined]],
    ['install --mode=4755 a /usr/bin/a', ['4755']],
    ['d="$(mktemp -d)"; chmod 777 "$d"; make -C "$d"; if [ -n "$d" ]; then rm -rf "${d}"; fi', []],
    ['export d=$(mktemp -d) && chmod 777 $d && rm -r $d /x', []],
    ['d=$(mktemp -d) && chmod 777 "$d" && mv "$d" /srv', ['777']],
    ['d=$(mktemp); chmod 777 "$d"; mv "$d" /usr/bin/x; rm -f "$d"', ['777']],
    ['d=$(mktemp -d); chmod 777 "$d"; cp -a "${d}/." /srv; rm -r "$d"', ['777']],
    ['d=$(mktemp -d); chmod -R 777 "$d"; mv "$d/x" /srv; rm -r "$d"', ['777']],
    ['d=$(mktemp -d); chmod 777 "$d"; mv "$d/x" /srv; rm -r "$d"', []],
    ['d=$(mktemp -d) && chmod 777 "$d" /srv && rm -rf "$d"', ['777']],
    ['d=$(mktemp -d) && chmod 777 "$d/x" && rm -rf "$d/x"', ['777']],
    ['d=$(mktemp -d); rm -rf "$d"; d=/srv; chmod 777 "$d"', ['777']],
    ['d=$(mktemp -d)/x; chmod 777 "$d"; rm -rf "$d"', ['777']],
    ['d=/srv; chmod 777 "$d"; rm -rf "$d"', ['777']],
    ['chmod 777 "$d"; rm -rf "$d"', ['777']],
    ['echo "chmod 777 /srv"', []],
    ['# chmod 777 /srv', []],
    ['printf chmod 777', []],
  ] as const)('%s', (script, modes) => {
    expect(modesIn(script).map(({ mode }) => mode)).toEqual(modes);
  });
  it('open files to all, or lend the rights of their owner', () => {
    const write = [
      '777',
      '0666',
      'a+w',
      'o=rw',
      '2',
      '02',
      '0000777',
      'g=-w,o=rwx',
      'u=rwx,o=u',
      'o-w+w',
      '1777',
    ];
    expect(write.map((mode) => givesWrite(mode))).toEqual(write.map(() => true));
    expect(givesWrite('+w', 0)).toBe(true);
    const kept = ['755', 'u+w', 'a-w', '+t', '+w', 'a+w,o-w', 'o=g', 'a=rwx,o='];
    expect(kept.map((mode) => givesWrite(mode))).toEqual(kept.map(() => false));
    const open = ['$M', '7$M', '$()', '999', '17777', 'rwx', '', undefined];
    expect(open.map((mode) => givesWrite(mode))).toEqual(open.map(() => undefined));
    const lent = ['4755', 'u+s', 'g=rxs', '0004755', '+4000', 'u=rws,g=u', 'u-s+s', '4000', '2000'];
    expect(lent.map((mode) => givesIdentity(mode))).toEqual(lent.map(() => true));
    const own = ['0755', '1777', 'u-s', 'u+s,u-s', 'o+s', 'u+s,u=rx'];
    expect(own.map((mode) => givesIdentity(mode))).toEqual(own.map(() => false));
  });
});
