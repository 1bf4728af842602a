// Seven small comforts. Every page works without this file.
//
// 1 «Lukk fort», also by pressing Esc twice: leaves at once, ends the session behind, and takes this page
//   out of the history, so that «back» does not show it.
// 2 What was typed in a form is kept in this tab until it has been received, in case the network fails.
// 3 Esc closes the list of languages.
// 4 A button that prints the page; without this file the page says how.
// 5 The characters of a PIN can be shown and hidden without sending them.
// 6 A shared screen asks whether somebody is there and closes; without this file the page does it by itself.
// 7 A board says when something has happened since it was drawn. It never reloads itself: nobody is to lose their place,
//   and no look is to stand in the log that nobody took.
'use strict';
(() => {
  const PREFIX = 'varde:';
  const SENT = PREFIX + 'sent';
  // Short, since a telephone or a screen may be shared.
  const KEPT_FOR_MS = 15 * 60 * 1000;
  const here = PREFIX + location.pathname;

  // A browser may refuse storage. Then nothing is kept, and nothing breaks.
  const storage = (() => {
    try {
      return window.sessionStorage;
    } catch {
      return null;
    }
  })();
  const forget = () => storage && storage.clear();

  // ---- 1 Leaving ----
  const leave = document.querySelector('form[data-leave]');
  const leaveNow = () => {
    forget();
    document.documentElement.hidden = true;
    // The request outlives the page; the server ends the session also if nobody waits for the answer.
    fetch(leave.action, { method: 'POST', body: new URLSearchParams(new FormData(leave)), keepalive: true, redirect: 'manual' }).catch(() => {});
    location.replace(leave.dataset.leave);
  };

  let lastEscape = -Infinity;
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.repeat) return;
    document.querySelectorAll('details:is(.v-lang, .v-more)[open]').forEach((list) => list.removeAttribute('open'));
    if (leave && event.timeStamp - lastEscape < 1500) leaveNow();
    lastEscape = event.timeStamp;
  });

  // ---- 4 Printing ----
  document.querySelectorAll('button[data-print]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  });

  // ---- 5 Shown characters ----
  document.querySelectorAll('button[data-show]').forEach((button) => {
    const field = document.getElementById(button.dataset.show);
    button.addEventListener('click', (event) => {
      event.preventDefault();
      const hide = field.type === 'text';
      field.type = hide ? 'password' : 'text';
      button.setAttribute('aria-pressed', String(!hide));
      field.focus();
    });
  });

  // ---- 6 A shared screen ----
  const quietMs = Number(document.body.dataset.quiet || 0) * 1000;
  if (quietMs) {
    const WARNING_MS = 30 * 1000;
    const TELL_EVERY_MS = 20 * 1000;
    const still = document.querySelector('[data-still]');
    const finish = document.querySelector('form[data-finish]');
    let timer = 0;
    let toldAt = 0;
    const close = () => {
      forget();
      if (finish) finish.submit();
      else location.replace('/lukket');
    };
    const warn = () => {
      still.hidden = false;
      still.focus();
      timer = setTimeout(close, WARNING_MS);
    };
    const here = () => {
      clearTimeout(timer);
      still.hidden = true;
      timer = setTimeout(warn, quietMs);
      if (Date.now() - toldAt < TELL_EVERY_MS) return;
      toldAt = Date.now();
      // The server has a clock of its own, and hears that somebody is here.
      fetch('/er-her', { cache: 'no-store' }).catch(() => {});
    };
    ['keydown', 'pointerdown', 'input', 'scroll'].forEach((sign) => document.addEventListener(sign, here, { passive: true }));
    toldAt = Date.now();
    here();
  }

  // ---- 7 Boards ----
  const board = document.querySelector('[data-board]');
  if (board && window.EventSource) {
    let line = null;
    const close = () => {
      if (line) line.close();
      line = null;
    };
    // Only the page that is looked at keeps a line open.
    const listen = () => {
      if (document.hidden || !board.hidden) return close();
      if (line) return;
      line = new EventSource('/live?siden=' + board.dataset.board);
      line.onmessage = () => {
        board.hidden = false;
        close();
      };
    };
    document.addEventListener('visibilitychange', listen);
    window.addEventListener('pagehide', close);
    listen();
  }

  // ---- 2 What was typed ----
  // Codes, passwords and fields that ask for no completion are never kept.
  const isKept = (field) =>
    field.name && field.autocomplete !== 'off' && (field.type === 'text' || field.type === 'textarea');
  const fields = () =>
    [...document.querySelectorAll('form[method=post]:not([data-keep=no])')].flatMap((form) => [...form.elements].filter(isKept));

  const keep = () => {
    const typed = fields().map((field) => [field.name, field.value]).filter(([, value]) => value);
    storage.setItem(here, JSON.stringify({ at: Date.now(), typed }));
  };
  const restore = () => {
    const { at, typed } = JSON.parse(storage.getItem(here) || '{"at":0,"typed":[]}');
    if (Date.now() - at > KEPT_FOR_MS) return storage.removeItem(here);
    const values = new Map(typed);
    fields().forEach((field) => {
      if (!field.value && values.has(field.name)) field.value = values.get(field.name);
    });
  };

  if (storage) {
    // A page of ours after sending means that it was received. Not so when the page says that we failed,
    // or when it came by «back» or «reload»: then the sending may have been lost on the way.
    const [arrival] = performance.getEntriesByType('navigation');
    const received = arrival && arrival.type === 'navigate' && !document.querySelector('[data-fault]');
    if (received && storage.getItem(SENT)) storage.removeItem(storage.getItem(SENT));
    storage.removeItem(SENT);
    restore();
    document.addEventListener('input', (event) => isKept(event.target) && keep());
  }

  document.addEventListener('submit', (event) => {
    if (event.target === leave) {
      event.preventDefault();
      leaveNow();
    } else if (event.target.hasAttribute('data-forget')) {
      forget();
    } else if (storage && event.target.method === 'post') {
      storage.setItem(SENT, here);
    }
  });
})();
