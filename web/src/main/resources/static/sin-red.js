// Without a network the page of a session is the one that was kept of it. Nothing is kept once somebody signs in or out, nor longer than the session may last.
(() => {
  'use strict';
  const LIVE = /^\/meetings\/[0-9a-f-]+\/live$/;
  const ASSET = /-[0-9a-f]{32}\.(?:css|js|svg)$|^\/webjars\//;
  const DOORS = ['/entrar', '/salir'];

  async function forget() {
    for (const name of await caches.keys()) if (name.startsWith('constancia-')) await caches.delete(name);
  }

  async function fresh(request) {
    const answer = await fetch(request);
    if (answer.type === 'opaqueredirect') await forget();
    return answer;
  }

  async function kept(path) {
    const page = await caches.match(path);
    if (page && Date.now() < Number(page.headers.get('Constancia-Until'))) return page;
    await forget();
    return Response.error();
  }

  addEventListener('install', () => skipWaiting());
  addEventListener('activate', event => event.waitUntil(clients.claim()));
  addEventListener('fetch', event => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (origin !== location.origin) return;
    if (request.mode === 'navigate') {
      if (DOORS.includes(pathname)) event.waitUntil(forget());
      else if (request.method === 'GET' && LIVE.test(pathname)) event.respondWith(fresh(request).catch(() => kept(pathname)));
    } else if (ASSET.test(pathname)) {
      event.respondWith(fetch(request).catch(async () => await caches.match(pathname) || Response.error()));
    }
  });
})();
