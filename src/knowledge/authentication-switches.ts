const anything = /[^]/;
const no = /^(?:false|0|no|off)$/i;
const yes = /^(?:true|1|yes|on|t|y)$/i;
/** As the images of Bitnami read a switch. */
const bitnamiYes = /^(?:true|1|yes)$/i;

/**
 * Variables that make a server let everybody in, each with the values that do so: as the entry point of its image or
 * the server itself reads them, so that one asks only whether there is any value, and another for one word.
 */
const values: ReadonlyMap<string, RegExp> = new Map([
  ['MYSQL_ALLOW_EMPTY_PASSWORD', anything],
  ['MARIADB_ALLOW_EMPTY_PASSWORD', anything],
  ['MARIADB_ALLOW_EMPTY_ROOT_PASSWORD', anything],
  ['ARANGO_NO_AUTH', anything],
  ['ALLOW_EMPTY_PASSWORD', bitnamiYes],
  ['ALLOW_ANONYMOUS_LOGIN', bitnamiYes],
  ['ALLOW_NONE_AUTHENTICATION', bitnamiYes],
  ['POSTGRES_HOST_AUTH_METHOD', /^trust$/],
  ['CLICKHOUSE_SKIP_USER_SETUP', /^1$/],
  ['INFLUXDB_HTTP_AUTH_ENABLED', no],
  ['NEO4J_AUTH', /^none$/],
  ['NEO4J_dbms_security_auth__enabled', /^false$/i],
  ['SURREAL_UNAUTHENTICATED', /^true$/],
  ['AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED', /^(?:true|1|on|enabled)$/i],
  ['xpack.security.enabled', /^false$/],
  ['ES_SETTING_XPACK_SECURITY_ENABLED', /^false$/],
  ['plugins.security.disabled', /^true$/],
  ['DISABLE_SECURITY_PLUGIN', /^true$/],
  ['DISABLE_SECURITY_DASHBOARDS_PLUGIN', /^true$/],
  ['EMQX_ALLOW_ANONYMOUS', /^true$/],
  ['HIVEMQ_ALLOW_ALL_CLIENTS', /^true$/],
  ['NACOS_AUTH_ENABLE', /^false$/i],
  ['TRAEFIK_API_INSECURE', yes],
  ['GF_AUTH_ANONYMOUS_ENABLED', yes],
  ['ME_CONFIG_BASICAUTH', no],
  ['ME_CONFIG_BASICAUTH_ENABLED', no],
  ['PGADMIN_CONFIG_SERVER_MODE', /^false$/i],
  ['WEBUI_AUTH', no],
  ['AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_ALL_ADMINS', /^(?:true|1|t)$/i],
  // RStudio, as the images of Rocker start it.
  ['DISABLE_AUTH', /^true$/i],
  // Selenium, and as its older images call it.
  ['SE_VNC_NO_PASSWORD', /^(?:true|1)$/i],
  ['VNC_NO_PASSWORD', /^(?:true|1)$/i],
  // An engine of Docker's image runs without certificates where no place for them is set; to a client it means nothing.
  ['DOCKER_TLS_CERTDIR', /^$/],
]);

/** Whether some value of a variable switches authentication off, so that one that is not known, or was not looked at, leaves it open. */
export const mayTurnAuthenticationOff = (name: string): boolean => values.has(name);

/** Whether a variable with this value makes a server let everybody in. */
export const turnsAuthenticationOff = (name: string, value: string): boolean =>
  values.get(name)?.test(value) === true;
