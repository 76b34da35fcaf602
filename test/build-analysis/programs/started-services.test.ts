import { expect, it } from 'vitest';
import { startedServices } from '../../../src/build-analysis/programs/started-services.ts';

it.each<[script: string, services: readonly string[]]>([
  ['nginx & php-fpm', ['nginx', 'php-fpm']],
  ['cron && apache2-foreground', ['cron', 'apache2-foreground']],
  ['php-fpm8.2 -D; exec nginx -g "daemon off;"', ['php-fpm8.2', 'nginx']],
  ['node web.js & node worker.js & wait -n', ['node web.js', 'node worker.js']],
  ['redis-server --daemonize yes && exec gunicorn app', ['redis-server', 'gunicorn']],
  ['(cd /srv && ./api) & exec envoy -c /e.yaml', ['api', 'envoy']],
  ['{ ./api; } & envoy', ['api', 'envoy']],
  ['/usr/sbin/sshd\n/app/server 2>&1', ['sshd', 'server']],
  ['/etc/init.d/mysql start && apache2ctl -D FOREGROUND', ['mysql', 'apache2ctl']],
  ['/etc/init.d/nginx status; /etc/init.d/nginx start && tail -f /log', ['nginx']],
  ['npm run api & npm run web', ['npm run api', 'npm run web']],
  ['python a.py & python b.py; wait', ['python a.py', 'python b.py']],
  ['nginx -t && nginx', ['nginx']],
  ['gunicorn -t 120 app & nginx', ['gunicorn', 'nginx']],
  ['memcached -t 4 & exec /app/server -v', ['memcached', 'server']],
  ['if [ "$WEB" ]; then nginx; else httpd; fi', []],
  ['nginx && tail -f /var/log/nginx/access.log', ['nginx']],
  ['python manage.py migrate && gunicorn app', ['gunicorn']],
  ['/app/server & pid=$!; trap "kill $pid" TERM; wait $pid', ['server']],
  ['./seed.sh & exec /app/server', ['server']],
  ['while true; do sleep 5; done & exec /app/server', ['server']],
  ['Xvfb :99 & exec chrome', ['chrome']],
  ['/app/server || /app/fallback', ['server']],
  ['/app/server &> /log', ['server']],
  ['mkdir -p /run/x && exec "$@"', []],
  ['', []],
])('%s leaves running %j', (script, services) => {
  expect(startedServices(['/bin/sh', '-c', script])).toEqual(services);
  expect(startedServices(['tini', '--', 'bash', '-ec', script])).toEqual(services);
});

it('tells of nothing that no shell starts', () => {
  expect(startedServices(['nginx', '&', 'php-fpm'])).toEqual([]);
  expect(startedServices([])).toEqual([]);
});
