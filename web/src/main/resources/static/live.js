// The live minutes. What is written stays on this computer until the register has it: once each, and in order.
(() => {
  'use strict';
  const page = document.getElementById('sesion');
  if (!page || !window.indexedDB || !navigator.locks) return; // without a store the forms are sent as any other
  const { meeting, account } = page.dataset;
  const here = `/meetings/${meeting}/live`;
  const status = document.getElementById('guardado');
  const pending = document.getElementById('pendientes');
  const queue = document.getElementById('cola');
  const composer = document.getElementById('anotar');
  const pauses = [1, 2, 5, 10, 30];
  const told = new Map();
  let store = null;
  let token = '';
  let stamp = page.dataset.stamp;
  let asked = 0;
  let tries = 0;
  let trouble = null;
  let later = 0;
  let leaving = false;
  let writing = 0;

  const text = (name, value) => page.dataset[name].replace('{0}', value);
  // a collection's own words, such as item, hide the fields of that name
  const fieldOf = (form, name) => form.elements.namedItem(name);
  const clock = at => new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'medium', hour12: false }).format(at);

  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    new DataView(bytes.buffer).setBigUint64(0, (BigInt(Date.now()) << 16n) | 0x7000n | BigInt(bytes[6] & 0x0f) << 8n | BigInt(bytes[7]));
    bytes[8] = bytes[8] & 0x3f | 0x80;
    return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  // the queue, kept by the browser
  const done = request => new Promise((yes, no) => { request.onsuccess = () => yes(request.result); request.onerror = () => no(request.error); });
  const over = transaction => new Promise((yes, no) => { transaction.oncomplete = yes; transaction.onerror = transaction.onabort = () => no(transaction.error); });

  function opened() {
    const request = indexedDB.open('constancia', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('outbox', { keyPath: 'n', autoIncrement: true });
      request.result.createObjectStore('draft');
    };
    return done(request);
  }

  async function mine(everywhere) {
    const all = await done(store.transaction('outbox').objectStore('outbox').getAll());
    return all.filter(entry => entry.account === account && (everywhere || entry.meeting === meeting));
  }

  async function change(work) {
    const transaction = store.transaction(['outbox', 'draft'], 'readwrite', { durability: 'strict' });
    work(transaction.objectStore('outbox'), transaction.objectStore('draft'));
    await over(transaction);
  }

  // what is being written
  const draftKey = form => [account, meeting, form.dataset.kind].join(' ');
  const typed = form => [...form.elements].filter(field => field.name && field.type !== 'hidden');
  const begin = form => (typed(form).find(field => !field.value) || typed(form)[0])?.focus();

  function keepDraft(form) {
    if (!store) return;
    const values = typed(form).map(field => [field.name, field.value]);
    change((outbox, draft) => draft.put(values, draftKey(form)));
  }

  async function bringDrafts() {
    for (const form of composer.querySelectorAll('form.entry')) {
      const values = await done(store.transaction('draft').objectStore('draft').get(draftKey(form)));
      for (const [name, value] of values || []) {
        const field = fieldOf(form, name);
        if (field && value && (!field.value || field.tagName === 'SELECT' && [...field.options].some(option => option.value === value))) field.value = value;
      }
    }
  }

  /** What the page makes next is called otherwise than what it made, even where the page is an old one. */
  const rename = within => { for (const field of within.querySelectorAll('[data-makes]')) field.value = newId(); };

  // the point under discussion, as far as this computer knows
  const point = () => document.querySelector('.point:not([hidden])');

  function known(section) {
    return told.get(section.id) || { open: section.dataset.open || '', decided: section.dataset.decided || '' };
  }

  function fit() {
    const section = point();
    if (!section) return;
    const { open, decided } = known(section);
    for (const form of composer.querySelectorAll('form.entry')) {
      const set = (name, value) => { if (fieldOf(form, name)) fieldOf(form, name).value = value; };
      set('point', section.id.replace('punto-', ''));
      set('item', section.dataset.item || '');
      if (form.dataset.kind === 'record-agreement') set('deliberation', decided);
      else if (form.dataset.kind !== 'put-question') set('deliberation', open);
    }
  }

  function go(n) {
    const section = document.getElementById(`punto-${n}`);
    if (!section) return;
    for (const other of document.querySelectorAll('.point')) other.hidden = other !== section;
    for (const link of document.querySelectorAll('[data-point]')) link.dataset.point === String(n) ? link.setAttribute('aria-current', 'step') : link.removeAttribute('aria-current');
    history.replaceState(null, '', `${here}?point=${n}`);
    fit();
    mayClose();
  }

  function choose(kind) {
    for (const form of composer.querySelectorAll('form.entry')) form.hidden = form.dataset.kind !== kind;
    for (const link of composer.querySelectorAll('[data-kind]')) if (link.tagName === 'A') link.dataset.kind === kind ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current');
    begin(composer.querySelector('form.entry:not([hidden])'));
  }

  // what is written goes to the queue, with its key, before anything goes to the network
  async function record(form) {
    const said = new FormData(form);
    for (const name of ['_csrf', 'key']) said.delete(name);
    const kind = form.dataset.kind;
    const fields = [...said].map(([name, value]) => [name, String(value)]);
    const shown = typed(form).filter(field => field.value.trim()).map(field => field.tagName === 'SELECT' ? field.selectedOptions[0].textContent : field.value.trim());
    if (!shown.length) return begin(form);
    const named = name => said.get(name) || '';
    const entry = {
      key: newId(), account, meeting, kind, action: form.getAttribute('action'), fields, shown, saidAt: Date.now(), state: 'waiting', why: '',
      makes: kind === 'put-question' ? named('deliberation') : kind === 'record-agreement' ? named('id') : '',
      needs: [kind === 'put-question' ? '' : named('deliberation'), named('agreement')].filter(Boolean),
    };
    writing++;
    if (status.dataset.state === 'saved') say(text('sending', writing), 'sending');
    try {
      await change((outbox, draft) => { outbox.add(entry); draft.delete(draftKey(form)); });
    } catch (full) {
      return form.submit();
    } finally {
      writing--;
    }
    follow(point(), kind, said);
    fit();
    for (const field of typed(form)) if (field.tagName !== 'SELECT' || field.name.endsWith('institution')) field.value = '';
    rename(form);
    begin(form);
    trouble = trouble === 'refused' ? null : trouble;
    draw();
    drain();
  }

  function follow(section, kind, said) {
    const state = { ...known(section) };
    if (kind === 'put-question') state.open = said.get('deliberation');
    if (kind === 'conclude-deliberation') {
      if (said.get('outcome') !== 'unresolved') state.decided = said.get('deliberation');
      state.open = '';
    }
    told.set(section.id, state);
    if (kind === 'record-agreement') offer(said.get('id'), said.get('title'));
  }

  function offer(id, title) {
    const select = composer.querySelector('select[name=agreement]');
    if (![...select.options].some(option => option.value === id)) select.append(new Option(title, id, true, true));
  }

  /** What still waits to be sent counts as said, whatever the page knows. A question counts though it was refused, for what rests on it waits with it. */
  async function recall() {
    told.clear();
    for (const entry of await mine()) {
      const said = new Map(entry.fields);
      const section = document.getElementById(`punto-${said.get('point')}`);
      if (section && (entry.state !== 'refused' || entry.kind === 'put-question')) follow(section, entry.kind, said);
    }
    fit();
    mayClose();
  }

  const kindName = kind => composer.querySelector(`a[data-kind="${kind}"]`)?.textContent.trim() || kind;

  function line(entry) {
    const item = document.createElement('li');
    item.dataset.key = entry.key;
    const who = document.createElement('span');
    who.className = 'who';
    who.textContent = kindName(entry.kind);
    const said = document.createElement('span');
    said.className = 'said';
    said.textContent = entry.shown.join(' · ');
    const under = document.createElement('span');
    under.className = entry.state === 'refused' ? 'under fault' : 'under';
    under.textContent = (entry.state === 'refused' ? entry.why : page.dataset.waiting) + ' · ' + text('saidAt', clock(entry.saidAt));
    said.append(under);
    if (entry.state === 'refused') {
      said.append(button('mend', () => mend(entry)), button('drop', () => drop(entry)));
    }
    item.append(who, ' ', said);
    return item;
  }

  function button(name, act) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'quiet';
    made.textContent = page.dataset[name];
    made.addEventListener('click', act);
    return made;
  }

  async function drop(entry) {
    await change(outbox => outbox.delete(entry.n));
    trouble = null;
    await draw();
    drain();
  }

  /** Back into its form, as it was written; what it is sent as next is another entry. */
  async function mend(entry) {
    const form = document.getElementById(`f-${entry.kind}`);
    const own = new Set(typed(form).map(field => field.name));
    await change((outbox, draft) => { outbox.delete(entry.n); draft.put(entry.fields.filter(([name]) => own.has(name)), draftKey(form)); });
    const number = entry.fields.find(([name]) => name === 'point');
    if (number) go(number[1]);
    choose(entry.kind);
    for (const [name, value] of entry.fields) if (fieldOf(form, name) && name !== 'point') fieldOf(form, name).value = value;
    fit();
    typed(form).find(field => field.tagName === 'TEXTAREA' || field.type === 'text')?.focus();
    trouble = null;
    draw();
  }

  async function draw() {
    const entries = await mine();
    const focused = pending.contains(document.activeElement);
    if (!focused) pending.replaceChildren(...entries.map(line));
    queue.hidden = !entries.length;
    const refused = entries.filter(entry => entry.state === 'refused').length;
    const waiting = entries.length - refused + writing;
    say(trouble === 'signed-out' ? page.dataset.signedOut
      : trouble === 'another' ? page.dataset.another
      : waiting && (trouble === 'network' || !navigator.onLine) ? text(waiting === 1 ? 'offlineOne' : 'offlineMany', waiting)
      : waiting && trouble !== 'blocked' ? text('sending', waiting)
      : refused ? text(refused === 1 ? 'refusedOne' : 'refusedMany', refused)
      : text('saved', clock(Date.now())), refused || trouble ? 'trouble' : waiting ? 'sending' : 'saved');
  }

  function say(words, state) {
    if (state === 'saved' && status.dataset.state === 'saved') return;
    if (status.textContent !== words) status.textContent = words;
    status.dataset.state = state;
  }

  // to the register: one tab at a time, in the order in which it was said
  async function turn() {
    const answer = await fetch(`${here}/turn`, { redirect: 'manual', headers: { Accept: 'application/json' } });
    if (answer.type === 'opaqueredirect' || answer.status === 401) return forget().then(() => 'signed-out');
    if (!answer.ok) throw new Error(answer.status);
    const now = await answer.json();
    if (now.account !== account) return forget().then(() => 'another');
    token = now.token;
    if (now.stamp !== stamp) refresh();
    return null;
  }

  async function drain() {
    if (!store) return;
    clearTimeout(later);
    let pause = 5;
    try {
      await navigator.locks.request('constancia-outbox', async () => {
        trouble = await turn();
        if (trouble) return;
        const refused = new Set();
        for (const entry of await mine()) {
          if (entry.state === 'refused' || entry.needs.some(id => refused.has(id))) {
            if (entry.makes) refused.add(entry.makes);
            continue;
          }
          const verdict = await send(entry);
          if (verdict === 'signed-out') { trouble = verdict; return; }
          if (verdict) {
            if (entry.makes) refused.add(entry.makes);
            await change(outbox => outbox.put({ ...entry, state: 'refused', why: verdict }));
          } else {
            await change(outbox => outbox.delete(entry.n));
          }
          await draw();
        }
        if ((await mine()).length) trouble = refused.size || (await mine()).some(entry => entry.state === 'refused') ? 'blocked' : null;
        if (!trouble || trouble === 'blocked') trouble = await turn() || trouble;
        tries = 0;
      });
    } catch (failure) {
      trouble = 'network';
      pause = pauses[Math.min(tries++, pauses.length - 1)];
    }
    await draw().catch(() => {});
    clearTimeout(later);
    later = setTimeout(drain, pause * 1000);
  }

  /** Null when it is on record; a sentence when the rules refuse it. */
  async function send(entry) {
    const body = new URLSearchParams(entry.fields);
    const answer = await fetch(entry.action, { method: 'POST', redirect: 'manual', body, headers: { 'Idempotency-Key': entry.key, 'X-CSRF-TOKEN': token, Accept: 'application/json' } });
    if (answer.type === 'opaqueredirect' || answer.status === 401) return 'signed-out';
    if (answer.ok) return null;
    const isJson = (answer.headers.get('Content-Type') || '').includes('json');
    if (answer.status === 429 || answer.status >= 500 || !isJson) throw new Error(answer.status);
    return (await answer.json()).why;
  }

  /** What others and this computer put on record since; the composer and its caret stay where they are. */
  async function refresh() {
    const turn = ++asked;
    const n = point()?.id.replace('punto-', '') || '';
    const answer = await fetch(`${here}?point=${n}`, { redirect: 'manual', headers: { 'HX-Request': 'true' } }).catch(() => null);
    const html = answer?.ok ? await answer.text().catch(() => null) : null;
    // an answer that a later question has overtaken may show less than what stands here
    if (!html || turn !== asked) return;
    const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('curso');
    document.getElementById('curso').replaceWith(fresh);
    stamp = fresh.dataset.stamp;
    attend(fresh);
    for (const one of fresh.querySelectorAll('[data-agreement]')) offer(one.dataset.agreement, one.dataset.title);
    await recall();
    keep();
  }

  /** Who is there and whether that is enough may have been corrected meanwhile. */
  function attend(fresh) {
    const roll = fresh.querySelector('.roll');
    if (!roll) return;
    const quorum = document.getElementById('quorum');
    if (quorum.textContent !== roll.dataset.quorum) quorum.textContent = roll.dataset.quorum;
    quorum.dataset.quorate = roll.dataset.quorate;
    document.getElementById('sin-quorum').hidden = roll.dataset.quorate === 'true';
    const voices = [...roll.querySelectorAll('[data-voice]')].map(one => [one.dataset.told, one.dataset.voice]);
    for (const select of composer.querySelectorAll('select[data-voices]')) {
      const chosen = select.value;
      select.replaceChildren(select.options[0], ...voices.map(([told, voice]) => new Option(told, voice, false, voice === chosen)));
    }
  }

  // for a reload without a network
  const shelf = `constancia-${meeting}`;

  /** What the register lets the browser keep of this page, with its style, its shapes and its scripts; nothing of a session that is not for everybody. */
  async function keep() {
    if (!navigator.serviceWorker || !window.caches || leaving) return;
    try {
      const answer = document.getElementById('curso').dataset.keeps ? await fetch(`${here}/kept`, { redirect: 'manual' }) : null;
      const html = answer?.ok ? await answer.text() : '';
      const copy = new DOMParser().parseFromString(html, 'text/html');
      if (copy.getElementById('sesion')?.dataset.account !== account) return await caches.delete(shelf);
      await navigator.serviceWorker.register('/sin-red.js');
      const cache = await caches.open(shelf);
      const parts = [...copy.querySelectorAll('link[href], script[src], use[href]')].map(one => (one.getAttribute('href') || one.getAttribute('src')).split('#')[0]);
      for (const part of parts) if (!await cache.match(part)) await cache.add(part);
      const until = Date.now() + 1000 * answer.headers.get('Constancia-Lasts');
      const headers = { 'Content-Type': 'text/html;charset=UTF-8', 'Content-Security-Policy': answer.headers.get('Content-Security-Policy'), 'Constancia-Until': until };
      if (!leaving) await cache.put(here, new Response(html, { headers }));
    } catch (failure) {
      return; // what was kept before is still there
    }
  }

  async function forget() {
    if (window.caches) for (const name of await caches.keys()) if (name.startsWith('constancia-')) await caches.delete(name);
  }

  function mayClose() {
    const close = composer.querySelector('form.close');
    if (close) close.hidden = !!document.querySelector('.point[data-open]:not([data-open=""])');
  }

  // by keyboard
  composer.addEventListener('submit', event => {
    const form = event.target;
    if (!store || !form.matches('form.entry')) return;
    event.preventDefault();
    if (!form.busy) form.busy = record(form).finally(() => { form.busy = null; });
  });
  composer.addEventListener('input', event => {
    const form = event.target.form;
    if (!form || !form.matches('form.entry')) return;
    clearTimeout(form.keeping);
    form.keeping = setTimeout(() => keepDraft(form), 300);
  });
  composer.addEventListener('keydown', event => {
    const form = event.target.form;
    if (form && event.ctrlKey && event.key === 'Enter') {
      event.preventDefault();
      form.requestSubmit();
    } else if (form && event.key === '/' && event.target.value === '' && event.target.tagName !== 'SELECT') {
      event.preventDefault();
      composer.querySelector('a[data-kind][aria-current]').focus();
    } else if (form && event.key === '@' && event.target.value === '' && form.querySelector('select[name$=institution]')) {
      event.preventDefault();
      form.querySelector('select[name$=institution]').focus();
    } else if (event.target.matches('a[data-kind]') && ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].includes(event.key)) {
      event.preventDefault();
      const links = [...composer.querySelectorAll('a[data-kind]')];
      const step = event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? links.length - 1 : 1;
      links[(links.indexOf(event.target) + step) % links.length].focus();
    }
  });
  document.addEventListener('keydown', event => {
    if (event.altKey && (event.key === 'PageUp' || event.key === 'PageDown')) {
      event.preventDefault();
      const sections = [...document.querySelectorAll('.point')];
      const at = sections.indexOf(point()) + (event.key === 'PageDown' ? 1 : -1);
      if (sections[at]) go(sections[at].id.replace('punto-', ''));
    }
  });
  const steer = event => {
    const link = event.target.closest('a[data-point], a[data-kind]');
    if (!link || !page.contains(link) || event.button || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    link.dataset.point ? go(link.dataset.point) : choose(link.dataset.kind);
  };
  // as soon as it is pressed: what is put on record meanwhile may move it before it is let go
  document.addEventListener('mousedown', steer);
  document.addEventListener('click', steer);

  // leaving
  addEventListener('beforeunload', event => { if (!leaving && !queue.hidden) event.preventDefault(); });
  const keepAll = () => composer.querySelectorAll('form.entry').forEach(form => { if (typed(form).some(field => field.value && field.tagName !== 'SELECT')) keepDraft(form); });
  document.addEventListener('visibilitychange', () => document.hidden ? keepAll() : drain());
  addEventListener('pagehide', keepAll);
  addEventListener('online', drain);
  addEventListener('offline', draw);
  addEventListener('focus', drain);

  const dialog = document.getElementById('salida');
  const signOut = document.querySelector('form[action$="/salir"]');
  async function out() {
    leaving = true;
    await change((outbox, draft) => { mineOnly(outbox); mineOnly(draft); });
    await forget();
    signOut.submit();
  }
  /** Of whoever signs out nothing is left behind for the next. */
  function mineOnly(of) {
    of.openCursor().onsuccess = event => {
      const cursor = event.target.result;
      if (!cursor) return;
      if (cursor.value.account === account || String(cursor.key).startsWith(account + ' ')) cursor.delete();
      cursor.continue();
    };
  }
  signOut?.addEventListener('submit', event => {
    if (!store) return;
    event.preventDefault();
    mine(true).then(entries => entries.length ? dialog.showModal() : out());
  });
  document.getElementById('salida-esperar').addEventListener('click', () => { dialog.close(); drain(); });
  document.getElementById('salida-descartar').addEventListener('click', out);
  document.getElementById('salida-bajar').addEventListener('click', async () => {
    const lines = (await mine(true)).map(entry => [new Date(entry.saidAt).toISOString(), kindName(entry.kind), ...entry.shown].join('\t'));
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([lines.join('\n') + '\n'], { type: 'text/plain' }));
    link.download = 'constancia-por-asentar.txt';
    link.click();
    URL.revokeObjectURL(link.href);
  });

  (async () => {
    try {
      store = await opened();
    } catch (refused) {
      return;
    }
    navigator.storage?.persist?.();
    rename(composer);
    await bringDrafts();
    if (page.dataset.kept) {
      const asked = new URLSearchParams(location.search);
      go(asked.get('point') || point().id.replace('punto-', ''));
      if (document.getElementById(`f-${asked.get('kind')}`)) choose(asked.get('kind'));
    }
    await recall();
    await draw();
    drain();
    if (!page.dataset.kept) keep();
  })();
})();
