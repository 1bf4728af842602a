// A meeting saves itself: what is typed about a topic is sent within a few seconds, so that a browser that dies loses next to
// nothing. Without this file each topic has its own button.
'use strict';
(() => {
  const forms = [...document.querySelectorAll('form[data-autosave]')];
  const told = document.querySelector('[data-autosaved]');
  if (!forms.length || !told) return;

  // From the last key to the sending, and the longest somebody who goes on typing waits for it.
  const QUIET_MS = 1200;
  const LATEST_MS = 3500;
  const waiting = new Map();
  let sending = null;

  const say = (text) => {
    told.textContent = text;
  };
  const page = (text) => new DOMParser().parseFromString(text, 'text/html');
  // Every form of the page carries the same one-use token, so each answer brings a fresh one for all of them.
  const renew = (answer) => {
    const token = answer.querySelector('input[name=token]');
    if (token) document.querySelectorAll('input[name=token]').forEach((field) => (field.value = token.value));
  };

  const send = async (form) => {
    waiting.delete(form);
    const body = new URLSearchParams(new FormData(form));
    body.set('auto', 'yes');
    say(told.dataset.saving);
    try {
      const reply = await fetch(form.action, { method: 'POST', body });
      const answer = page(await reply.text());
      renew(answer);
      const saved = answer.querySelector('[data-saved]');
      if (saved) form.elements.sett.value = saved.dataset.version;
      const refused = answer.querySelector('.v-alert--errors');
      say((saved || refused)?.textContent || told.dataset.notSaved);
      return Boolean(saved);
    } catch {
      // The line is gone. What was typed stands on the page and is sent again.
      say(told.dataset.notSaved);
      later(form, LATEST_MS);
      return false;
    }
  };

  // One at a time: two forms with one token would be taken for the same form sent twice.
  const queue = (form) => {
    const mine = (sending || Promise.resolve()).then(() => send(form));
    sending = mine;
    mine.then(() => {
      if (sending === mine) sending = null;
    });
    return mine;
  };
  const later = (form, quiet) => {
    const now = Date.now();
    const { since = now, timer } = waiting.get(form) || {};
    clearTimeout(timer);
    const wait = Math.max(0, Math.min(quiet, since + LATEST_MS - now));
    waiting.set(form, { since, timer: setTimeout(() => queue(form), wait) });
  };

  forms.forEach((form) => {
    form.addEventListener('input', () => later(form, QUIET_MS));
    form.addEventListener('submit', (event) => {
      const left = [...waiting.keys()].filter((other) => other !== form);
      const mine = waiting.get(form);
      if (mine) clearTimeout(mine.timer);
      waiting.delete(form);
      if (!sending && !left.length) return;
      // What is on its way comes first, and gives this form its token.
      event.preventDefault();
      left.forEach((other) => {
        clearTimeout(waiting.get(other).timer);
        queue(other);
      });
      sending.then(() => (form.requestSubmit ? form.requestSubmit() : form.submit()));
    });
  });

  // Whoever turns to another window has not been heard of for a while: send what is left at once.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') [...waiting.keys()].forEach((form) => {
      clearTimeout(waiting.get(form).timer);
      queue(form);
    });
  });
})();
