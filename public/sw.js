// @ts-check
/**
 * The pages without a network. Its caches hold files of the build, which are the same for everybody, and one empty
 * page (the shell), fetched without cookies: nothing of any person. What a person reads there lies in IndexedDB, and
 * the shell finds it (app/shell).
 */
const FILES = "files";
const SHELL = "shell";
const SHELL_PAGE = "/shell";
const STATIC = "/_next/static/";
/** So long a page may keep a reader waiting who has a copy. */
const NETWORK_WITHIN_MS = 20_000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

/** A page says of which build it is, in which language, and what it was loaded with. */
self.addEventListener("message", (event) => {
  const { build, locale, used } = event.data ?? {};
  if (typeof build !== "string" || !/^[a-z]{2}$/.test(locale) || !Array.isArray(used)) return;
  event.waitUntil(keep(build, locale, used));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith(STATIC)) event.respondWith(fileFor(event));
  else if (request.mode === "navigate" && !url.pathname.startsWith("/api/"))
    event.respondWith(pageFor(request));
});

/** Files of a build bear their content in their names: what was kept is what would come. */
async function fileFor(event) {
  const { request } = event;
  const kept = await caches.match(request.url, { cacheName: FILES });
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) event.waitUntil(keepFile(request.url, answer.clone()));
  return answer;
}

async function keepFile(url, answer) {
  await (await caches.open(FILES)).put(url, answer);
}

/** A page is never kept; without a network the shell stands in for it. */
async function pageFor(request) {
  const shell = await caches.match(SHELL_PAGE, { cacheName: SHELL });
  if (shell === undefined) return fetch(request);
  const patience = new Promise((done) => setTimeout(done, NETWORK_WITHIN_MS, shell));
  return Promise.race([fetch(request).catch(() => shell), patience]);
}

async function keep(build, locale, used) {
  const [files, shells] = await Promise.all([caches.open(FILES), caches.open(SHELL)]);
  const name = `${build}/${locale}`;
  const kept = await shells.match(SHELL_PAGE);
  let needed = used.map((one) => new URL(one)).filter(isFile);
  if (kept?.headers.get("x-shell") !== name) {
    const answer = await fetch(`${SHELL_PAGE}?lang=${locale}`, { credentials: "omit", cache: "no-store" });
    if (!answer.ok) return;
    // It was made once and is shown for weeks: its moment would be taken for the server's time.
    const page = (await answer.text()).replace(/ data-made-at="[^"]*"/, "");
    const own = [...page.matchAll(/\/_next\/static\/[^"'\\ )]+/g)].map(
      ([path]) => new URL(path, self.location.origin),
    );
    await addAll(files, [...own, ...needed]);
    const headers = new Headers(answer.headers);
    headers.set("x-shell", name);
    await shells.put(SHELL_PAGE, new Response(page, { status: 200, headers }));
    // Files of an earlier build serve no page any more, but those that a page still open may ask for go with its reload.
    if (kept !== undefined && !kept.headers.get("x-shell")?.startsWith(`${build}/`))
      await dropOthers(files, own, needed);
    needed = [];
  }
  await addAll(files, needed);
}

const isFile = (url) => url.origin === self.location.origin && url.pathname.startsWith(STATIC);

async function addAll(files, urls) {
  const paths = new Set(urls.map(({ href }) => href));
  for (const path of paths)
    if ((await files.match(path)) === undefined) await files.add(path).catch(() => undefined);
}

async function dropOthers(files, ...kept) {
  const stay = new Set(kept.flat().map(({ href }) => href));
  for (const request of await files.keys()) if (!stay.has(request.url)) await files.delete(request);
}
