import { expect, it } from 'vitest';
import { Checkpointer } from '../../../main/store/checkpointer.ts';
import { NoticeBoard } from '../../../main/store/notice-board.ts';

const stamp = { id: () => 'notice', now: () => new Date().toISOString() };

it('writes what is due while another file waits a second to be merged', async () => {
  const checkpointer = new Checkpointer(5, new NoticeBoard(stamp, undefined));
  await new Promise<void>((resolve) => {
    checkpointer.mark('waits', () => {
      // Once the file has been put off.
      setImmediate(resolve);
      return Promise.resolve('later');
    });
  });
  const since = performance.now();
  await new Promise<void>((resolve) => {
    checkpointer.mark('due', () => {
      resolve();
      return Promise.resolve(null);
    });
  });
  expect(performance.now() - since).toBeLessThan(900);
  await checkpointer.close();
});
