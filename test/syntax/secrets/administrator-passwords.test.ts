import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../../src/syntax/secrets/find-secrets.ts';

const look = (text: string): readonly string[] =>
  findSecrets(text).map(({ rule, start, end }) => `${rule}: ${text.slice(start, end)}`);

describe('passwords of administrators, logins and keys', () => {
  it.each([
    ['WildFly', '/opt/wildfly/bin/add-user.sh ann p4#ss --silent', 'account-password: p4#ss'],
    ['WildFly, from its own folder', './add-user.sh "ann" "p4ss" -s', 'account-password: "p4ss"'],
    ['an application on it', '$HOME/bin/add-user.sh -a -g x ann p4ss', 'account-password: p4ss'],
    ['WildFly, by options', 'add-user.sh -m -u ann -p p4ss', 'account-password: p4ss'],
    ['Keycloak', 'bin/add-user-keycloak.sh -r master -u a -p p4ss', 'account-password: p4ss'],
    ['Neo4j', 'neo4j-admin dbms set-initial-password p4ss', 'account-password: p4ss'],
    ['an older Neo4j', 'bin/neo4j-admin set-initial-password p4ss', 'account-password: p4ss'],
    ['Grafana', 'grafana-cli admin reset-admin-password p4ss', 'account-password: p4ss'],
    ['a server of files', 'lftp -u ann,p4ss ftp://h', 'login-option: p4ss'],
    ['a key by a short name', 'ssh_prv_key=p4ss PRV_KEY_PATH=x', 'secret-name: p4ss'],
    ['a key', 'ssh-keygen -t rsa -N p4ss -f k', 'store-password: p4ss'],
  ])('%s', (_, text, found) => {
    expect(look(text)).toEqual([found]);
  });

  it.each([
    ['a key that nothing opens', `ssh-keygen -q -N "" -f k; ssh-keygen -A; ssh-keygen -f k -P ''`],
    ['what is handed in', 'add-user.sh ann $PW -s; add-user.sh -u a -p "$PW"; lftp -u a,$PW h'],
    ['an account alone', 'add-user.sh --help; add-user.sh ann --silent; lftp -u ann h'],
    ['another script of that name', 'COPY add-user.sh /usr/local/bin/'],
    ['a password that is read', 'neo4j-admin set-initial-password "$(cat /run/secrets/p)"'],
  ])('none: %s', (_, text) => {
    expect(look(text)).toEqual([]);
  });

  it.each(['add-user.sh -a', 'add-user.sh a ', '${/}add-user', 'lftp -u a', 'grafana cli '])(
    'reads a million times %s in a second or so',
    (part) => {
      const text = part.repeat(1_000_000 / part.length);
      // Of the processor: a clock also counts what else a busy machine does meanwhile.
      const before = process.cpuUsage();
      findSecrets(text);
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(5_000);
    },
  );
});
