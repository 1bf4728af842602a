// Passkeys: asks the house for a question, hands it to the device, and sends the device's answer.
//
// The form with data-passkey is hidden until this file has run: without it the page names the other doors.
'use strict';
(() => {
  const form = document.querySelector('form[data-passkey]');
  if (!form || !window.PublicKeyCredential || !navigator.credentials) return;
  const cannot = document.querySelector('[data-passkey-cannot]');
  const failed = document.querySelector('[data-passkey-failed]');
  if (cannot) cannot.hidden = true;
  form.hidden = false;

  // Bytes travel as base64url without padding.
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const named = (list) => (list || []).map((key) => ({ ...key, id: bytes(key.id) }));

  const ask = (options) => {
    const question = { ...options.publicKey, challenge: bytes(options.publicKey.challenge) };
    if (!question.user) {
      question.allowCredentials = named(question.allowCredentials);
      return navigator.credentials.get({ publicKey: question });
    }
    question.user = { ...question.user, id: bytes(question.user.id) };
    question.excludeCredentials = named(question.excludeCredentials);
    return navigator.credentials.create({ publicKey: question });
  };

  const told = (answer) => {
    const response = { clientDataJSON: text(answer.response.clientDataJSON) };
    for (const part of ['attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
      if (answer.response[part]) response[part] = text(answer.response[part]);
    }
    return JSON.stringify({ id: answer.id, rawId: text(answer.rawId), type: answer.type, response, extensions: {} });
  };

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (failed) failed.hidden = true;
    try {
      const reply = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
      const token = page.querySelector('input[name=token]');
      if (token) form.elements.token.value = token.value;
      const next = document.adoptNode(page.querySelector('form[data-ceremony]'));
      next.elements.answer.value = told(await ask(JSON.parse(next.dataset.ceremony)));
      document.body.append(next);
      next.submit();
    } catch {
      if (failed) failed.hidden = false;
    }
  });
})();
