import { passwordBehind, passwordOf } from './command-passwords.ts';
import type { Shape } from './secret-shape.ts';

/** Passwords of what is kept under one: stores of keys, archives, and sources of packages. */
export const storeShapes: readonly Shape[] = [
  {
    rule: 'store-password',
    hint: /keytool/,
    pattern: passwordOf('keytool', String.raw`-new\s{1,4}`),
  },
  {
    rule: 'store-password',
    hint: /openssl\s+enc/,
    pattern: passwordOf(String.raw`openssl\s{1,4}enc`, String.raw`-k\s{1,4}`),
  },
  {
    rule: 'store-password',
    hint: /zip/,
    pattern: passwordOf('(?:un)?zip', String.raw`-P\s{0,4}`),
  },
  { rule: 'store-password', hint: /7z/, pattern: passwordOf('7z[ar]?', '-p') },
  {
    rule: 'login-option',
    hint: /nuget/,
    pattern: passwordOf(
      String.raw`dotnet\s{1,4}nuget\s{1,4}(?:add|update)\s{1,4}source`,
      String.raw`-p\s{1,4}`,
    ),
  },
  {
    rule: 'login-option',
    hint: /http-basic\./,
    pattern: passwordBehind(
      String.raw`composer\s[^|;&\n]{0,60}?http-basic\.[^\s;|&]{1,200}\s{1,4}[^\s;|&]{1,200}`,
    ),
  },
  {
    rule: 'login-option',
    hint: /bundle/,
    // The names of its own settings have no dot, and a host has: `without development:test`.
    pattern: new RegExp(
      String.raw`(?<![\w./-])bundler?\s{1,4}config\s{1,4}(?:set\s{1,4})?(?:--[a-z]{1,12}\s{1,4})?(?:https?:\/\/)?[\w-]{1,64}\.[\w.\/-]{1,200}\s{1,4}["']?\w[\w.@-]{0,64}:(?!\/\/)([^\s"'|;&]{1,256})`,
      'g',
    ),
  },
];
