import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Catalog } from '../core/controls/catalog.ts';
import type { FrameworkSelection } from '../core/frameworks/selection.ts';
import type { Waiver, WaiverLimits } from '../core/statements/waiver.ts';
import { languages, type Language } from '../core/text.ts';
import type { FleetReader } from '../evidence/fleet/open-fleet-store.ts';
import type { ConsoleAccess } from './access/access.ts';
import { createDoorkeeper, type Person } from './access/identify.ts';
import { sessionSeconds } from './access/session.ts';
import { answers } from './api/answers.ts';
import { writeMetrics } from './api/metrics.ts';
import { answerNames, describeApi, paths } from './api/openapi.ts';
import { askSchema, type Ask } from './page/ask.ts';
import { createBook } from './page/book.ts';
import { icon, writePage, type Content } from './page/shell.ts';
import { consoleStyle, stylePath } from './page/style.ts';
import { createView, type View } from './page/view.ts';
import { changesPage } from './pages/changes.ts';
import { evidenceFile, evidenceKinds, evidencePage, type BundleMaker } from './pages/evidence.ts';
import { frameworkPage } from './pages/framework.ts';
import { hostPage } from './pages/host.ts';
import { hostsPage } from './pages/hosts.ts';
import { itemPage } from './pages/item.ts';
import { enterPage, plainPage } from './pages/plain.ts';
import { silentPage } from './pages/silent.ts';
import { waiversPage } from './pages/waivers.ts';
import { wherePage } from './pages/where.ts';
import { headers } from './headers.ts';

/** What a console shows, and to whom. */
export interface ConsoleOptions {
  /** What questions are put to; a console writes nothing. */
  readonly store: FleetReader;
  /** What the hub judges by: the words of its controls. */
  readonly catalog: Catalog;
  /** The frameworks that it judges by: the words of their requirements. */
  readonly frameworks?: readonly FrameworkSelection[];
  readonly access: ConsoleAccess;
  /** Waivers in force, as they were read from Git. */
  readonly waivers?: () => readonly Waiver[];
  readonly waiverLimits?: WaiverLimits;
  /** Makes bundles; none are offered where it is absent. */
  readonly makeBundle?: BundleMaker;
  /** Where it is mounted, as `/console`; at the root when absent. */
  readonly base?: string;
  /** What time it is; for tests. */
  readonly now?: () => Date;
  /** Called with what went wrong inside; the person learns only that something did. */
  readonly onTrouble?: (error: unknown) => void;
}

/** Answers a request. `address` is that of the other end of the connection; without it no proxy is believed. */
export type ConsoleHandler = (
  request: Request,
  from?: { readonly address?: string | undefined },
) => Promise<Response>;

interface Env {
  Bindings: { readonly address: string | undefined };
}

type Asked = Context<Env>;

const languageIn = (path: string): Language | undefined =>
  /^\/(en|zh)(?=\/|$)/.exec(path)?.[1] === 'zh'
    ? 'zh'
    : /^\/en(?=\/|$)/.test(path)
      ? 'en'
      : undefined;

/** What a browser prefers: the first of its languages that is one of ours. */
const preferredLanguage = (accept: string): Language =>
  /^[^;]*?\b(zh|en)\b/i.exec(accept)?.[1]?.toLowerCase() === 'zh' ? 'zh' : 'en';

const isLoopback = (hostname: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);

const cookieName = 'plimsoll-console';

/**
 * Makes a console: pages for people, JSON for programs, all of them for reading.
 *
 * @throws PlimsollError `config-invalid` where access is not well formed, or lets nobody in
 *
 * @example
 * const { token, entry } = makeConsoleToken('Wang Fang', 'auditor');
 * const answer = createConsole({ store, catalog, access: { tokens: [entry] } });
 */
