export const keymaps = ['arrows', 'vim'] as const;
export type Keymap = (typeof keymaps)[number];

/** Which keys a person works with: a keymap, and by command what stands there instead; null for no key. */
export interface KeyChoice {
  readonly keymap: Keymap;
  /** Commands that this program does not know stay in it, for the one that does. */
  readonly shortcuts: Readonly<Record<string, string | null>>;
}
