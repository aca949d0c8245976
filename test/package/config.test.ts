import path from 'node:path';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { describe, expect, it } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../..');
const logger = new DebugLogger(false);

describe('the packaging configuration', () => {
  it('is one that electron-builder accepts, for systems that it is not built on here too', async () => {
    const config = await getConfig(repository, null, null);
    await expect(validateConfiguration(config, logger)).resolves.toBeUndefined();
    expect(config.win?.target).toEqual(['nsis']);
    expect(config.mac?.target).toEqual(['dmg']);
    expect(config.publish).toBeNull();
  });

  it('would be refused with a key that electron-builder does not know', async () => {
    const config = await getConfig(repository, null, null);
    const mistyped = { ...config, win: { ...config.win, targets: ['nsis'] } };
    await expect(validateConfiguration(mistyped, logger)).rejects.toThrow(
      /configuration\.win should be/,
    );
  });
});