export function createConsole(options: ConsoleOptions): ConsoleHandler {
  const { store, base = '', waiverLimits = {}, makeBundle } = options;
  const clock = options.now ?? (() => new Date());
  const doorkeeper = createDoorkeeper(options.access);
  const book = createBook(options.catalog, options.frameworks ?? []);
  const app = new Hono<Env>({ strict: false }).basePath(base);

  const pathOf = (asked: Asked): string => {
    const { pathname, search } = new URL(asked.req.url);
    return `${pathname.slice(base.length)}${search}`;
  };
  const personOf = (asked: Asked): Person | undefined =>
    doorkeeper.identify({
      headers: asked.req.raw.headers,
      cookie: getCookie(asked, cookieName),
      address: asked.env.address,
      now: clock(),
    });
  const viewOf = (asked: Asked, person: Person | undefined): View => {
    const path = pathOf(asked);
    const inPath = languageIn(path);
    const language = inPath ?? preferredLanguage(asked.req.header('accept-language') ?? '');
    const rest = inPath === undefined ? '/' : path.slice(3);
    return createView({ base, rest, language, book, store, person, now: clock() });
  };
  const show = (
    asked: Asked,
    view: View,
    content: Content,
    status: 200 | 400 | 401 | 403 | 404 | 500,
  ) => asked.html(writePage(view, content), status);
  const askOf = (asked: Asked): Ask | undefined =>
    askSchema.safeParse({ ...asked.req.query(), ...asked.req.param() }).data;

  /** A page for people who are signed in. */
  const page = (
    path: string,
    write: (
      view: View,
      ask: Ask,
      asked: Asked,
    ) => Content | undefined | Promise<Content | undefined>,
    isForAuditors = false,
  ): void => {
    app.on(
      'GET',
      languages.map((language) => `/${language}${path}`),
      async (asked) => {
        const person = personOf(asked);
        const view = viewOf(asked, person);
        if (!person) return show(asked, view, enterPage(view, { goOn: pathOf(asked) }), 401);
        if (isForAuditors && person.role !== 'auditor') {
          return show(asked, view, plainPage(view, 'not-allowed', 'not-allowed-note'), 403);
        }
        const ask = askOf(asked);
        if (!ask) return show(asked, view, plainPage(view, 'wrong-query', 'wrong-query-note'), 400);
        const content = await write(view, ask, asked);
        return content
          ? show(asked, view, content, 200)
          : show(asked, view, plainPage(view, 'not-found', 'not-found-note'), 404);
      },
    );
  };

  /** An answer for a program of somebody who is signed in. */
  const answer = (
    path: string,
    write: (ask: Ask, asked: Asked) => Response | undefined | Promise<Response | undefined>,
    isForAuditors = false,
  ): void => {
    app.get(path, async (asked) => {
      const person = personOf(asked);
      if (!person) {
        asked.header('www-authenticate', 'Bearer realm="plimsoll"');
        return asked.json({ error: 'Nobody is signed in.' }, 401);
      }
      if (isForAuditors && person.role !== 'auditor') {
        return asked.json({ error: 'This is for auditors.' }, 403);
      }
      const ask = askOf(asked);
      if (!ask) return asked.json({ error: 'The address cannot be read.' }, 400);
      return (await write(ask, asked)) ?? asked.json({ error: 'There is nothing here.' }, 404);
    });
  };

  app.use(async (asked, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) {
      if (!asked.res.headers.has(name)) asked.res.headers.set(name, value);
    }
  });
  const forEver = { 'cache-control': 'public, max-age=31536000, immutable' };
  app.get(stylePath, (asked) =>
    asked.body(consoleStyle, 200, { 'content-type': 'text/css; charset=utf-8', ...forEver }),
  );
  app.get('/icon.svg', (asked) =>
    asked.body(icon, 200, { 'content-type': 'image/svg+xml', ...forEver }),
  );
  app.get('/healthz', async (asked) => {
    await store.read((db) => db.selectFrom('fleet_schema').select('version').execute());
    return asked.json({ ok: true });
  });
  app.get('/', (asked) => {
    const language = preferredLanguage(asked.req.header('accept-language') ?? '');
    return asked.redirect(`${base}/${language}/`, 302);
  });

  app.post(
    '*',
    bodyLimit({
      maxSize: 16_384,
      onError: (asked) => asked.json({ error: 'It is too long.' }, 413),
    }),
    async (asked, next) => {
      // A browser says where a form was sent from; nothing else signs anybody in or out.
      const from = asked.req.header('sec-fetch-site') ?? 'none';
      if (from !== 'same-origin' && from !== 'none') {
        return asked.json({ error: 'It comes from elsewhere.' }, 403);
      }
      return next();
    },
  );
  app.post('/enter', async (asked) => {
    const form = await asked.req.parseBody();
    const { token, goOn } = form;
    const path = typeof goOn === 'string' && languageIn(goOn) !== undefined ? goOn : '/en/';
    const session = typeof token === 'string' ? doorkeeper.signIn(token, clock()) : undefined;
    if (session === undefined) {
      const language = languageIn(path) ?? 'en';
      const rest = path.slice(3);
      const view = createView({
        base,
        rest,
        language,
        book,
        store,
        person: undefined,
        now: clock(),
      });
      return show(asked, view, enterPage(view, { goOn: path, isWrong: true }), 401);
    }
    const { protocol, hostname } = new URL(asked.req.url);
    setCookie(asked, cookieName, session, {
      path: base === '' ? '/' : base,
      httpOnly: true,
      sameSite: 'Strict',
      // Over plain HTTP a session is kept on this very machine alone.
      secure: protocol === 'https:' || !isLoopback(hostname),
      maxAge: sessionSeconds,
    });
    return asked.redirect(`${base}${path}`, 303);
  });
  app.post('/leave', (asked) => {
    deleteCookie(asked, cookieName, { path: base === '' ? '/' : base });
    return asked.redirect(`${base}/`, 303);
  });

  // A slash at the end is taken away before a path is looked up.
  page('', wherePage);
  page('/frameworks/:key', (view, ask, asked) =>
    frameworkPage(view, asked.req.param('key') ?? '', ask),
  );
  page('/frameworks/:key/:id', (view, ask, asked) => {
    const { key = '', id = '' } = asked.req.param();
    return itemPage(view, 'requirement', `${key} ${id}`, ask);
  });
  page('/controls/:id', (view, ask, asked) =>
    itemPage(view, 'control', asked.req.param('id') ?? '', ask),
  );
  page('/hosts', hostsPage);
  page('/hosts/:host', (view, { host = '' }) => hostPage(view, host));
  page('/changes', changesPage);
  page('/silent', silentPage);
  page('/waivers', (view, ask) =>
    waiversPage(view, ask, { waivers: options.waivers?.() ?? [], limits: waiverLimits }),
  );
  page('/evidence', (view, ask) => evidencePage(view, ask, makeBundle !== undefined), true);

  for (const kind of evidenceKinds) {
    answer(
      `/evidence/:host/${kind}`,
      async ({ host = '', at }, asked) => {
        const file = await evidenceFile(store, kind, { host, at }, makeBundle);
        if (!file) return undefined;
        return asked.body(file.body, 200, {
          'content-type': file.type,
          'content-disposition': `attachment; filename="${file.name}"`,
        });
      },
      true,
    );
  }
  for (const name of answerNames) {
    answer(paths[name].path.replaceAll(/\{(\w+)\}/g, ':$1'), async (ask, asked) => {
      const found = await answers[name](store, ask);
      return found && asked.json(found);
    });
  }
  answer('/api/v1/openapi.json', (_, asked) => asked.json(describeApi(base) as object));
  answer('/metrics', async (_, asked) =>
    asked.text(await writeMetrics(store), 200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
    }),
  );

  app.notFound((asked) => {
    const person = personOf(asked);
    const view = viewOf(asked, person);
    return person
      ? show(asked, view, plainPage(view, 'not-found', 'not-found-note'), 404)
      : show(asked, view, enterPage(view, { goOn: `/${view.language}/` }), 401);
  });
  app.onError((error, asked) => {
    options.onTrouble?.(error);
    if (/^\/(api|metrics|healthz|evidence)\b/.test(pathOf(asked))) {
      return asked.json({ error: 'It cannot be answered now.' }, 503);
    }
    const view = viewOf(asked, undefined);
    return show(asked, view, plainPage(view, 'failed', 'failed-note'), 500);
  });

  return async (request, { address } = {}) => app.fetch(request, { address });
}
