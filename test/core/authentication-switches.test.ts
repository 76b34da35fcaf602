import { describe, expect, it } from 'vitest';
import {
  mayTurnAuthenticationOff,
  turnsAuthenticationOff,
} from '../../src/knowledge/authentication-switches.ts';
import { createRedactor } from '../../src/collectors/redaction/create-redactor.ts';

describe('a variable that lets whoever comes into a server', () => {
  it.each([
    ['MYSQL_ALLOW_EMPTY_PASSWORD', 'yes'],
    ['MYSQL_ALLOW_EMPTY_PASSWORD', 'no'],
    ['MARIADB_ALLOW_EMPTY_ROOT_PASSWORD', '1'],
    ['ALLOW_EMPTY_PASSWORD', 'Yes'],
    ['ALLOW_ANONYMOUS_LOGIN', '1'],
    ['ALLOW_NONE_AUTHENTICATION', 'yes'],
    ['POSTGRES_HOST_AUTH_METHOD', 'trust'],
    ['xpack.security.enabled', 'false'],
    ['DISABLE_SECURITY_PLUGIN', 'true'],
    ['NEO4J_AUTH', 'none'],
    ['GF_AUTH_ANONYMOUS_ENABLED', 'true'],
    ['ME_CONFIG_BASICAUTH', 'false'],
    ['AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED', 'enabled'],
    ['PGADMIN_CONFIG_SERVER_MODE', 'False'],
    ['WEBUI_AUTH', 'False'],
    ['VNC_NO_PASSWORD', '1'],
    ['DOCKER_TLS_CERTDIR', ''],
  ])('is told by %s=%s', (name, value) => {
    expect(turnsAuthenticationOff(name, value)).toBe(true);
  });
  it.each([
    ['MYSQL_ALLOW_EMPTY_PASSWORD', ''],
    ['ALLOW_EMPTY_PASSWORD', 'no'],
    ['ALLOW_EMPTY_PASSWORD', ''],
    ['POSTGRES_HOST_AUTH_METHOD', 'scram-sha-256'],
    ['xpack.security.enabled', 'true'],
    ['XPACK_SECURITY_ENABLED', 'false'],
    ['DISABLE_SECURITY_PLUGIN', 'false'],
    ['NEO4J_AUTH', 'neo4j/none'],
    ['GF_AUTH_ANONYMOUS_ENABLED', 'false'],
    ['WEBUI_AUTH', ''],
    ['DOCKER_TLS_CERTDIR', '/certs'],
    ['allow_empty_password', 'yes'],
  ])('is not told by %s=%s', (name, value) => {
    expect(turnsAuthenticationOff(name, value)).toBe(false);
  });
  it('is known by name, whatever its value', () => {
    expect(mayTurnAuthenticationOff('NEO4J_AUTH')).toBe(true);
    expect(mayTurnAuthenticationOff('NEO4J_USER')).toBe(false);
  });
});

describe('what is kept of such a variable', () => {
  const { classify } = createRedactor(Buffer.alloc(32));
  it('says so, and not the value', () => {
    expect(classify('POSTGRES_HOST_AUTH_METHOD', 'trust')).toEqual({
      name: 'POSTGRES_HOST_AUTH_METHOD',
      secret: false,
      rule: null,
      fingerprint: null,
      authenticationOff: true,
    });
  });
  it('says so of a value that switches nothing off, and nothing of other variables', () => {
    expect(classify('POSTGRES_HOST_AUTH_METHOD', 'md5')).toMatchObject({
      authenticationOff: false,
    });
    expect(classify('POSTGRES_USER', 'trust')).not.toHaveProperty('authenticationOff');
  });
  it('is found beside a secret', () => {
    const kept = classify('MYSQL_ALLOW_EMPTY_PASSWORD', 'ghp_0123456789abcdefghijABCDEFGHIJ012345');
    expect(kept).toMatchObject({ secret: true, authenticationOff: true });
  });
});
