import { describe, expect, it } from 'vitest';
import { givesIdentity, givesWrite, modesIn } from '../../../src/controls/build/file-modes.ts';

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
    ['umask 000 && mkdir -p -m 777 /x', ['777']],
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
    expect(modesIn(script)).toEqual(modes);
  });
  it('open files to all, or lend the rights of their owner', () => {
    expect(['777', '0666', 'a+w', 'o=rw'].map(givesWrite)).toEqual([true, true, true, true]);
    expect(['755', '1777', 'u+w', 'a-w', '+t'].map(givesWrite)).toEqual(Array(5).fill(false));
    expect(['4755', 'u+s', 'g=rxs'].map(givesIdentity)).toEqual([true, true, true]);
    expect(['0755', '1777', 'u-s'].map(givesIdentity)).toEqual([false, false, false]);
  });
});
