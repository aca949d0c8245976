import { describe, expect, it } from 'vitest';
import { readStartArguments } from '../../main/start-arguments.ts';

describe('readStartArguments', () => {
  it('takes files after the program, relative to where it was started', () => {
    expect(readStartArguments(['/opt/commonplace', 'a.txt', '/b/c.md'], '/home/ana', null)).toEqual(
      {
        files: ['/home/ana/a.txt', '/b/c.md'],
        links: [],
        library: null,
      },
    );
  });

  it('starts after the app in development, whatever tools put before it', () => {
    const tools = ['electron', '--inspect=0', '-r', '/tools/loader.js', '/repo', '--no-sandbox'];
    expect(readStartArguments([...tools, 'a.txt'], '/work', '/repo').files).toEqual([
      '/work/a.txt',
    ]);
    expect(readStartArguments(['electron', '.', 'a.txt'], '/repo', '/repo').files).toEqual([
      '/repo/a.txt',
    ]);
    expect(readStartArguments(['electron', '--app=/repo', 'a.txt'], '/x', '/repo').files).toEqual([
      '/x/a.txt',
    ]);
  });

  it('knows the library, and leaves the switches of Chromium alone', () => {
    const argv = ['x', '--user-data-dir=/u', '--library', 'lib', '--disable-gpu', '--', '-odd.txt'];
    expect(readStartArguments(argv, '/w', null)).toEqual({
      files: ['/w/-odd.txt'],
      links: [],
      library: '/w/lib',
    });
    expect(readStartArguments(['x', '--library=/l'], '/w', null).library).toBe('/l');
  });

  it('tells links from files, and takes files as addresses too', () => {
    const link = 'commonplace://open?document=text-000001';
    const argv = ['x', link, 'COMMONPLACE:odd', 'file:///b/a%20c.md', 'file://host/share.md'];
    expect(readStartArguments(argv, '/w', null)).toEqual({
      files: ['/b/a c.md', '/w/file:/host/share.md'],
      links: [link, 'COMMONPLACE:odd'],
      library: null,
    });
    // After "--" everything is a file, as the reader meant it.
    expect(readStartArguments(['x', '--', 'commonplace:a'], '/w', null).files).toEqual([
      '/w/commonplace:a',
    ]);
  });
});
