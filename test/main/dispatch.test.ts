import { describe, expect, it } from 'vitest';
import { calls, type CallName, type Result } from '../../core/contract.ts';
import { openLink } from '../../main/actions/open-link.ts';
import { createDispatch, type Handlers } from '../../main/dispatch.ts';

const logged: unknown[] = [];
const log = (_message: string, error: unknown) => logged.push(error);

/** Handlers that answer with the name of the call and its input, but for those given. */
function dispatch(given: Partial<Handlers> = {}) {
  const echo = (name: string) => (input: unknown) => ({ ok: true, value: [name, input] });
  const echoes = Object.keys(calls).map((name) => [name, echo(name)]);
  const handlers = { ...Object.fromEntries(echoes), ...given } as Handlers;
  return createDispatch(handlers, log);
}
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code);

describe('createDispatch', () => {
  it('gives a call to its handler, with the input as the contract takes it', async () => {
    const id = 'document-1';
    const reply = await dispatch()('document.rename', { id, title: '  New  ', more: 1 });
    expect(reply).toEqual({ ok: true, value: ['document.rename', { id, title: 'New' }] });
  });

  it('refuses names that are no calls', async () => {
    for (const name of ['', 'nothing', 'constructor', '__proto__', 'toString', 5, null, {}]) {
      expect(code(await dispatch()(name, {}))).toBe('unknown-call');
    }
  });

  it('refuses input of the wrong form, for every call, before the handler sees it', async () => {
    for (const name of Object.keys(calls) as CallName[]) {
      for (const input of [null, 'text', 5, [1]]) {
        expect([name, code(await dispatch()(name, input))]).toEqual([name, 'invalid-input']);
      }
    }
    const hostile = { id: '../../etc/passwd' };
    expect(code(await dispatch()('document.open', hostile))).toBe('invalid-input');
    const tall = { id: 'document-1', from: 0, count: 1e9 };
    expect(code(await dispatch()('document.sections', tall))).toBe('invalid-input');
    expect(code(await dispatch()('app.start', { extra: 1 }))).toBe('invalid-input');
  });

  it('turns what a handler throws into plain words, and logs the details', async () => {
    const secret = new Error('/home/ana/secret.txt broke');
    const broken = dispatch({
      'app.start': () => {
        throw secret;
      },
      'history.undo': () => Promise.reject(secret),
    });
    for (const name of ['app.start', 'history.undo']) {
      const reply = await broken(name, {});
      expect(code(reply)).toBe('internal');
      expect(JSON.stringify(reply)).not.toContain('secret');
    }
    expect(logged).toEqual([secret, secret]);
  });
});

describe('openLink', () => {
  it('hands over web and mail addresses, and nothing else', async () => {
    const opened: string[] = [];
    const opener = {
      open: (href: string) => {
        opened.push(href);
        return Promise.resolve();
      },
    };
    const good = ['https://example.org/a?b#c', 'http://example.org/', 'mailto:ana@example.org'];
    for (const href of good) expect(code(await openLink(opener, href))).toBe('ok');
    for (const href of [
      'file:///etc/passwd',
      'javascript:alert(1)',
      'data:text/html,x',
      'app://commonplace/',
      'smb://host/share',
      'vscode://x',
      'C:\\x.exe',
      '/relative',
      '',
    ]) {
      expect([href, code(await openLink(opener, href))]).toEqual([href, 'forbidden']);
    }
    expect(opened).toEqual(good);
  });
});
