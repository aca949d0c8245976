import { copyFile, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeSpan } from '../../../core/anchor/describe.ts';
import { addItem, changeItem, newItem, removeItem, writeMemo } from '../../../core/edit/items.ts';
import type { ItemContent } from '../../../core/model/item.ts';
import type { Library } from '../../../main/store/library-types.ts';
import {
  copyAsCrashed,
  countingStamp,
  open,
  sampleDocument,
  value,
  withFolder,
} from './workshop.ts';

const rule: ItemContent = {
  kind: 'rule',
  query: 'ant*',
  scope: 'sentence',
  tags: [],
  matchCase: false,
  matchAccents: false,
  lastRun: null,
};
const bookmark = (document: string, text: string, offset: number): ItemContent => ({
  kind: 'bookmark',
  document,
  offset,
  selector: describeSpan(text, [], { start: offset, end: offset }),
});

describe('rules, filters, bookmarks and memos', () => {
  it('outlive a restart and a crash, and are undone and redone', () =>
    withFolder(async (root) => {
      const stamp = countingStamp(3);
      const [folder, crashed] = [join(root, 'a'), join(root, 'b')];
      const library = await open(folder, { stamp });
      const { entry } = value(await library.add(sampleDocument('Ants')));
      const { text } = value(await library.content(entry.id));
      const ants = newItem(' Ants ', rule, stamp);
      const here = newItem('', bookmark(entry.id, text, 9), stamp);
      const memo = newItem('', { kind: 'memo', text: '**all**' }, stamp);
      for (const item of [ants, here, memo]) value(await library.apply(addItem(item, stamp)));
      const change = changeItem(ants, { content: { ...rule, query: 'bee*' } }, stamp);
      value(await library.apply(change));
      value(await library.apply(writeMemo(entry, 'About ants', stamp)));
      const after = library.items();
      expect(after.map(({ name }) => name)).toEqual(['Ants', '', '']);
      expect(after[0]?.content).toMatchObject({ query: 'bee*' });
      expect(library.documents()[0]?.memo).toBe('About ants');

      await copyAsCrashed(folder, crashed);
      const again = await open(crashed, { stamp });
      expect(again.items()).toEqual(after);
      expect(again.documents()).toEqual(library.documents());
      await again.close();
      await library.close();

      const reopened = await open(folder, { stamp });
      expect(reopened.items()).toEqual(after);
      value(await reopened.undo());
      expect(reopened.documents()).toEqual([entry]);
      value(await reopened.undo());
      expect(reopened.items()).toEqual([ants, here, memo]);
      value(await reopened.redo());
      expect(reopened.items()).toEqual(after);
      value(await reopened.apply(removeItem(here, stamp)));
      expect(reopened.items()).toHaveLength(2);
      value(await reopened.undo());
      expect(reopened.items()).toEqual(after);
      await reopened.close();
    }));

  it('must fit what is there', () =>
    withFolder(async (folder) => {
      const stamp = countingStamp(4);
      const library = await open(folder, { stamp });
      const { entry } = value(await library.add(sampleDocument('Ants', 1)));
      const item = newItem('A', rule, stamp);
      const refused = async (patch: Parameters<typeof library.apply>[0]) => {
        expect(await library.apply(patch)).toMatchObject({ ok: false });
      };
      await refused(changeItem(item, { name: 'B' }, stamp));
      await refused(removeItem(item, stamp));
      await refused(addItem(newItem('', bookmark('no-such-text', '', 0), stamp), stamp));
      await refused(addItem(newItem('', bookmark(entry.id, '', 1e6), stamp), stamp));
      value(await library.apply(addItem(item, stamp)));
      await refused(addItem(item, stamp));
      await refused(changeItem(item, { content: { kind: 'memo', text: '' } }, stamp));
      expect(library.items()).toEqual([item]);
      await library.close();
    }));

  it('of two machines are merged, and come back from a backup', () =>
    withFolder(async (root) => {
      const stamp = countingStamp(5);
      const folders = [join(root, 'one'), join(root, 'two')] as const;
      const first = await open(folders[0], { stamp, installation: 'one' });
      const { id } = value(await first.add(sampleDocument('Ants'))).entry;
      const shared = newItem('shared', rule, stamp);
      value(await first.apply(addItem(shared, stamp)));
      await first.close();
      await cp(folders[0], folders[1], { recursive: true });
      const one = await open(folders[0], { stamp, installation: 'one', checkpointDelay: 20 });
      const two = await open(folders[1], { stamp, installation: 'two' });
      const [a, b] = [newItem('a', rule, stamp), newItem('b', rule, stamp)];
      value(await one.apply(addItem(a, stamp)));
      value(await two.apply(addItem(b, stamp)));
      value(await two.apply(removeItem(shared, stamp)));
      await two.close();
      await one.savePlace(id, { offset: 0, progress: 0, opened: '2026-01-01T00:00:00.000Z' });
      await copyFile(join(folders[1], 'items.json'), join(folders[0], 'items.json'));
      await one.lookOutside();
      expect(one.items().map(({ name }) => name)).toEqual(['a', 'b']);

      const made = value(await one.backups.make('hand'));
      value(await one.apply(removeItem(a, stamp)));
      value(await one.apply(addItem(newItem('later', rule, stamp), stamp)));
      value(await one.backups.restore({ file: made.file }));
      expect(one.items().map(({ name }) => name)).toEqual(['a', 'b']);
      await one.close();
    }));

  it('are one step back for all that one sitting wrote, also after a restart', () =>
    withFolder(async (root) => {
      const stamp = countingStamp(5);
      const library = await open(root, { stamp });
      const { entry } = value(await library.add(sampleDocument('Ants')));
      const sitting = (): typeof stamp => {
        const id = stamp.id();
        return { ...stamp, id: () => id };
      };
      const write = async (library: Library, memo: string, one: typeof stamp) => {
        const found = library.documents().find(({ id }) => id === entry.id) ?? entry;
        value(await library.apply(writeMemo(found, memo, one)));
      };
      const first = sitting();
      for (const memo of ['A', 'About', 'About ants']) await write(library, memo, first);
      const second = sitting();
      await write(library, 'About ants, and', second);
      await write(library, 'About ants, and bees', second);
      const all = newItem('', { kind: 'memo', text: 'a' }, stamp);
      const third = sitting();
      value(await library.apply(addItem(all, third)));
      const content = { kind: 'memo', text: 'all' } as const;
      value(await library.apply(changeItem(all, { content }, third)));
      const items = library.items();
      await library.close();

      const again = await open(root, { stamp });
      const memo = (): string | undefined => again.documents()[0]?.memo;
      value(await again.undo());
      expect(again.items()).toEqual([]);
      value(await again.redo());
      expect(again.items()).toEqual(items);
      value(await again.undo());
      value(await again.undo());
      expect(memo()).toBe('About ants');
      value(await again.undo());
      expect(memo()).toBeUndefined();
      value(await again.redo());
      value(await again.redo());
      expect(memo()).toBe('About ants, and bees');
      await again.close();
    }));
});
