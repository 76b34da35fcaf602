/**
 * Shell lines for a private host: folders that it shares with this machine get a layer of their own, so
 * that what is written there stays on that host.
 */
export const writableHost = `
mkdir -p /run/layers && mount -t tmpfs -o mode=755 tmpfs /run/layers
for folder in /usr/bin /usr/sbin /var/lib /var/log /root; do
  mkdir -p /run/layers/$folder.upper /run/layers/$folder.work
  mount -t overlay overlay $folder \\
    -o lowerdir=$folder,upperdir=/run/layers/$folder.upper,workdir=/run/layers/$folder.work
done
mount -t tmpfs -o mode=710 tmpfs /var/lib/docker
`;
