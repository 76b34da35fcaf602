#!/usr/bin/env bash
# Records snapshot.json: a small shop on a real engine, on a private host of this machine's kernel and
# programs, with a root, an /etc and a name of its own. Needs root, dockerd, busybox-static and a built dist/.
#   sudo bash examples/recorded/record.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder=$(mktemp -d)
trap 'umount -lq "$folder"/* 2>/dev/null || true; rm -rf "$folder"' EXIT
export FOLDER=$folder PROJECT=$PWD NODE=$(command -v node)

unshare -m -n -p -u -i --fork --mount-proc bash -s <<'INSIDE'
set -euo pipefail
hostname quay-1
mount --make-rprivate /
root=$FOLDER/root
mkdir -p "$root" "$FOLDER"/{upper,work,docker}
mount -t tmpfs -o mode=755 tmpfs "$root"
mkdir -p "$root"/{usr,etc,proc,sys,dev,run,tmp,root,srv,old,opt/plimsoll,var/lib/docker}
for name in bin sbin lib lib64; do [ ! -L "/$name" ] || cp -P "/$name" "$root/"; done
ln -s /run "$root/var/run"
mount --bind /usr "$root/usr"
mount --bind "$PROJECT" "$root/opt/plimsoll"
mount --bind "$FOLDER/docker" "$root/var/lib/docker"
mount -t overlay overlay -o "lowerdir=/etc,upperdir=$FOLDER/upper,workdir=$FOLDER/work" "$root/etc"
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
mount --rbind /dev "$root/dev"
mount -t tmpfs -o mode=755 tmpfs "$root/run"
cd "$root" && pivot_root . old && cd / && umount -l /old && rmdir /old
busybox ip link set lo up

# The host of a small shop: two people in the docker group, a password-less sudo rule, debug logging.
echo quay-1 >/etc/hostname
echo 5f2c1d8e9a7b4c6d8e0f1a2b3c4d5e6f >/etc/machine-id
rm -rf /etc/docker && mkdir -m 755 /etc/docker
echo '{ "log-level": "debug", "live-restore": true }' >/etc/docker/daemon.json
chmod 666 /etc/docker/daemon.json
printf 'root:x:0:0:root:/root:/bin/bash\nana:x:1000:1000:Ana:/home/ana:/bin/bash\nbo:x:1001:1001:Bo:/home/bo:/bin/bash\n' >/etc/passwd
printf 'root:x:0:\nana:x:1000:\nbo:x:1001:\ndocker:x:998:ana,bo\n' >/etc/group
mkdir -p /etc/sudoers.d && rm -f /etc/sudoers.d/*
printf 'root ALL=(ALL:ALL) ALL\n@includedir /etc/sudoers.d\n' >/etc/sudoers
chmod 440 /etc/sudoers
echo 'bo ALL=(root) NOPASSWD: /usr/bin/docker' >/etc/sudoers.d/docker
chmod 440 /etc/sudoers.d/docker

dockerd >/run/dockerd.log 2>&1 </dev/null &
engine=$!
for _ in $(seq 300); do docker version >/dev/null 2>&1 && break || sleep 0.1; done

files=/tmp/rootfs
mkdir -p $files/{bin,etc,srv}
cp /bin/busybox $files/bin/
for name in sh sleep true; do ln -s busybox "$files/bin/$name"; done
printf 'root:x:0:0::/:/bin/sh\napp:x:1000:1000::/srv:/bin/sh\n' >$files/etc/passwd
tar -C $files -c . | docker import --change 'USER app' --change 'HEALTHCHECK CMD ["true"]' - registry.example.org/shop/db:2.4 >/dev/null
tar -C $files -c . | docker import - registry.example.org/shop/web:latest >/dev/null

docker network create shop >/dev/null
docker volume create orders >/dev/null
start() { docker run -d "$@" sleep 100000 >/dev/null; }
start --name shop-web -p 80:8080 -e SESSION_SECRET=tTb8Qw3nVz5Lk1Xy registry.example.org/shop/web:latest
start --name shop-db --network shop --cap-drop ALL --security-opt no-new-privileges --read-only \
  --memory 256m --cpus 1 --pids-limit 100 --restart on-failure:5 -v orders:/srv \
  --log-opt max-size=10m --log-opt max-file=3 registry.example.org/shop/db:2.4
start --name ci-runner --privileged -v /var/run/docker.sock:/var/run/docker.sock registry.example.org/shop/web:latest
start --name monitor --network host --pid host --cap-add SYS_PTRACE -v /etc:/host/etc:ro registry.example.org/shop/web:latest
start --name monitor-probe --network container:monitor registry.example.org/shop/web:latest
docker run --name migration registry.example.org/shop/web:latest true
docker commit shop-web registry.example.org/shop/web:hotfix >/dev/null

"$NODE" /opt/plimsoll/dist/cli.js collect -o /opt/plimsoll/examples/recorded/snapshot.json
docker ps -aq | xargs docker rm -f >/dev/null
kill "$engine" && wait "$engine" || true
INSIDE
