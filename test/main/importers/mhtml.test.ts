import { describe, expect, it } from 'vitest';
import type { DocumentContent } from '../../../core/model/document.ts';
import { parseSource } from '../../../main/importers/parse-source.ts';
import {
  madePng,
  makeMhtml,
  message,
  multipart,
  picturePart,
  textPart,
} from '../../support/make-mail.ts';
import { bytesOf, imported, inlinesOf, outlineOf } from './samples.ts';

const picture = { bytes: madePng(300, 200), type: 'image/png' };
const shown = ({ blocks }: DocumentContent): unknown[] =>
  blocks.flatMap((block) => ('picture' in block && block.picture ? [block.picture.width] : []));

describe('web archives', () => {
  it('of Chromium', async () => {
    const bytes = makeMhtml({
      title: 'Grüße – a page',
      url: 'https://a.b/c/d?e',
      html: '<!DOCTYPE html><html><body><h1 id=t>Héllo</h1><p><a href="../x">up</a> <a href="https://a.b/c/d?e#t">top</a></p><img src="https://a.b/i.png" alt="I"><img src="cid:p@x" alt="J"><img src="https://a.b/none.png" alt="N"></body></html>',
      pictures: [
        { ...picture, location: 'https://a.b/i.png' },
        { ...picture, bytes: madePng(301, 200), id: 'p@x' },
      ],
    });
    const content = await imported(bytes, 'page.mhtml');
    expect(content.format).toBe('html');
    expect(content.title).toBe('Grüße – a page');
    expect(content.details).toMatchObject({ site: 'a.b' });
    expect(content.details.more).toContainEqual({ name: 'Saved from', value: 'https://a.b/c/d?e' });
    expect(outlineOf(content)).toEqual([
      'h1 Héllo',
      'paragraph up top',
      'image I',
      'image J',
      'image N',
    ]);
    expect(inlinesOf(content)).toEqual([
      'https://a.b/x: up',
      `→ ${content.text.slice(0, 20)}: top`,
    ]);
    expect(shown(content)).toEqual([300, 301]);
    expect(content.notices).toEqual([{ kind: 'pictures-not-fetched', count: 1 }]);
  });

  it('of Word and Internet Explorer: relative addresses, old encodings, frames', async () => {
    const head = 'Content-Type: text/html; charset="windows-1252"';
    const page = {
      headers: [head, 'Content-Transfer-Encoding: 8bit', 'Content-Location: file:///C:/1/doc.htm'],
      body: Uint8Array.from(
        '<p>caf\xe9 \x93x\x94</p><img src="doc_files/i.png"><iframe src="doc_files/f.htm"></iframe><iframe src="doc_files/f.htm"></iframe>',
        (unit) => unit.charCodeAt(0),
      ),
    };
    const frame = textPart(
      'html',
      '<p>framed</p><iframe src="file:///C:/1/doc_files/f.htm">',
      'Content-Location: file:///C:/1/doc_files/f.htm',
    );
    const bytes = message(
      ['X-A: b'],
      multipart('related', [
        page,
        frame,
        picturePart({ ...picture, location: 'file:///C:/1/doc_files/i.png' }),
      ]),
    );
    const content = await imported(bytes, 'doc.txt');
    expect(content.text).toBe('café “x”\n\nframed');
    expect(shown(content)).toEqual([300]);
    expect(content.details.more).toEqual([]);
  });

  it('of a page of frames: what the frames show, not the words for who cannot see them', async () => {
    const at = (name: string): string => `Content-Location: https://a.b/${name}`;
    const bytes = message(
      ['X-A: b'],
      multipart('related', [
        textPart(
          'html',
          '<html><frameset cols="1,2"><frame src="l.htm"><frame src="r.htm"><noframes>None.</noframes></frameset></html>',
          at(''),
        ),
        textPart('html', '<p>left', at('l.htm')),
        textPart('html', '<p>right', at('r.htm')),
      ]),
    );
    for (const variant of ['page', 'article'] as const) {
      expect((await imported(bytes, 'frames.mht', variant)).text).toBe('left\n\nright');
    }
  });

  it('begin where they say', async () => {
    const first = textPart('html', '<p>other', 'Content-ID: <a@x>');
    const second = textPart('html', '<p>start', 'Content-ID: <b@x>');
    const bytes = message(
      ['From: "Saved by UnMHT" <x>'],
      multipart('related', [first, second], 'start="<b@x>"'),
    );
    expect((await imported(bytes, 'a')).text).toBe('start');
  });

  it('without a page are refused, and cut ones say that they are', async () => {
    const none = await parseSource(
      message(['From: <Saved by Blink>'], multipart('related', [picturePart(picture)])),
      'a.mhtml',
      { variant: 'page' },
    );
    expect(none).toMatchObject({ ok: false, error: { code: 'empty-file' } });
    const whole = makeMhtml({ url: 'https://a.b/', html: '<p>Some words', pictures: [picture] });
    const content = await imported(whole.subarray(0, whole.length - 60), 'a.mhtml');
    expect(content.notices).toContainEqual({ kind: 'damaged', count: null });
    for (let end = 0; end < whole.length; end += 7) {
      const result = await parseSource(whole.subarray(0, end), 'a.mhtml', { variant: 'article' });
      if (!result.ok) expect(result.error.message).toContain('a.mhtml');
    }
  });

  it('of that name that are something else are read as that', async () => {
    expect((await imported(bytesOf('<!doctype html><p>x'), 'a.mht')).format).toBe('html');
    expect((await imported(bytesOf('Just words.'), 'a.mht')).format).toBe('text');
  });
});
